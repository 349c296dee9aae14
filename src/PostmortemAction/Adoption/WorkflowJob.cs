namespace PostmortemAction.Adoption;

/// <summary>A job that runs the action, or calls a workflow that may run it, as its workflow's file says.</summary>
/// <param name="Path">The workflow's file.</param>
/// <param name="Triggers">The events that start it, and the activities of each; null for those that GitHub takes where none are named.</param>
/// <param name="Permissions">What the job's token may do; null where the repository's setting says it.</param>
/// <param name="Condition">The job's <c>if</c>.</param>
/// <param name="Inputs">What is given to the action, by name.</param>
public sealed record WorkflowJob(
    string Path,
    IReadOnlyDictionary<string, IReadOnlyList<string>?> Triggers,
    IReadOnlyDictionary<string, string>? Permissions,
    string Condition,
    IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>Stands for every permission: <c>read-all</c>, <c>write-all</c>.</summary>
    public const string Every = "*";

    /// <summary>What the workflow is called, where people start it.</summary>
    public string Name { get; init; } = Path;

    /// <summary>The workflow that it calls, which may run the action; null where the job runs it itself.</summary>
    public string? Calls { get; init; }

    /// <summary>The <c>paths</c> of the events that have such; others start it whatever changed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Paths { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public bool MayWrite(string permission) =>
        (Permissions?.GetValueOrDefault(permission) ?? Permissions?.GetValueOrDefault(Every)) == "write";

    /// <summary>What the file gives to an input; empty where nothing, or what is computed by an expression: that only a run knows.</summary>
    public string Stated(string input) => Inputs.GetValueOrDefault(input) is { } text && !text.Contains("${{", StringComparison.Ordinal) ? text.Trim() : "";
}
