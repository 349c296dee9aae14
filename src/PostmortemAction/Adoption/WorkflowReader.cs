using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Adoption;

/// <summary>Finds the jobs that run the action, or call a workflow that may run it: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax.</summary>
public static class WorkflowReader
{
    private const string Name = "postmortem-action";
    private const string Word = "postmortem";

    /// <exception cref="ProblemException">The file names the action and cannot be read.</exception>
    public static IReadOnlyList<WorkflowJob> Read(string text, string path)
    {
        // Others' workflows may use what we do not read; they are none of our business.
        if ((!text.Contains(Name, StringComparison.OrdinalIgnoreCase) && !MayCall(text, path)) || SafeYaml.Load(text, path) is not YamlMappingNode root)
        {
            return [];
        }

        var jobs = new List<WorkflowJob>();
        var (on, name) = (Child(root, "on"), Text(Child(root, "name")));
        foreach (var job in (Child(root, "jobs") as YamlMappingNode)?.Children.Values.OfType<YamlMappingNode>() ?? [])
        {
            var step = (Child(job, "steps") as YamlSequenceNode)?.OfType<YamlMappingNode>().FirstOrDefault(each => IsOurs(Text(Child(each, "uses"))));
            var called = step is null && Text(Child(job, "uses")) is { } uses && MayCall($"{name} {uses}", path) ? uses : null;
            if (step is null && called is null)
            {
                continue;
            }

            var inputs = step is null ? [] : Texts(Child(step, "with"));
            jobs.Add(new(path, Triggers(on), Permissions(Child(job, "permissions") ?? Child(root, "permissions")), Text(Child(job, "if")) ?? "", inputs)
            {
                Name = name ?? path,
                Calls = called,
                Paths = Paths(on),
            });
        }

        return jobs;
    }

    /// <summary>A called workflow may be in a repository that is not ours to read; its name or the caller's is all that there is to go by.</summary>
    private static bool MayCall(string text, string path) =>
        text.Contains(FolderSurvey.WorkflowFolder + "/", StringComparison.Ordinal) && $"{path} {text}".Contains(Word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the action's own repository runs it, it is <c>./</c>.</summary>
    private static bool IsOurs(string? uses) =>
        uses is "./" || (uses?.Split('@', ':')[..^1].Any(part => part.Split('/')[^1].Equals(Name, StringComparison.OrdinalIgnoreCase)) ?? false);

    private static Dictionary<string, IReadOnlyList<string>?> Triggers(YamlNode? node) => node switch
    {
        YamlMappingNode map => map.Children.ToDictionary(entry => Text(entry.Key) ?? "", entry => Listed(entry.Value, "types")),
        YamlSequenceNode list => list.Select(item => Text(item) ?? "").Distinct().ToDictionary(name => name, _ => (IReadOnlyList<string>?)null),
        _ => Text(node) is { } name ? new() { [name] = null } : [],
    };

    private static Dictionary<string, IReadOnlyList<string>> Paths(YamlNode? node) => (node as YamlMappingNode)?.Children
        .Select(entry => (Name: Text(entry.Key) ?? "", Paths: Listed(entry.Value, "paths")))
        .Where(trigger => trigger.Paths is not null).ToDictionary(trigger => trigger.Name, trigger => trigger.Paths!) ?? [];

    private static IReadOnlyList<string>? Listed(YamlNode trigger, string key) => trigger is not YamlMappingNode map ? null : Child(map, key) switch
    {
        YamlSequenceNode list => [.. list.Select(item => Text(item) ?? "")],
        YamlScalarNode { Value: { } type } => [type],
        _ => null,
    };

    private static Dictionary<string, string>? Permissions(YamlNode? node) => node switch
    {
        null => null,
        YamlScalarNode { Value: { } all } => new() { [WorkflowJob.Every] = all.Replace("-all", "", StringComparison.Ordinal) },
        _ => Texts(node),
    };

    private static Dictionary<string, string> Texts(YamlNode? node) =>
        (node as YamlMappingNode)?.Children.ToDictionary(entry => Text(entry.Key) ?? "", entry => Text(entry.Value) ?? "") ?? [];

    private static YamlNode? Child(YamlMappingNode node, string key) => node.Children.FirstOrDefault(child => Text(child.Key) == key).Value;

    private static string? Text(YamlNode? node) => (node as YamlScalarNode)?.Value;
}
