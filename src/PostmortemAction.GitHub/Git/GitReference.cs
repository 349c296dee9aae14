using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>What a branch or tag points at.</summary>
public sealed record GitReference([property: JsonPropertyName("object")] GitObject Target);
