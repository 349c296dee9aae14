namespace PostmortemAction.Core.Records;

/// <summary>A pull request that mentions the incident.</summary>
/// <param name="Ours">Whether it is the postmortem's own pull request.</param>
public sealed record PullRequestReference(int Number, string Title, string Url, bool Ours);
