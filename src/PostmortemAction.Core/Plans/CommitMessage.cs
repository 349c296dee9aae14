using System.Globalization;

namespace PostmortemAction.Core.Plans;

/// <summary>
/// The message of our commits on the branch. It notes the fingerprint of the document as we composed it, so that a run which finds no ledger
/// still sees whether the document is ours or has people's changes in it. No word of people's stands in it: closing keywords in commits act.
/// </summary>
public static class CommitMessage
{
    private const string Trailer = "Postmortem-Document: ";

    public static string Of(int incident, string composed) =>
        string.Create(CultureInfo.InvariantCulture, $"Add the postmortem of incident {incident}\n\n{Trailer}{Fingerprint.Of(composed)}");

    /// <summary>Whether a commit's message says that we composed just this document.</summary>
    public static bool SaysOurs(string? message, string document) =>
        (message ?? "").Split('\n').LastOrDefault(line => line.StartsWith(Trailer, StringComparison.Ordinal)) == Trailer + Fingerprint.Of(document);
}
