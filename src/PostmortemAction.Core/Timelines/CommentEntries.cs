using PostmortemAction.Core.Commands;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Entries from comments: lines that begin with a time; else the comment's first sentence at its posting time.</summary>
internal static class CommentEntries
{
    private const int LongestPin = 20;
    private const int LongestTag = 100;

    public static IEnumerable<TimelineEntry> Read(Incident incident, RunSettings settings, ICollection<Problem> problems)
    {
        if (settings.Comments == CommentRule.None)
        {
            return [];
        }

        var people = incident.Record.Comments
            .Where(comment => comment is { AuthorIsBot: false, Hidden: false, Ours: false }).ToList();
        var trusted = people.Where(comment => settings.Authors == AuthorRule.All || comment.AuthorMayWrite).ToList();
        if (trusted.Count < people.Count)
        {
            var count = people.Count - trusted.Count;
            problems.Add(Problem.Note(
                "comments-left-out",
                count == 1 ? "One comment by someone without write permission is not in the timeline."
                    : $"{count} comments by people without write permission are not in the timeline.",
                "Repeat what matters in a comment of your own, or set `timeline: { authors: all }` in the configuration.",
                incident.Record.Url));
        }

        return EntryRoom.Share([.. trusted.SelectMany(comment => OfComment(comment, incident, settings, problems))], incident, problems);
    }

    /// <summary><c>/timeline TEXT | TIME</c> and <c>/escalated TO</c>: entries whatever <c>timeline.comments</c> says.</summary>
    public static IEnumerable<TimelineEntry> OfCommands(Incident incident, ICollection<Problem> problems)
    {
        foreach (var command in incident.Commanded.Entries)
        {
            var (at, text) = Commanded.Entry(command, incident.Days, problems);
            var label = command.Form.Name == CommandForm.Escalated ? "escalation" : command.Tag?.Replace('-', ' ');
            var (kind, from, words) = KindReader.Read(text, label);
            yield return new(at, words, kind, from, command.Comment.Author, command.Comment.Url, EntryOrigin.Comment);
        }
    }

    private static List<TimelineEntry> OfComment(
        CommentRecord comment, Incident incident, RunSettings settings, ICollection<Problem> problems)
    {
        var body = WithoutQuoteHeads(CommandReader.Without(comment.Body));
        var isPinned = Pin(ref body) || (settings.Pin is { } pin && comment.Reactions.Contains(pin));
        var timed = EntryReader.Read(body, isComment: true).Where(entry => entry.Time is not null).ToList();
        var entries = new List<TimelineEntry>();
        FormEntries.TellAmbiguous(timed, comment.Url, problems);
        foreach (var written in timed)
        {
            var at = incident.Days.InComment(written.Time!, comment.CreatedAt);
            FormEntries.TellClockChange(written.Time, at, incident, written.Text, problems);
            var entry = Entry(comment, at, written.Text, written.Label);
            entries.Add(entry with { Text = written.Words(at, entry.Text) });
        }

        // A comment after the end is talk about the incident, no part of it, unless it states a time.
        var isTalk = incident.Over is { } over && comment.CreatedAt > over;
        var counts = isPinned || (settings.Comments == CommentRule.All && !isTalk);
        if (timed.Count == 0 && counts && FirstSentence(body) is { Length: > 0 } sentence && (isPinned || sentence.Any(char.IsLetter)))
        {
            entries.Add(Entry(comment, Moment.At(comment.CreatedAt, incident.Zone), sentence, null));
        }

        return entries;
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

    private static TimelineEntry Entry(CommentRecord comment, Moment? at, string text, string? label)
    {
        var (kind, from, words) = KindReader.Read(PlainText.Cut(text, EntryRoom.MostOfOne + LongestTag), label);
        return new(at, words, kind, from, comment.Author, comment.Url, EntryOrigin.Comment);
    }
}
