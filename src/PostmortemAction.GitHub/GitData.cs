using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>A branch or tag and what it points at.</summary>
public sealed record GitReference(string Ref, [property: JsonPropertyName("object")] GitObject Target);

/// <summary>A Git object by its hash.</summary>
public sealed record GitObject(string Sha);

/// <summary>A commit and its tree.</summary>
public sealed record GitCommit(string Sha, string? Message, GitObject Tree);

/// <summary>An entry of a folder's listing.</summary>
public sealed record FolderEntry(string Type, string Path);

/// <summary>The parts of a repository that are asked for.</summary>
public sealed record Repository(string FullName, string DefaultBranch, string HtmlUrl);

/// <summary>An account's permission: <c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>.</summary>
public sealed record AccessLevel([property: JsonPropertyName("permission")] string Name);
