using System.Text.Json;

namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>What the API answers to a person.</summary>
public sealed record Answer(int Status, JsonElement Body);
