using System.Text;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>
/// The part of a body that is ours. What people write above and below it stays, and what they write into it stays too:
/// its first line notes the fingerprint of what we wrote, so an edit shows. Ticks in its lists are no edit; they are carried over.
/// What is longer than GitHub takes is cut here, once everything in it is known: cut earlier, it would be cut elsewhere by the next run.
/// </summary>
public static class OwnBlock
{
    private const string Begin = "<!-- postmortem-action begin";
    private const string BeginEnd = " -->\n";
    private const string End = "\n<!-- postmortem-action end -->";
    private const string Whole = "the incident and its postmortem";

    /// <summary>In less nothing of ours would be worth reading.</summary>
    private const int LeastRoom = 2_000;

    public static string Wrap(string block) => WrapFit(Fit(block));

    /// <summary>The fingerprint of a block as it is written, whatever is ticked in it.</summary>
    public static string Sum(string block) => SumOf(Fit(block));

    /// <summary>
    /// The body with our part replaced; null when it stays: somebody took our part out, left no room for it, or it says so already. Where somebody wrote into it,
    /// only a follow-up's hidden mark is replaced: nobody reads it, and reminders and the digest go by it.
    /// </summary>
    public static string? Update(string body, string block)
    {
        var text = Normal(body);
        if (Find(text) is not { } found)
        {
            return null;
        }

        if (found.Sum != SumOf(found.Block))
        {
            return Marker.TryFind(block, Marker.FollowUp, out var mark) && Marker.TryFind(text, Marker.FollowUp, out var last) && mark != last
                && text.Replace(last.ToString(), mark.ToString(), StringComparison.Ordinal) is var marked && marked != text ? marked : null;
        }

        // What people wrote around it counts too, and theirs is not to be cut.
        var room = Limits.WholeBody - (text.Length - (found.End - found.Start));
        if (room < LeastRoom)
        {
            return null;
        }

        var updated = text[..found.Start] + WrapFit(CarryTicks(found.Block, Fit(block, room))) + text[found.End..];
        return updated == text ? null : updated;
    }

    /// <summary>Whether our part is there, and not as we wrote it.</summary>
    public static bool IsEdited(string body) => Find(Normal(body)) is { } found && found.Sum != SumOf(found.Block);

    /// <summary>The fingerprint of our part as it is; null where there is none.</summary>
    public static string? SumIn(string body) => Find(Normal(body)) is { } found ? SumOf(found.Block) : null;

    /// <summary>Whether the body holds our part as we wrote it, and nothing else.</summary>
    public static bool IsUntouched(string body) =>
        Normal(body).Trim() is var text && Find(text) is { Start: 0 } found && found.End == text.Length && found.Sum == SumOf(found.Block);

    private static string WrapFit(string block) => $"{Begin} {SumOf(block)}{BeginEnd}{block}{End}";

    private static string Fit(string block, int room = Limits.Body) => Limits.OfBody(block.Trim('\n'), Whole, Math.Min(room, Limits.Body)).Trim('\n');

    private static string SumOf(string block) => Fingerprint.Of(Unticked(block.Trim('\n')));

    /// <summary>Bodies edited in a browser carry CRLF.</summary>
    private static string Normal(string body) => body.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    private static (int Start, int End, string Sum, string Block)? Find(string text)
    {
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        var from = start < 0 ? -1 : text.IndexOf(BeginEnd, start, StringComparison.Ordinal);
        // The last one: what people wrote may have brought an end of its own into our part.
        var end = text.LastIndexOf(End, StringComparison.Ordinal);
        return from < 0 || end < from + BeginEnd.Length - 1 ? null
            : (start, end + End.Length, text[(start + Begin.Length)..from].Trim(), text[Math.Min(from + BeginEnd.Length, end)..end]);
    }

    private static string Unticked(string block) => string.Join('\n', block.Split('\n').Select(line => IsTicked(line) ? "- [ ]" + line[5..] : line));

    private static string CarryTicks(string before, string after)
    {
        var ticked = before.Split('\n').Where(IsTicked).DistinctBy(line => line[5..]).ToDictionary(line => line[5..], StringComparer.Ordinal);
        var lines = new StringBuilder();
        foreach (var line in after.Split('\n'))
        {
            var there = line.StartsWith("- [ ]", StringComparison.Ordinal) ? ticked.GetValueOrDefault(line[5..]) : null;
            lines.Append(there ?? line).Append('\n');
        }

        return lines.ToString().TrimEnd('\n');
    }

    private static bool IsTicked(string line) => line.StartsWith("- [x]", StringComparison.OrdinalIgnoreCase);
}
