using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>
/// Cause and resolution in the author's own words: of the section that says it, whole. Where no section is named for it,
/// the sentences of the nearest prose that say so.
/// </summary>
internal static class CauseReader
{
    private static readonly string[] CausePhrases =
        ["root cause", "caused", "was due to", "because", "resulted from", "as a result of", "traced back", "the cause", "led to", "due to", "typo", "went down", "triggered by", "became unreachable", "failure of", "outage of"];

    private static readonly string[] FixPhrases =
        ["was fixed", "was resolved", "were fixed", "fixed by", "resolved by", "rolled back", "restarted", "was replaced", "was restored", "restored", "mitigated", "i fixed", "we fixed", "came back", "resumes", "resumed", "rescheduled"];

    public static (string? RootCause, string? Resolution) Read(Answers answers)
    {
        var both = answers[FieldIds.CauseAndResolution]?.Text;
        var cause = answers[FieldIds.RootCause]?.Text;
        var resolution = answers[FieldIds.Resolution]?.Text;
        if (answers.IsForm)
        {
            return (cause, resolution);
        }

        var summary = answers[FieldIds.Summary]?.Text;
        string?[] prose = [summary, answers.Preamble, answers.Extra.FirstOrDefault(section => NamedLine.IdOf(section.Label) == FieldIds.Conclusion)?.Text];
        return (
            cause ?? both ?? prose.Select(text => Sentences(text, CausePhrases)).FirstOrDefault(found => found is not null),
            resolution ?? both ?? new[] { cause, summary, answers[FieldIds.Measures]?.Text, answers[FieldIds.Timeline]?.Text, answers.Preamble }
                .Select(text => Sentences(text, FixPhrases)).FirstOrDefault(found => found is not null));
    }

    /// <summary>"Subject: outage of the shop", as mails and tickets begin.</summary>
    private static bool IsHead(string paragraph) =>
        paragraph.Split('\n').All(line => line.IndexOf(':', StringComparison.Ordinal) is > 0 and <= 20 && line.Length <= 100);

    /// <summary>The paragraphs that hold one of the phrases, whole; null when none does.</summary>
    private static string? Sentences(string? text, string[] phrases)
    {
        var paragraphs = (text ?? "").Split("\n\n").Where(paragraph =>
            Headings.Name(paragraph) is null && !IsHead(paragraph) && phrases.Any(phrase => PlainText.Fold(paragraph).Contains(phrase, StringComparison.Ordinal))).ToList();
        return paragraphs.Count == 0 ? null : string.Join("\n\n", paragraphs).Trim('\n');
    }
}
