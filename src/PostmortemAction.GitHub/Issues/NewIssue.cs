namespace PostmortemAction.GitHub;

/// <summary>
/// A new issue. Labels and assignees that the token may not set are dropped by GitHub without a word;
/// where it may set them, an assignee who cannot be assigned has the whole issue refused with 422.
/// </summary>
public sealed record NewIssue(string Title, string Body, IReadOnlyList<string> Labels, IReadOnlyList<string> Assignees);
