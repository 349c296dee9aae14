using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>GraphQL's own names are in camel case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GraphQlRepository))]
[JsonSerializable(typeof(GraphBranch))]
[JsonSerializable(typeof(GraphBlob))]
[JsonSerializable(typeof(GraphTree))]
[JsonSerializable(typeof(GraphQlFolder))]
[JsonSerializable(typeof(GraphPulls))]
[JsonSerializable(typeof(GraphIssue))]
internal sealed partial class GraphJson : JsonSerializerContext;
