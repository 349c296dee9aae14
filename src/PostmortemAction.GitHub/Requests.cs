using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>
/// A new issue. Labels and assignees that the token may not set are dropped by GitHub without a word;
/// where it may set them, an assignee who cannot be assigned has the whole issue refused with 422.
/// </summary>
public sealed record NewIssue(string Title, string Body, IReadOnlyList<string> Labels, IReadOnlyList<string> Assignees);

/// <summary>A new pull request within the repository.</summary>
public sealed record NewPullRequest(string Title, string Head, [property: JsonPropertyName("base")] string Base, string Body);

/// <summary>A tree that differs from another in one text file.</summary>
public sealed record NewTree(string BaseTree, IReadOnlyList<NewTreeEntry> Tree);

/// <summary>A text file of a new tree.</summary>
public sealed record NewTreeEntry(string Path, string Mode, string Type, string Content);

/// <summary>A commit without author and committer: then GitHub signs it.</summary>
public sealed record NewCommit(string Message, string Tree, IReadOnlyList<string> Parents);

/// <summary>A new file on a branch, and the message of its commit. Without author and committer GitHub signs it.</summary>
/// <param name="Content">Its bytes; JSON writes them as base64.</param>
public sealed record NewFile(string Message, byte[] Content, string Branch);

internal sealed record FileChange(GitCommit Commit);

/// <summary>A new reference, by its full name.</summary>
public sealed record NewReference(string Ref, string Sha);

/// <summary>What changes on an issue; what is null stays.</summary>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
public sealed record IssueUpdate(string? Title = null, string? Body = null, string? State = null, string? StateReason = null, IReadOnlyList<string>? Assignees = null);

/// <summary>What changes on a pull request; what is null stays.</summary>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
public sealed record PullRequestUpdate(string? Title = null, string? Body = null, string? State = null);

internal sealed record ReferenceUpdate(string Sha, bool Force);

internal sealed record BodyUpdate(string Body);

internal sealed record NewLabels(IReadOnlyList<string> Labels);

internal sealed record NewSubIssue(long SubIssueId);

internal sealed record GraphQlQuery(string Query, IReadOnlyDictionary<string, string>? Variables = null);

internal sealed record GraphQlViewer(GraphQlViewerData? Data);

internal sealed record GraphQlViewerData(Account? Viewer);

/// <summary>Folders by the names that the question gave them; GraphQL answers 200 to what it refuses.</summary>
internal sealed record GraphQlFolders(GraphQlFoldersData? Data, IReadOnlyList<GraphQlError>? Errors);

internal sealed record GraphQlFoldersData(Dictionary<string, GraphQlFolder?>? Repository);

/// <summary>Without entries it is a file.</summary>
internal sealed record GraphQlFolder(IReadOnlyList<TreeItem>? Entries);

/// <summary>What each of several changes came to, by the names that the question gave them; null for what was refused.</summary>
internal sealed record GraphQlChanges(Dictionary<string, JsonElement?>? Data);

internal sealed record GraphQlError(string? Type, string? Message, IReadOnlyList<JsonElement>? Path = null);
