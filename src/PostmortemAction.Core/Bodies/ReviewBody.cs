using System.Globalization;
using System.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>What is left to do in a document, as one list by its sections; what somebody waived is folded.</summary>
public static class ReviewBody
{
    /// <summary>More would drown the rest; the count says how many there are.</summary>
    private const int Most = 30;

    private const int Several = 3;
    private const int LongestName = 80;
    private const int LongestReason = 200;

    /// <param name="address">The address of a line of the document.</param>
    public static string Of(Review review, Func<int, string> address)
    {
        var body = new StringBuilder(Head(review.Open));
        var items = review.Open.GroupBy(finding => finding.Section).SelectMany(Items).ToList();
        var section = (string?)null;
        foreach (var item in items.Take(Most))
        {
            if (item[0].Section != section)
            {
                section = item[0].Section;
                body.Append("\n\n").Append(section.Length == 0 ? "Above the first heading" : $"In {Quoted.Code(section, LongestName)}").Append(":\n");
            }

            body.Append("\n- ").AppendJoin(", ", item.Take(Most).Select(finding => Line(finding, address))).Append(item.Count > Most ? ", …" : "").Append(' ').Append(Said(item));
        }

        if (items.Count > Most)
        {
            var left = items.Skip(Most).Sum(item => item.Count);
            body.Append(CultureInfo.InvariantCulture, $"\n\nAnd {left} more: they show when these are done.");
        }

        if (review.Waived.Count > 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"\n\n<details><summary>{Words.Count(review.Waived.Count, "finding", "findings")} waived</summary>\n");
            foreach (var finding in review.Waived.Take(Most))
            {
                body.Append("\n- ").Append(Line(finding, address)).Append(" `").Append(finding.Code).Append("`: ").Append(MarkdownText.ConversationLine(PlainText.Cut(finding.Waived!, LongestReason)));
            }

            body.Append("\n\n</details>");
        }

        return body.ToString();
    }

    /// <summary>The findings of a section; what is found there over and over is one item.</summary>
    private static IEnumerable<IReadOnlyList<Finding>> Items(IEnumerable<Finding> section) => section
        .GroupBy(finding => finding.Code)
        .SelectMany(kind => kind.Count() >= Several ? [[.. kind]] : kind.Select(IReadOnlyList<Finding> (finding) => [finding]))
        .OrderBy(item => item[0].Line);

    private static string Said(IReadOnlyList<Finding> item)
    {
        var (message, hint) = item.Count == 1 ? (item[0].Message, item[0].Hint) : (item[0].Kind.What, item[0].Kind.Hint);
        return $"{(item[0].Level == ProblemLevel.Note ? message : $"**{message}**")} {hint} `{item[0].Code}`";
    }

    private static string Head(IReadOnlyList<Finding> open)
    {
        var notes = open.Count(finding => finding.Level == ProblemLevel.Note);
        return open.Count == 0 ? "Nothing is left to do in the document."
            : $"Left to do in the document: {Words.Counts(", ", (open.Count - notes, "thing to mend", "things to mend"), (notes, "note", "notes"))}. "
                + "To waive one, write `<!-- review: ok CODE - reason -->` on its line or the line before.";
    }

    private static string Line(Finding finding, Func<int, string> address) =>
        string.Create(CultureInfo.InvariantCulture, $"[line {finding.Line}]({address(finding.Line)})");
}
