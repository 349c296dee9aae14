using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>A new pull request within the repository.</summary>
public sealed record NewPullRequest(string Title, string Head, [property: JsonPropertyName("base")] string Base, string Body);
