using System.Globalization;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reviews;

/// <summary>Reads a document as it stands, and says what a careful reader would.</summary>
public static class Reviewer
{
    /// <param name="text">The file's text.</param>
    /// <param name="path">Its path in the repository.</param>
    /// <inheritdoc cref="Of(ReviewText, Func{string, bool}?)"/>
    public static Review Of(string text, string path, RunSettings settings, Func<string, bool>? exists = null) => Of(new ReviewText(text, path, settings), exists);

    /// <param name="exists">Whether the repository has a path; null where that is not known.</param>
    public static Review Of(ReviewText text, Func<string, bool>? exists = null)
    {
        var path = text.Path;
        if (text.IsTooLong)
        {
            var kind = FindingKinds.Of("too-long");
            var message = string.Create(CultureInfo.InvariantCulture, $"The document has more than {ReviewText.Longest} characters, and those are not read.");
            return new(path, [new(kind, 1, true, "", message, kind.Hint)]);
        }

        var document = text.Document;
        if (CompleteRules.IsPostmortem(document))
        {
            var prose = text.Prose;
            CompleteRules.Tell(document, prose.IsEnglish);
            ConsistentRules.Tell(document);
            BlamelessRules.Tell(document, text.Blame);
            TaskRules.Tell(document, prose.IsEnglish);
            LengthRules.Tell(document, prose);
            TellLinks(document, prose, exists ?? (_ => true));
        }

        return new(path, Waived(document));
    }

    private static void TellLinks(ReadDocument document, Prose prose, Func<string, bool> exists)
    {
        foreach (var (target, address, line) in RepositoryLinks.Find(prose, document.Path))
        {
            if (target is null || !exists(target))
            {
                document.Tell("link-broken", line, $"{Quoted.Code(address)} leads to no file of the repository.");
            }
        }
    }

    private static List<Finding> Waived(ReadDocument document)
    {
        var waivers = Waiver.In(document);
        foreach (var waiver in waivers.Where(waiver => waiver.Reason.Length == 0 || !FindingKinds.IsKnown(waiver.Code)))
        {
            var isKnown = FindingKinds.IsKnown(waiver.Code);
            document.Tell(
                isKnown ? "waiver-without-reason" : "waiver-unknown", waiver.Line,
                isKnown ? $"The waiver of {Quoted.Code(waiver.Code)} gives no reason, so it does not count." : $"There is no code {Quoted.Code(waiver.Code)} to waive.",
                isKnown || Nearest.Meant(waiver.Code, FindingKinds.All.Select(kind => kind.Code)) is not { } meant ? null : $"Did you mean {Quoted.Code(meant)}?");
        }

        // An order that only the findings decide: the same document gives the same bytes.
        return [.. document.Findings
            .Select(finding => finding with { Waived = waivers.FirstOrDefault(waiver => waiver.IsFor(finding))?.Reason })
            .Distinct()
            .OrderBy(finding => finding.Line).ThenByDescending(finding => finding.Level).ThenBy(finding => finding.Code, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal)];
    }
}
