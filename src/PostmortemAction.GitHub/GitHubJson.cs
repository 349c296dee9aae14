using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>Serialisers made at build time: no reflection at run time, so the program starts fast and can be trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Issue))]
[JsonSerializable(typeof(List<Issue>))]
[JsonSerializable(typeof(Comment))]
[JsonSerializable(typeof(List<Comment>))]
[JsonSerializable(typeof(List<TimelineItem>))]
[JsonSerializable(typeof(PullRequest))]
[JsonSerializable(typeof(List<PullRequest>))]
[JsonSerializable(typeof(List<PullRequestFile>))]
[JsonSerializable(typeof(GitReference))]
[JsonSerializable(typeof(GitCommit))]
[JsonSerializable(typeof(GitObject))]
[JsonSerializable(typeof(GitTree))]
[JsonSerializable(typeof(List<FolderEntry>))]
[JsonSerializable(typeof(List<Label>))]
[JsonSerializable(typeof(Repository))]
[JsonSerializable(typeof(WorkflowSettings))]
[JsonSerializable(typeof(Label))]
[JsonSerializable(typeof(AccessLevel))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(NewIssue))]
[JsonSerializable(typeof(NewPullRequest))]
[JsonSerializable(typeof(NewTree))]
[JsonSerializable(typeof(NewCommit))]
[JsonSerializable(typeof(NewFile))]
[JsonSerializable(typeof(FileChange))]
[JsonSerializable(typeof(NewReference))]
[JsonSerializable(typeof(ReferenceUpdate))]
[JsonSerializable(typeof(BodyUpdate))]
[JsonSerializable(typeof(IssueUpdate))]
[JsonSerializable(typeof(PullRequestUpdate))]
[JsonSerializable(typeof(NewLabels))]
[JsonSerializable(typeof(NewSubIssue))]
[JsonSerializable(typeof(GraphQlQuery))]
[JsonSerializable(typeof(GraphQlViewer))]
[JsonSerializable(typeof(GraphQlFolders))]
[JsonSerializable(typeof(GraphQlChanges))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class GitHubJson : JsonSerializerContext;
