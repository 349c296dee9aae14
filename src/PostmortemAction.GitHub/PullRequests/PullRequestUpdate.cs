namespace PostmortemAction.GitHub;

/// <summary>What changes on a pull request; what is null stays.</summary>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
public sealed record PullRequestUpdate(string? Title = null, string? Body = null, string? State = null);
