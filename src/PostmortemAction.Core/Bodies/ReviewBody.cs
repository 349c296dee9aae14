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

    private const int LongestName = 80;
    private const int LongestReason = 200;

    /// <param name="address">The address of a line of the document.</param>
    public static string Of(Review review, Func<int, string> address)
    {
        var body = new StringBuilder(Head(review.Open));
        var section = (string?)null;
        foreach (var finding in review.Open.Take(Most))
        {
            if (finding.Section != section)
            {
                section = finding.Section;
                body.Append("\n\n").Append(section.Length == 0 ? "Above the first heading" : $"In {Quoted.Code(section, LongestName)}").Append(":\n");
            }

            body.Append("\n- ").Append(Line(finding, address)).Append(' ')
                .Append(finding.Level == ProblemLevel.Note ? finding.Message : $"**{finding.Message}**").Append(' ')
                .Append(finding.Hint).Append(" `").Append(finding.Code).Append('`');
        }

        if (review.Open.Count > Most)
        {
            body.Append(CultureInfo.InvariantCulture, $"\n\nAnd {review.Open.Count - Most} more: they show when these are done.");
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

    private static string Head(IReadOnlyList<Finding> open)
    {
        var notes = open.Count(finding => finding.Level == ProblemLevel.Note);
        return open.Count == 0 ? "Nothing is left to do in the document."
            : $"Left to do in the document: {Words.Count(open.Count - notes, "thing", "things")} to mend, {Words.Count(notes, "note", "notes")}. "
                + "To waive one, write `<!-- review: ok CODE - reason -->` on its line or the line before.";
    }

    private static string Line(Finding finding, Func<int, string> address) =>
        string.Create(CultureInfo.InvariantCulture, $"[line {finding.Line}]({address(finding.Line)})");
}
