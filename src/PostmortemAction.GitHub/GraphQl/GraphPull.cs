namespace PostmortemAction.GitHub;

internal sealed record GraphPulls(IReadOnlyList<GraphPull>? Nodes);

internal sealed record GraphPull(
    int Number,
    string Title,
    string State,
    string? Body,
    string Url,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? MergedAt,
    bool IsCrossRepository,
    string HeadRefOid,
    GraphActor? Author)
{
    public PullRequest PullRequest() => new(Number, Title, State == "OPEN" ? "open" : "closed", Body, Url, CreatedAt, ClosedAt, MergedAt, Author?.Account(), new(HeadRefOid));
}
