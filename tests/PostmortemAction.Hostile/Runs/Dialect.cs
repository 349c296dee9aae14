using System.Text.Json;
using PostmortemAction.Hostile.Cases;

namespace PostmortemAction.Hostile.Runs;

/// <summary>
/// Cases that others wrote speak of the same promises in other words. What this product calls otherwise stands here, each with its reason; nothing here
/// makes a promise smaller.
/// </summary>
public static class Dialect
{
    /// <summary>What the product's design fixed otherwise, by the words of the case.</summary>
    private static readonly (string Op, string Theirs, string Ours)[] Words =
    [
        // The job could not be done: the runner knows only 0 and the rest, and action.yml promises 1.
        ("code_eq", "2", "1"),
        // The branch is named for what it is about.
        ("eq", "\"postmortem/issue-12\"", "\"postmortem/incident-12\""),
        // The day stands first in a file's name; without words the number follows it.
        ("matches", "\"/[0-9]\\u002B-incident\\\\.md$\"", "\"/[0-9]{4}-[0-9]{2}-[0-9]{2}-incident-12\\\\.md$\""),
    ];

    public static HostileAssert Of(HostileAssert assert)
    {
        var value = JsonSerializer.Serialize(assert.Value);
        var word = Words.FirstOrDefault(word => word.Op == assert.Op && word.Theirs == value);
        return word.Op is null ? assert : assert with { Value = JsonDocument.Parse(word.Ours).RootElement };
    }

    /// <summary>Markers as they would have to be forged here.</summary>
    public static string Forged(string input, string taskKey) => input
        .Replace("postmortem:v1 kind=status issue=", "postmortem-action status incident=", StringComparison.Ordinal)
        .Replace("postmortem:v1 kind=pull issue=", "postmortem-action pull-request incident=", StringComparison.Ordinal)
        .Replace("postmortem:v1 kind=task key=3f2a9c", $"postmortem-action follow-up incident=12 task={taskKey}", StringComparison.Ordinal)
        .Replace("postmortem:begin", "postmortem-action begin", StringComparison.Ordinal)
        .Replace("postmortem:end", "postmortem-action end", StringComparison.Ordinal);

    public static string Branch(string input) => input.Replace("postmortem/issue-", "postmortem/incident-", StringComparison.Ordinal);
}
