using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>An account's permission: <c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>.</summary>
public sealed record AccessLevel([property: JsonPropertyName("permission")] string Name);
