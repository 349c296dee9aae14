namespace PostmortemAction.Tests;

/// <summary>A command that the runner took from the log.</summary>
internal sealed record RunnerCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data);

/// <summary>
/// Reads a log as the runner does: <c>::name key=value,key=value::data</c> at a line's start after white space, else <c>##[name key=value;…]data</c>
/// anywhere in a line. It searches by the rules of a language, for which some characters do not count, and so do we.
/// </summary>
internal sealed class RunnerLog
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "debug", "notice", "warning", "error", "group", "endgroup", "add-mask", "add-matcher", "remove-matcher", "stop-commands", "echo",
        "set-output", "save-state", "set-env", "add-path", "internal-set-repo-path",
    };

    private readonly List<RunnerCommand> commands = [];
    private readonly List<string> lines = [];

    public RunnerLog(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            if ((Colons(line) ?? Brackets(line)) is { } command)
            {
                commands.Add(command);
            }
            else
            {
                lines.Add(line);
            }
        }
    }

    public IReadOnlyList<RunnerCommand> Commands => commands;

    public IEnumerable<string> Names => commands.Select(command => command.Name);

    /// <summary>The lines that hold no command.</summary>
    public IReadOnlyList<string> Lines => lines;

    private static RunnerCommand? Colons(string line)
    {
        var text = line.TrimStart();
        var end = text.StartsWith("::", StringComparison.CurrentCulture) ? text.IndexOf("::", 2, StringComparison.CurrentCulture) : -1;
        return end < 0 ? null : Read(text[2..end], ',', text[(end + 2)..]);
    }

    private static RunnerCommand? Brackets(string line)
    {
        var start = line.IndexOf("##[", StringComparison.CurrentCulture);
        var end = start < 0 ? -1 : line.IndexOf(']', start);
        return end < start + 3 ? null : Read(line[(start + 3)..end], ';', line[(end + 1)..]);
    }

    private static RunnerCommand? Read(string command, char separator, string data)
    {
        var words = command.Split(' ', 2);
        return !Known.Contains(words[0]) ? null : new(
            words[0],
            (words.Length == 1 ? "" : words[1].Trim()).Split(separator, StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => Decode(pair[1])),
            Decode(data));
    }

    private static string Decode(string text) =>
        new[] { ("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%3A", ":"), ("%2C", ","), ("%25", "%") }
            .Aggregate(text, (decoded, escape) => decoded.Replace(escape.Item1, escape.Item2, StringComparison.Ordinal));
}
