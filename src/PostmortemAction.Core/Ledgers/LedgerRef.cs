using System.Globalization;

namespace PostmortemAction.Core.Ledgers;

/// <summary>The ref that holds a ledger, without <c>refs/</c>: <c>postmortem/incident-42</c>, no branch, so nobody sees it in a list.</summary>
/// <param name="Incident">Whose ledger it is; null for the repository's own, of its index and its digest.</param>
public sealed record LedgerRef(int? Incident)
{
    private string Name => Incident is { } number ? string.Create(CultureInfo.InvariantCulture, $"incident-{number}") : "repository";

    /// <summary>What it is the ledger of, for people.</summary>
    public string Subject => Incident is { } number ? string.Create(CultureInfo.InvariantCulture, $"incident {number}") : "the repository's index and digest";

    public override string ToString() => $"postmortem/{Name}";

    /// <summary>Where a server allows no refs but branches and tags.</summary>
    public string Fallback => $"heads/postmortem-ledger/{Name}";
}
