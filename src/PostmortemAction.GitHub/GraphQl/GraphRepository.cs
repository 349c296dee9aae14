using System.Text.Json;

namespace PostmortemAction.GitHub;

internal sealed record GraphQlRepository(GraphQlRepositoryData? Data, IReadOnlyList<GraphQlError>? Errors = null)
{
    /// <summary>
    /// Whether something of the repository could not be told; then what is null may be there all the same. What there is not is told as an error, too, and who asks
    /// is known otherwise.
    /// </summary>
    public bool IsPartial => Errors?.Any(error => error.Type != "NOT_FOUND" && !(error.Path is [{ ValueKind: JsonValueKind.String } first, ..] && first.ValueEquals("viewer"))) == true;
}

internal sealed record GraphQlRepositoryData(Account? Viewer, Dictionary<string, JsonElement>? Repository);

internal sealed record GraphBranch(string? Name, GraphCommit? Target);

internal sealed record GraphCommit(string? Oid, string? Message, DateTimeOffset? CommittedDate, GraphCommit? Tree, GraphNodes<GraphCommit>? Parents)
{
    public GitCommit Commit() => new(Oid!, Message, new(Tree?.Oid ?? ""), [.. (Parents?.Nodes ?? []).Select(parent => new GitObject(parent.Oid!))], new(CommittedDate));
}

internal sealed record GraphBlob(string? Text, bool? IsTruncated, bool? IsBinary = null, string? Oid = null);

internal sealed record GraphTree(IReadOnlyList<GraphEntry>? Entries);

internal sealed record GraphEntry(string Name, string Type, int Mode, GraphBlob? Object);

internal sealed record GraphNodes<T>(IReadOnlyList<T>? Nodes);
