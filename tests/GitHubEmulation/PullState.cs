namespace PostmortemAction.Tests.GitHubEmulation;

public sealed record PullState(
    int Number,
    string Title,
    string? Body,
    string State,
    bool Merged,
    bool Draft,
    string Author,
    string Head,
    string HeadSha,
    string Base,
    IReadOnlyList<string> Labels,
    IReadOnlyList<string> Assignees,
    IReadOnlyList<string> Reviewers,
    string? MergeCommitSha);
