namespace PostmortemAction.Hostile.Seen;

/// <summary>A command that the runner would obey.</summary>
public sealed record RunnerCommand(string Name, string Properties, string Data);
