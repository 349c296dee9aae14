using System.Text;

namespace PostmortemAction.Hostile.Seen;




/// <summary>
/// Reads a log as the runner does: <c>::name properties::data</c> at a line's start after any white space, and <c>##[name properties]data</c> anywhere in
/// a line. Lines end at LF and CR, as the runner's stream reader has it.
/// </summary>
public static class RunnerCommands
{
    private static readonly string[] Known =
    [
        "set-output", "set-env", "add-path", "save-state", "add-mask", "add-matcher", "remove-matcher", "debug", "notice", "warning", "error", "group", "endgroup",
        "echo", "stop-commands", "internal-set-repo-path",
    ];

    public static IReadOnlyList<RunnerCommand> Of(string log) => [.. log.Split('\n', '\r').Select(Command).OfType<RunnerCommand>()];

    /// <summary>The log as people see it: what hides a value is not shown.</summary>
    public static string Shown(string log) =>
        string.Join('\n', log.Split('\n').Where(line => Command(line) is not { Name: "add-mask" }));

    public static string Decode(string data)
    {
        var text = new StringBuilder(data).Replace("%0D", "\r").Replace("%0A", "\n").Replace("%3A", ":").Replace("%2C", ",").Replace("%25", "%");
        return text.ToString();
    }

    private static RunnerCommand? Command(string line) => Second(line) ?? First(line);

    private static RunnerCommand? Second(string line)
    {
        var text = line.TrimStart();
        var end = text.StartsWith("::", StringComparison.Ordinal) ? text.IndexOf("::", 2, StringComparison.Ordinal) : -1;
        return end < 0 ? null : Named(text[2..end], text[(end + 2)..]);
    }

    private static RunnerCommand? First(string line)
    {
        var start = line.IndexOf("##[", StringComparison.Ordinal);
        var end = start < 0 ? -1 : line.IndexOf(']', start);
        return end < 0 ? null : Named(line[(start + 3)..end], line[(end + 1)..]);
    }

    private static RunnerCommand? Named(string head, string data)
    {
        var parts = head.Split(' ', 2);
        return Known.Contains(parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
            ? new(parts[0].Trim().ToLowerInvariant(), parts.Length > 1 ? parts[1] : "", Decode(data)) : null;
    }
}
