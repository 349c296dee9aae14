using NodaTime;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Reads the entries that somebody wrote: lines, list items and table rows, those that begin with a time and the others.</summary>
internal static class EntryReader
{
    /// <summary>Stands for the paragraphs below a heading that is a time: all of them tell what happened then.</summary>
    private const int UnderHeading = -2;

    private const int LongestName = 40;

    private static readonly char[] Marks = ['*', '_', '#', ':', ' '];

    private static readonly char[] Separators = [' ', '\t', ':', '-', '–', '—', '|', ')', ']', ',', '.', '>', ';', '→', '⏰'];

    public static IReadOnlyList<WrittenEntry> Read(string text, bool isComment = false)
    {
        var entries = new List<WrittenEntry>();
        var label = (string?)null;
        var (day, dayHead) = ((WrittenTime?)null, "");
        var open = (Block: -1, Listed: false, Timed: false);
        var speaker = (string?)null;
        var items = ItemReader.Read(isComment ? text : Unfenced(text), hasCode: isComment).Where(item => !IsZoneNote(item.Text)).SelectMany(item => isComment ? [item] : Told(item)).ToList();
        var speakers = Speakers(items);
        var isTimed = new Lazy<bool>(() => items.Count(item => IsTimed(item.Text)) * 2 >= items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (speakers.TryGetValue(i, out var said))
            {
                entries.Add(Dated(said.Time, item.Text) with { Text = speaker = $"{said.Name}:", Label = label });
                open = (item.Block, item.Listed, true);
                continue;
            }

            var isHeading = Headings.Name(item.Text) is not null;
            var content = Headings.Name(item.Text) ?? item.Text;
            var time = TimeScanner.AtHead(content) ?? TimeScanner.DayAlone(content);
            var rest = time is null ? content : Rest(content, time);
            if (time is { Time: null } and ({ Day: not null } or { Word: not null }) && rest.Length == 0)
            {
                // A day alone: for the entries below it.
                day = time;
                dayHead = content.Trim(Marks);
            }
            else if (time is { Time: not null } && rest.Length > 0)
            {
                entries.Add(Dated(time, content) with { Text = rest, Label = label });
                open = (item.Block, item.Listed, true);
            }
            else if (time is { Time: not null } && open.Block == item.Block && entries is [.., { Time: null } above])
            {
                // A time alone below words: of what stands there, as on a status page, or of what the one says who stands there.
                var isEnd = IsBelow(i);
                entries[^1] = Dated(time, content) with { Text = isEnd || !IsName(above.Text) ? above.Text : speaker = $"{above.Text.Trim(Marks)}:", Label = above.Label };
                open = isEnd ? (-1, false, false) : (item.Block, item.Listed, true);
            }
            else if (time is { Time: not null })
            {
                // A time alone: what happened stands on the next line.
                entries.Add(Dated(time, content) with { Label = isHeading ? null : label });
                open = (isHeading ? UnderHeading : item.Block, item.Listed, true);
            }
            else if (entries.Count > 0 && (item.Listed || Headings.Label(item.Text) is null) && Continues(item, open, entries[^1]))
            {
                entries[^1] = entries[^1] with { Text = $"{entries[^1].Text}{(entries[^1].Text == speaker ? " " : "\n")}{content}".TrimStart('\n') };
            }
            else if (!item.Listed && item.Depth == 0 && i + 1 < items.Count && IsTimed(items[i + 1].Text) && item.Text.Length <= 90 && item.Text[^1] != '.' && !IsBelow(i + 1) && isTimed.Value)
            {
                // In a timeline of times, a line without one above a line with one says what comes.
                label = content.Trim('*', '_', ':', ' ', '?');
                open = (-1, false, false);
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

        // Whether an item is a time alone that ends a paragraph.
        bool IsBelow(int i) =>
            i > 0 && items[i - 1].Block == items[i].Block && (i + 1 == items.Count || items[i + 1].Block != items[i].Block)
            && TimeScanner.AtHead(items[i].Text) is { Time: not null } time && Rest(items[i].Text, time).Length == 0;

        WrittenEntry Dated(WrittenTime time, string content)
        {
            var head = content[time.Start..time.End];
            if (day is null || time is not { Day: null, Word: null })
            {
                return new(time, "", null, head);
            }

            var entry = new WrittenEntry(time with { Year = day.Year, Day = day.Day, Word = day.Word }, "", null, $"{dayHead} {head}");
            // The next day is next to what stands above it, once.
            day = day.Word is { IsNext: true } ? null : day;
            return entry;
        }
    }

    /// <summary>
    /// A further line of a list item, the line below a line with a time, what is nested, and a picture belong to the entry above.
    /// </summary>
    private static bool Continues(TextItem item, (int Block, bool Listed, bool Timed) open, WrittenEntry last) =>
        open.Block != -1 && (
            (open.Block == UnderHeading && Headings.Name(item.Text) is null)
            || item.Depth > 0
            || (item.Block == open.Block && (item.Listed || open.Timed))
            || (open.Timed && last.Text.Length == 0)
            || Pictures.IsOnlyPicture(item.Text));

    /// <summary>The lines of a copied chat that say who wrote when what stands below them: "**Bob** 10:03 PM". One alone may be anything.</summary>
    private static Dictionary<int, (string Name, WrittenTime Time)> Speakers(List<TextItem> items)
    {
        var found = new Dictionary<int, (string, WrittenTime)>();
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (!items[i].Listed && items[i].Text.Length <= LongestName * 2 && items[i + 1].Block == items[i].Block && (i == 0 || items[i - 1].Block != items[i].Block)
                && TimeScanner.All(items[i].Text) is [{ Time: not null, Start: > 0 } time] && items[i].Text[time.End..].All(c => c is ')' or ']' or '*' or '_' or ':' or ' ')
                && items[i].Text[..time.Start].TrimEnd('(', '[', ' ', '*', '_') is var name && IsName(name))
            {
                found[i] = (name.Trim(Marks), time);
            }
        }

        return found.Count > 1 ? found : [];
    }

    private static bool IsName(string text) =>
        text.Trim(Marks) is { Length: > 0 and <= LongestName } name && name.Split(' ') is { Length: <= 3 } words
        && words.All(word => word.Length > 0 && (char.IsLetter(word[0]) || word[0] is '@' or '(') && char.IsLetterOrDigit(word.TrimEnd('.', ')')[^1]));

    /// <summary>A paragraph that tells the story: "At 8:15 p.m. it began. At 8:22 p.m. we rolled back." Each sentence that begins with a time is an entry.</summary>
    private static IEnumerable<TextItem> Told(TextItem item)
    {
        var sentences = Sentence.All(item.Text);
        return !item.Listed && sentences.Count(IsTimed) > 1 ? sentences.Select((sentence, i) => item with { Text = sentence, Block = item.Block }) : [item];
    }

    /// <summary>A timeline that stands in a fence alone, as a form's field with <c>render</c> gives it, is its lines.</summary>
    private static string Unfenced(string text)
    {
        var lines = text.Split('\n');
        var inside = Fences.Inside(lines);
        return inside.Contains(true) && lines.Where((line, i) => inside[i] && IsTimed(line)).Any() && !lines.Where((line, i) => !inside[i] && IsTimed(line)).Any()
            ? string.Join('\n', lines.Where((line, i) => !inside[i] || !(Fences.Opens(line) is not null || line.Trim().All(c => c is '`' or '~'))))
            : text;
    }

    private static bool IsTimed(string text) => TimeScanner.AtHead(Headings.Name(text) ?? text) is { Time: not null };

    /// <summary>"(all times in Pacific Time)", "All times in GMT+2": about the times, no entry.</summary>
    private static bool IsZoneNote(string text)
    {
        var fold = Text.PlainText.Fold(text);
        return fold.StartsWith("times are in ", StringComparison.Ordinal) || fold.Length <= 80 && TimeScanner.All(text).Count == 0
            && ((fold.Contains("all ", StringComparison.Ordinal) && TimeScanner.ZoneIn(text) is not null) || (fold.StartsWith('(') && fold.EndsWith(')') && (fold.Contains("time", StringComparison.Ordinal) || TimeScanner.ZoneIn(text) is not null)));
    }

    /// <summary>What stands behind the time: without separators, the closing of emphasis around the time, and the end of a range.</summary>
    private static string Rest(string text, WrittenTime time)
    {
        var rest = text[time.End..];
        var next = TimeScanner.AtHead(rest.TrimStart('-', '–', '—', ' '));
        if (next is { Time: not null, Start: 0 } && rest.TrimStart(' ').StartsWith('-') | rest.TrimStart(' ').StartsWith('–'))
        {
            var trimmed = rest.TrimStart('-', '–', '—', ' ');
            rest = trimmed[next.End..];
        }

        return Emphasis.Close(text[..time.Start], rest, Separators).TrimEnd();
    }
}
