using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>What a branch or tag points at.</summary>
public sealed record GitReference([property: JsonPropertyName("object")] GitObject Target);

/// <summary>A Git object by its hash.</summary>
public sealed record GitObject(string Sha);

/// <summary>A commit: what it holds, what it follows, and when it was made.</summary>
public sealed record GitCommit(string Sha, string? Message, GitObject Tree, IReadOnlyList<GitObject> Parents, CommitPerson? Committer);

/// <summary>Who made a commit. Where we leave that to GitHub, the date is the server's.</summary>
public sealed record CommitPerson(DateTimeOffset? Date);

/// <summary>An entry of a folder's listing.</summary>
/// <param name="Mode">Git's mode in octal digits, where Git is asked.</param>
/// <param name="Size">A file's size in bytes.</param>
public sealed record FolderEntry(string Type, string Path, string? Mode = null, string? Sha = null, long? Size = null);

/// <summary>A file's text, as GraphQL tells it.</summary>
/// <param name="Text">Null for what is no text.</param>
/// <param name="IsWhole">Whether all of it is there; a long one is cut.</param>
public sealed record BlobText(string? Text, bool IsWhole);

/// <summary>An entry of a folder as Git keeps it.</summary>
/// <param name="Mode">Git's mode, such as octal 120000 for a symbolic link.</param>
public sealed record TreeItem(string Name, int Mode);

/// <summary>The files and folders of a commit.</summary>
/// <param name="Truncated">Whether there are more than GitHub lists.</param>
public sealed record GitTree(IReadOnlyList<FolderEntry> Tree, bool Truncated);

/// <summary>What is asked of a repository.</summary>
/// <param name="HasIssues">Whether its issues are switched on.</param>
/// <param name="Archived">Whether nobody can write to it any more.</param>
/// <param name="Permissions">What whoever asks may do; a job's token is not told.</param>
public sealed record Repository(string DefaultBranch, bool HasIssues = true, bool Archived = false, RepositoryRights? Permissions = null);

/// <summary>What an account may do in a repository.</summary>
public sealed record RepositoryRights(bool Push);

/// <summary>A repository's settings of what workflows may do.</summary>
/// <param name="DefaultWorkflowPermissions">What a job's token may do where its workflow does not say: <c>read</c> or <c>write</c>.</param>
/// <param name="CanApprovePullRequestReviews">Whether Actions may create and approve pull requests: one setting for both.</param>
public sealed record WorkflowSettings(string DefaultWorkflowPermissions, bool CanApprovePullRequestReviews);

/// <summary>An account's permission: <c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>.</summary>
public sealed record AccessLevel([property: JsonPropertyName("permission")] string Name);
