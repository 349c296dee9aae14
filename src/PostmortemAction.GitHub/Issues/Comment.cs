using System.Text.Json;

namespace PostmortemAction.GitHub;

/// <summary>A comment on an issue.</summary>
/// <param name="Minimized">Given when somebody hid the comment.</param>
public sealed record Comment(
    long Id,
    string? Body,
    string HtmlUrl,
    Account? User,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Minimized? Minimized,
    IReadOnlyDictionary<string, JsonElement>? Reactions = null)
{
    /// <summary>The kinds of reactions that it got; beside their counts GitHub gives an address and a total.</summary>
    public IReadOnlyList<string> ReactionKinds() =>
        [.. (Reactions ?? new Dictionary<string, JsonElement>())
            .Where(reaction => reaction.Key != "total_count" && reaction.Value.ValueKind == JsonValueKind.Number && reaction.Value.GetInt32() > 0)
            .Select(reaction => reaction.Key)];
}
