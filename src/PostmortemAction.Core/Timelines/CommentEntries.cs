using PostmortemAction.Core.Commands;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Entries from comments: lines that begin with a time; else the comment's first sentence at its posting time.</summary>
internal static class CommentEntries
{
    public static IEnumerable<TimelineEntry> Read(Incident incident, RunSettings settings, CommentWords words, ICollection<Problem> problems)
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

        return EntryRoom.Share([.. trusted.SelectMany(comment => OfComment(comment, words.Text(comment.Body), incident, settings, problems))], incident, problems);
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
        CommentRecord comment, CommentText text, Incident incident, RunSettings settings, ICollection<Problem> problems)
    {
        var entries = new List<TimelineEntry>();
        FormEntries.TellAmbiguous(text.Timed.Select(timed => timed.Written), comment.Url, problems);
        foreach (var (written, said) in text.Timed)
        {
            var at = incident.Days.InComment(written.Time!, comment.CreatedAt);
            FormEntries.TellClockChange(written.Time, at, incident, written.Text, problems);
            entries.Add(Entry(comment, at, said) with { Text = written.Words(at, said.Words) });
        }

        // A comment after the end is talk about the incident, no part of it, unless it states a time.
        var isPinned = text.IsPinned || (settings.Pin is { } pin && comment.Reactions.Contains(pin));
        var isTalk = incident.Over is { } over && comment.CreatedAt > over;
        var counts = isPinned || (settings.Comments == CommentRule.All && !isTalk);
        if (counts && text.First is { } sentence && (isPinned || sentence.Whole.Any(char.IsLetter)))
        {
            entries.Add(Entry(comment, Moment.At(comment.CreatedAt, incident.Zone), sentence));
        }

        return entries;
    }

    private static TimelineEntry Entry(CommentRecord comment, Moment? at, SaidEntry said) =>
        new(at, said.Words, said.Kind, said.From, comment.Author, comment.Url, EntryOrigin.Comment);
}
