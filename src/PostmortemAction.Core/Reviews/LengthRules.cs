using System.Globalization;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.Reviews;

/// <summary>Whether a document is as long as its readers read.</summary>
internal static class LengthRules
{
    private const int SummaryWords = 120;
    private const int LeastWords = 400;
    private const int MostWords = 600;

    private static readonly string[] BelowSummary =
        [FieldIds.Timeline, FieldIds.CauseAndResolution, FieldIds.Measures, FieldIds.Improvements, FieldIds.Tasks, FieldIds.Resolution];

    private static readonly Dictionary<string, string> NoLabels = [];

    public static void Tell(ReadDocument document, Prose prose)
    {
        if (Summary(document) is { } summary && prose.Count(summary.From, summary.To) is var words and > SummaryWords)
        {
            document.Tell(
                "summary-long", summary.From, string.Create(CultureInfo.InvariantCulture, $"The summary has {words} words, more than {SummaryWords}."), isWhole: true);
        }

        if (FollowsGuide(document.Settings.Template) && prose.Count(1, document.Lines.Length + 1) is var all and (< LeastWords or > MostWords))
        {
            document.Tell(
                "length-guide", document.Title,
                string.Create(CultureInfo.InvariantCulture, $"The document has {all} words; the guide asks for {LeastWords} to {MostWords}."), isWhole: true);
        }
    }

    /// <summary>The template of the exercise, built in or of the team's own by that name.</summary>
    private static bool FollowsGuide(string? template) =>
        template?.Split('/')[^1].Split('.')[0].Equals("alx", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>From its heading to the next one as high, or to the first section that stands below a summary.</summary>
    private static (int From, int To)? Summary(ReadDocument document)
    {
        var (from, level) = (0, 0);
        for (var i = document.Head; i < document.Lines.Length; i++)
        {
            if (document.Fenced[i] || NamedLine.Read(document.Lines[i], NoLabels) is not { } named)
            {
                continue;
            }

            if (from == 0 && named.Id == FieldIds.Summary)
            {
                (from, level) = (i + 1, named.Level);
            }
            else if (from > 0 && (BelowSummary.Contains(named.Id) || (named.Level <= level && level < NamedLine.PlainLevel)))
            {
                return (from, i + 1);
            }
        }

        return from > 0 ? (from, document.Lines.Length + 1) : null;
    }
}
