using System.Text.Json;
using System.Text.RegularExpressions;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Operations;

/// <summary>What a run told the runner and what it cost.</summary>
internal static partial class RunOperations
{
    /// <summary>The runner's commands that we give ourselves; with another name, or more of them than usual, somebody else speaks.</summary>
    private static readonly HashSet<string> Ours = ["add-mask", "group", "endgroup", "notice", "warning", "error", "debug"];

    public static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["runner_commands_eq"] = (sight, sink, value) => Foreign(sight, sink) is var foreign && foreign.Count == value.GetInt32() ? null : string.Join("; ", foreign),
        ["annotations_not_contains"] = (sight, sink, value) => TextOperations.Each(sight, sink, text =>
            RunnerCommands.Of(text).FirstOrDefault(command => command.Data.Contains(value.GetString()!, StringComparison.Ordinal))?.Data),
        ["code_eq"] = (sight, _, value) => sight.ExitCode == value.GetInt32() ? null : $"is {sight.ExitCode}",
        ["not_has_key"] = (sight, _, value) => sight.Outputs.ContainsKey(value.GetString()!) ? "is set" : null,
        ["keys_eq"] = (sight, _, _) => sight.Outputs.Keys.Except(sight.DocumentedOutputs).Concat((sight.Baseline ?? sight).Outputs.Keys.Except(sight.Outputs.Keys)).ToList() is { Count: > 0 } keys
            ? string.Join(", ", keys) : null,
        ["children_eq"] = (sight, _, value) => Count(sight, "children", value),
        ["cpu_ms_max"] = (sight, _, value) => sight.CpuMilliseconds <= value.GetInt64() ? null : $"took {sight.CpuMilliseconds}",
        ["rss_mb_max"] = (sight, _, value) => sight.Megabytes <= value.GetInt64() ? null : $"took {sight.Megabytes}",
        ["severity_eq"] = (sight, _, value) => sight.Severity == value.GetString() ? null : $"is {sight.Severity ?? "not known"}",
        ["labels_eq"] = (sight, _, value) => sight.Names is { } names && names.SequenceEqual(value.EnumerateArray().Select(name => name.GetString()!)) ? null
            : $"are {string.Join(", ", sight.Names ?? ["none"])}",
        ["commands_executed_le"] = (sight, _, value) => sight.Counts.GetValueOrDefault("commands_executed") <= value.GetInt64() ? null : $"are {sight.Counts["commands_executed"]}",
        ["mutations_eq"] = (sight, _, value) => Mutations(sight) is var count && count == (value.ValueKind == JsonValueKind.String ? Mutations(sight.Baseline!) : value.GetInt64()) ? null : $"are {count}",
        ["mutations_le"] = (sight, _, value) => Mutations(sight) is var count && count <= value.GetInt64() ? null : $"are {count}",
        ["no_patch_of_foreign"] = (sight, _, value) => Request(sight, request => request.IsForeign == value.GetBoolean()),
        ["no_force_ref_update"] = (sight, _, value) => Request(sight, request => request.IsWrite && (request.Body?.Contains("\"force\":true", StringComparison.Ordinal) ?? false) == value.GetBoolean()),
        ["path_segments_encoded"] = (sight, _, value) => Request(sight, request => Plain().IsMatch(request.Address.AbsoluteUri) != value.GetBoolean()),
        ["hosts_eq"] = (sight, _, value) => value.EnumerateArray().Select(host => $"{host.GetString()}.github.com").ToHashSet() is var hosts
            ? Request(sight, request => !hosts.Contains(request.Address.Host)) : null,
        ["ref_param_eq"] = (sight, _, _) => Request(sight, request => request.Address.AbsolutePath.Contains("/contents/.github", StringComparison.Ordinal)
            && !request.Address.Query.Contains($"ref={sight.DefaultCommit}", StringComparison.Ordinal)),
    };

    public static string? Count(Sight sight, string name, JsonElement value)
    {
        var wanted = value.ValueKind == JsonValueKind.String ? sight.Baseline!.Counts.GetValueOrDefault(name) : value.GetInt64();
        return sight.Counts.GetValueOrDefault(name) == wanted ? null : $"{sight.Counts.GetValueOrDefault(name)} instead of {wanted}";
    }

    /// <summary>Whether a second run was watched, and changed nothing.</summary>
    public static bool IsAtRest(Sight sight) => sight.Counts.TryGetValue("second_run_mutations", out var count) && count == 0;

    private static int Mutations(Sight sight) => sight.Requests.Count(request => request.IsWrite);

    private static string? Request(Sight sight, Predicate<SentRequest> isBad) =>
        sight.Requests.FirstOrDefault(request => isBad(request)) is { } bad ? $"{bad.Method} {bad.Address.AbsoluteUri}" : null;

    /// <summary>Commands that we never give, and groups, masks and annotations that people's words began.</summary>
    private static List<string> Foreign(Sight sight, string sink)
    {
        var commands = sight.Of(sink).SelectMany(RunnerCommands.Of).ToList();
        var masks = sight.Baseline?.Of(sink).SelectMany(RunnerCommands.Of).Count(command => command.Name == "add-mask") ?? 0;
        var groups = commands.Count(command => command.Name == "group") - commands.Count(command => command.Name == "endgroup");
        return
        [
            .. commands.Where(command => !Ours.Contains(command.Name)).Select(command => command.Name),
            .. commands.Where(command => command.Name == "add-mask").Skip(Math.Max(masks, 1)).Select(command => $"add-mask {command.Data}"),
            .. commands.Where(command => command.Name is "notice" or "warning" or "error" && IsForged(command, sight.Input)).Select(command => $"{command.Name} {command.Data}"),
            .. groups == 0 ? Array.Empty<string>() : ["a group that nobody closes"],
        ];
    }

    /// <summary>Ours have a code or end with what is to be done; a forged one says only what somebody wrote.</summary>
    private static bool IsForged(RunnerCommand command, string input) =>
        command.Data.Trim().Length > 0 && input.Contains($"::{command.Data.Trim()}", StringComparison.Ordinal)
        || input.Contains($"]{command.Data.Trim()}", StringComparison.Ordinal);

    [GeneratedRegex(@"[\s""'<>\\^`{|};$#]|%(?![0-9A-Fa-f]{2})")]
    private static partial Regex Plain();
}
