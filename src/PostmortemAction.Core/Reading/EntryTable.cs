using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>A table of a timeline: which column is the time and which the day, which tells what happened, which says of what kind and who did it. Where is left out, and whom our own documents name as the author.</summary>
internal sealed record EntryTable(int Time, int What, int? Kind, int? Day, int? Who)
{
    private static readonly string[] Times = ["time", "when", "timestamp", "date/time", "date and time", "hour"];
    private static readonly string[] Days = ["date", "day"];
    private static readonly string[] Whats = ["what", "event", "events", "description", "action", "actions", "activity", "what happened", "details", "entry", "update", "actions taken", "event description"];
    private static readonly string[] Whos = ["who", "person", "actor", "responder", "by", "name"];
    private static readonly string[] Ours = ["proof", "elapsed", "kind", "source"];
    private static readonly string[] Kinds = ["kind", "type", "phase", "category"];

    /// <summary>Null for a table without both columns.</summary>
    public static EntryTable? Of(IReadOnlyList<string> header)
    {
        var names = header.Select(name => PlainText.Fold(name).Split('(')[0].Trim('*', '_', ':', ' ')).ToList();
        var (time, what) = (names.FindIndex(Times.Contains), names.FindIndex(Whats.Contains));
        return time < 0 || what < 0 ? null : new(time, what, Column(Kinds), Column(Days), names.Any(Ours.Contains) ? null : Column(Whos));

        int? Column(string[] wanted) => names.FindIndex(wanted.Contains) is var column and >= 0 ? column : null;
    }

    /// <summary>The row as a timeline line: its time, its kind as a tag, and what happened.</summary>
    public string Line(IReadOnlyList<string> cells)
    {
        var what = What < cells.Count ? cells[What] : "";
        var kind = Kind is { } column && column < cells.Count && cells[column].Split('(')[0].Trim() is { Length: > 0 } name ? $"[{name}] " : "";
        var day = Day is { } date && date < cells.Count ? WithoutLink(cells[date]) : "";
        var who = Who is { } person && person < cells.Count && what.Length > 0 && cells[person].Trim('*', '_', '-', '–', '—', ' ') is { Length: > 0 } actor ? $"{actor}: " : "";
        return $"{day} {(Time < cells.Count ? WithoutLink(cells[Time]) : "")} {kind}{who}{what}".Trim();
    }

    /// <summary>A time that links to what proves it; a dash stands for an entry without one.</summary>
    private static string WithoutLink(string cell)
    {
        var text = cell.StartsWith('[') && cell.IndexOf("](", StringComparison.Ordinal) is > 0 and var end ? cell[1..end] : cell;
        return text is "–" or "-" or "—" ? "" : text;
    }
}
