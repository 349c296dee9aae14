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
[JsonSerializable(typeof(FileChange))]
[JsonSerializable(typeof(GraphQlViewer))]
[JsonSerializable(typeof(GraphQlFolders))]
[JsonSerializable(typeof(GraphQlChanges))]
[JsonSerializable(typeof(JsonElement))]
// Only ever written: without what reading needs, which would be made when the first one is written.
[JsonSerializable(typeof(NewIssue), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(NewPullRequest), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(NewTree), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(NewCommit), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(NewFile), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(NewReference), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ReferenceUpdate), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(BodyUpdate), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(IssueUpdate), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(PullRequestUpdate), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(NewLabels), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(NewSubIssue), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(GraphQlQuery), GenerationMode = JsonSourceGenerationMode.Serialization)]
internal sealed partial class GitHubJson : JsonSerializerContext;
