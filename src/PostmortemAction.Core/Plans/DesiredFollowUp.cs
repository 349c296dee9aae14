namespace PostmortemAction.Core.Plans;

/// <summary>The issue that a task should have.</summary>
/// <param name="Key">The task's identity.</param>
/// <param name="Assignee">A login; GitHub drops one that cannot be assigned.</param>
public sealed record DesiredFollowUp(string Key, string Title, string Body, IReadOnlyList<string> Labels, string? Assignee);
