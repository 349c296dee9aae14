using System.Text;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Bodies;

/// <summary>
/// The part of a body that is ours. What people write above and below it stays, and what they write into it stays too:
/// its first line notes the fingerprint of what we wrote, so an edit shows. Ticks in its lists are no edit; they are carried over.
/// </summary>
public static class OwnBlock
{
    private const string Begin = "<!-- postmortem-action begin";
    private const string BeginEnd = " -->\n";
    private const string End = "\n<!-- postmortem-action end -->";

    public static string Wrap(string block) => $"{Begin} {Sum(block)}{BeginEnd}{block.Trim('\n')}{End}";

    /// <summary>The fingerprint of a block, whatever is ticked in it.</summary>
    public static string Sum(string block) => Fingerprint.Of(Unticked(block.Trim('\n')));

    /// <summary>The body with our part replaced; null when it stays: somebody took our part out or wrote into it, or it says so already.</summary>
    public static string? Update(string body, string block)
    {
        var text = Normal(body);
        if (Find(text) is not { } found || found.Sum != Sum(found.Block))
        {
            return null;
        }

        var updated = text[..found.Start] + Wrap(CarryTicks(found.Block, block.Trim('\n'))) + text[found.End..];
        return updated == text ? null : updated;
    }

    /// <summary>Whether our part is there, and not as we wrote it.</summary>
    public static bool IsEdited(string body) => Find(Normal(body)) is { } found && found.Sum != Sum(found.Block);

    /// <summary>The fingerprint of our part as it is; null where there is none.</summary>
    public static string? SumIn(string body) => Find(Normal(body)) is { } found ? Sum(found.Block) : null;

    /// <summary>Whether the body holds our part as we wrote it, and nothing else.</summary>
    public static bool IsUntouched(string body) =>
        Normal(body).Trim() is var text && Find(text) is { Start: 0 } found && found.End == text.Length && found.Sum == Sum(found.Block);

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
