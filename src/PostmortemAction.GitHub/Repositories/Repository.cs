namespace PostmortemAction.GitHub;

/// <summary>What is asked of a repository.</summary>
/// <param name="HasIssues">Whether its issues are switched on.</param>
/// <param name="Archived">Whether nobody can write to it any more.</param>
/// <param name="Permissions">What whoever asks may do; a job's token is not told.</param>
public sealed record Repository(string DefaultBranch, bool HasIssues = true, bool Archived = false, RepositoryRights? Permissions = null);
