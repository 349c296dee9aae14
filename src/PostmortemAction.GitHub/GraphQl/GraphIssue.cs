using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

internal sealed record GraphIssue(
    string Id,
    int Number,
    string Title,
    string? Body,
    string Url,
    string State,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt,
    GraphActor? Author,
    GraphNodes<GraphLabel>? Labels,
    GraphComments? Comments)
{
    public Issue Issue() => new(
        0, Number, Title, State == "OPEN" ? "open" : "closed", Body, Url, Author?.Account(), [.. (Labels?.Nodes ?? []).Select(label => new Label(label.Name))], null,
        Comments?.TotalCount ?? 0, CreatedAt, UpdatedAt, ClosedAt, null, null, Id);

    public IReadOnlyList<Comment>? FirstComments() => Comments is { Nodes: { } nodes } ? [.. nodes.Select(comment => comment.Comment())] : null;
}

internal sealed record GraphComments(int TotalCount, IReadOnlyList<GraphComment>? Nodes);

internal sealed record GraphComment(
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] long FullDatabaseId,
    string Body,
    string Url,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    bool IsMinimized,
    GraphActor? Author,
    IReadOnlyList<GraphReaction>? ReactionGroups)
{
    public Comment Comment() => new(
        FullDatabaseId,
        Body,
        Url,
        Author?.Account(),
        CreatedAt,
        UpdatedAt,
        IsMinimized ? new() : null,
        (ReactionGroups ?? []).ToDictionary(group => group.Kind(), group => group.Users?.TotalCount ?? default));
}

internal sealed record GraphReactors(JsonElement TotalCount);

internal sealed record GraphReaction(string Content, GraphReactors? Users)
{
    /// <summary>As REST has it.</summary>
    public string Kind() => Content switch
    {
        "THUMBS_UP" => "+1",
        "THUMBS_DOWN" => "-1",
        _ => Content.ToLowerInvariant(),
    };
}

internal sealed record GraphLabel(string Name);

internal sealed record GraphActor(string Login, [property: JsonPropertyName("__typename")] string Kind)
{
    /// <summary>GraphQL leaves off what REST puts behind the name of a bot.</summary>
    public Account Account() => Kind == "Bot" && !Login.EndsWith("[bot]", StringComparison.Ordinal) ? new($"{Login}[bot]", Kind) : new(Login, Kind);
}
