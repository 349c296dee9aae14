using PostmortemAction.Core.Commands;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Timelines;

/// <summary>What a comment says, as far as its words alone tell it: not who wrote it, nor when.</summary>
/// <param name="IsPinned">Whether its first line says <c>pin</c>.</param>
/// <param name="Timed">Its lines that begin with a time.</param>
/// <param name="First">Where it has none of them: its first sentence.</param>
internal sealed record CommentText(bool IsPinned, IReadOnlyList<(WrittenEntry Written, SaidEntry Said)> Timed, SaidEntry? First)
{
    private const int LongestPin = 20;

    /// <param name="masked">The comment's body without secrets.</param>
    public static CommentText Of(string masked)
    {
        var body = WithoutQuoteHeads(CommandReader.Without(masked));
        var isPinned = Pin(ref body);
        var timed = EntryReader.Read(body, isComment: true).Where(entry => entry.Time is not null).Select(entry => (entry, SaidEntry.Of(entry.Text, entry.Label))).ToList();
        return new(isPinned, timed, timed.Count == 0 && FirstSentence(body) is { Length: > 0 } sentence ? SaidEntry.Of(sentence, null) : null);
    }

    /// <summary>A first line that says <c>pin</c> marks the comment as an entry.</summary>
    private static bool Pin(ref string body)
    {
        var lines = body.TrimStart().Split('\n', 2);
        if (lines.Length < 2 || lines[0].Length > LongestPin || PlainText.Fold(lines[0]).Trim('/', ':', ' ', '.') != "pin")
        {
            return false;
        }

        body = lines[1];
        return true;
    }

    /// <summary>The first sentence that the author wrote; quotes and code are not the author's.</summary>
    private static string? FirstSentence(string body)
    {
        var items = ItemReader.Read(body, hasCode: true);
        // A heading or a picture says it only where nothing else does.
        var first = items.FirstOrDefault(item => !Pictures.IsOnlyPicture(item.Text) && Headings.Name(item.Text) is null) ?? (items.Count > 0 ? items[0] : null);
        if (first is null)
        {
            return null;
        }

        var block = items.Where(item => item.Block == first.Block).Select(item => Headings.Name(item.Text) ?? item.Text);
        var sentence = Sentence.First(string.Join(' ', block));

        // "Status update:" says nothing without the list below it.
        return sentence.EndsWith(':') && !first.Listed && items.SkipWhile(item => item != first).SkipWhile(item => item.Block == first.Block).TakeWhile(item => item.Listed).Select(item => item.Text).ToList() is { Count: > 0 } below
            ? $"{sentence} {string.Join("; ", below)}" : sentence;
    }

    /// <summary>Without the line that a mail program puts before a quote, "On 14 April 2024 at 10:05 mira wrote:": nothing happened then.</summary>
    private static string WithoutQuoteHeads(string body)
    {
        var lines = body.Split('\n');
        return string.Join('\n', lines.Where((line, i) => !(line.StartsWith("On ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("wrote:", StringComparison.Ordinal)
            && lines.Skip(i + 1).FirstOrDefault(next => next.Trim().Length > 0) is ['>', ..])));
    }
}
