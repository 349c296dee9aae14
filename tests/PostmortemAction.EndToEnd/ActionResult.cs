namespace PostmortemAction.EndToEnd;

/// <summary>What the runner sees of a step that is over.</summary>
/// <param name="Log">Standard output and standard error.</param>
/// <param name="Outputs">The outputs, parsed as the runner parses them.</param>
internal sealed record ActionResult(int ExitCode, string Log, IReadOnlyDictionary<string, string> Outputs, string Summary, string? Json);
