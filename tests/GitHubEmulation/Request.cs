using System.Text.Json;

namespace PostmortemAction.Tests.GitHubEmulation;

/// <param name="Status">Null if the connection broke off.</param>
/// <param name="StartedAt">The place of its start among all starts and ends.</param>
/// <param name="EndedAt">The place of its end among all starts and ends.</param>
/// <param name="Depth">One more than the largest depth of what had ended before it started.</param>
public sealed record Request(string Method, string Path, string? Login, int? Status, JsonElement? Body, int StartedAt, int? EndedAt, int Depth);
