using NodaTime;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Reads the entries that somebody wrote: lines, list items and table rows, those that begin with a time and the others.</summary>
internal static class EntryReader
{
    private static readonly char[] Separators = [' ', '\t', ':', '-', '–', '—', '|', ')', ']', ',', '.', '`', '>'];

    public static IReadOnlyList<WrittenEntry> Read(string text)
    {
        var entries = new List<WrittenEntry>();
        var label = (string?)null;
        var day = (WrittenTime?)null;
        var open = (Block: -1, Listed: false, Timed: false);
        foreach (var item in ItemReader.Read(text))
        {
            var isHeading = Headings.Name(item.Text) is not null;
            var content = Headings.Name(item.Text) ?? item.Text;
            var time = TimeScanner.AtHead(content);
            var rest = time is null ? content : Rest(content, time);
            if (time is { Time: null, Day: not null } && rest.Length == 0)
            {
                // A date alone: for the entries below it.
                day = time;
            }
            else if (time is { Time: not null } && rest.Length > 0)
            {
                entries.Add(new(OnDay(time, day), rest, label));
                open = (item.Block, item.Listed, true);
            }
            else if (time is { Time: not null })
            {
                // A time alone: what happened stands on the next line.
                entries.Add(new(OnDay(time, day), "", isHeading ? null : label));
                open = (isHeading ? -2 : item.Block, item.Listed, true);
            }
            else if (entries.Count > 0 && Continues(item, open, entries[^1]))
            {
                entries[^1] = entries[^1] with { Text = $"{entries[^1].Text}\n{content}".TrimStart('\n') };
                open = open.Block == -2 ? (item.Block, item.Listed, true) : open;
            }
            else if (Headings.Label(item.Text) is { } name)
            {
                label = name;
                open = (-1, false, false);
            }
            else
            {
                entries.Add(new(null, content, label));
                open = (item.Block, item.Listed, false);
            }
        }

        return [.. entries.Where(entry => entry.Text.Length > 0)];
    }

    /// <summary>
    /// A further line of a list item, the line below a line with a time, what is nested, and a picture belong to the entry above.
    /// </summary>
    private static bool Continues(TextItem item, (int Block, bool Listed, bool Timed) open, WrittenEntry last) =>
        open.Block != -1 && (
            item.Depth > 0
            || (item.Block == open.Block && (item.Listed || open.Timed))
            || (open.Timed && last.Text.Length == 0)
            || Pictures.IsOnlyPicture(item.Text));

    private static WrittenTime OnDay(WrittenTime time, WrittenTime? day) =>
        time.Day is null && day is not null ? time with { Year = day.Year, Day = day.Day } : time;

    /// <summary>What stands behind the time: without separators, the closing of emphasis around the time, and the end of a range.</summary>
    private static string Rest(string text, WrittenTime time)
    {
        var emphasis = text[..time.Start].Count(c => c is '*' or '_');
        var rest = text[time.End..];
        var next = TimeScanner.AtHead(rest.TrimStart('-', '–', '—', ' '));
        if (next is { Time: not null, Start: 0 } && rest.TrimStart(' ').StartsWith('-') | rest.TrimStart(' ').StartsWith('–'))
        {
            var trimmed = rest.TrimStart('-', '–', '—', ' ');
            rest = trimmed[next.End..];
        }

        rest = rest.TrimStart(Separators);
        for (; emphasis > 0 && rest.Length > 0 && rest[0] is '*' or '_'; emphasis--)
        {
            rest = rest[1..];
        }

        return rest.TrimStart(Separators).TrimEnd();
    }
}
