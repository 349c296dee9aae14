namespace PostmortemAction.GitHub;

/// <summary>What GitHub says to a <see cref="RepositoryQuestion"/>.</summary>
/// <param name="Login">Whom the token acts as; null when GitHub does not say.</param>
/// <param name="DefaultBranch">The default branch's name.</param>
/// <param name="Base">Its last commit: hash and tree.</param>
/// <param name="Files">Texts by path, null where there is no such file; a path is missing where its text cannot be had like this.</param>
/// <param name="Folders">Files by folder, empty where there is none.</param>
/// <param name="Trees">Names and modes by folder, empty where there is none.</param>
/// <param name="References">Commits by reference, null where there is none.</param>
/// <param name="Pulls">The branch's pull requests, the newest first.</param>
/// <param name="Issue">The issue; null where there is none of this number, or it is a pull request.</param>
/// <param name="Comments">The first hundred comments on it; null where they are not known.</param>
public sealed record RepositoryAnswer(
    string? Login,
    string DefaultBranch,
    GitCommit Base,
    IReadOnlyDictionary<string, string?> Files,
    IReadOnlyDictionary<string, IReadOnlyList<RepositoryFile>> Folders,
    IReadOnlyDictionary<string, IReadOnlyList<TreeItem>> Trees,
    IReadOnlyDictionary<string, GitCommit?> References,
    IReadOnlyList<PullRequest> Pulls,
    Issue? Issue,
    IReadOnlyList<Comment>? Comments);
