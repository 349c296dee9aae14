using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>A <see cref="RepositoryQuestion"/> in GraphQL: https://docs.github.com/en/graphql/reference/objects#repository.</summary>
internal static class RepositoryGraph
{
    private const int SymbolicLink = 0xA000;
    private const string Text = "...on Blob{text isTruncated}";
    private const string Author = "author{login __typename}";

    private const string Comments = $"comments(first:100){{totalCount nodes{{fullDatabaseId body url createdAt updatedAt isMinimized {Author} reactionGroups{{content users{{totalCount}}}}}}}}";

    /// <summary>People's names travel as variables: nothing in them can become part of the question.</summary>
    public static GraphQlQuery Query(RepositoryQuestion question, string owner, string name)
    {
        var variables = new Dictionary<string, string> { ["owner"] = owner, ["name"] = name };
        var fields = new List<string> { "defaultBranchRef{name target{oid ...on Commit{tree{oid}}}}" };
        fields.AddRange(question.Files.Select((path, i) => $"{Variable("f", i, $"HEAD:{path}")}:object(expression:$f{Number(i)}){{{Text}}}"));
        fields.AddRange(question.Folders.Select((path, i) => $"{Variable("d", i, $"HEAD:{path}")}:object(expression:$d{Number(i)}){{...on Tree{{entries{{name type mode object{{{Text}}}}}}}}}"));
        fields.AddRange(question.Trees.Select((path, i) => $"{Variable("t", i, $"HEAD:{path}")}:object(expression:$t{Number(i)}){{...on Tree{{entries{{name mode}}}}}}"));
        fields.AddRange(question.References.Select((path, i) =>
            $"{Variable("r", i, $"refs/{path}")}:ref(qualifiedName:$r{Number(i)}){{target{{oid ...on Commit{{message committedDate tree{{oid}} parents(first:1){{nodes{{oid}}}}}}}}}}"));
        if (question.Branch is { } branch)
        {
            variables["branch"] = branch;
            fields.Add($"pulls:pullRequests(headRefName:$branch,first:50,orderBy:{{field:CREATED_AT,direction:DESC}}){{nodes{{number title state body url createdAt closedAt mergedAt isCrossRepository headRefOid {Author}}}}}");
        }

        if (question.Issue is { } issue)
        {
            fields.Add($"issue(number:{Number(issue)}){{id number title body url state createdAt updatedAt closedAt {Author} labels(first:100){{nodes{{name}}}} {Comments}}}");
        }

        return new($"query({string.Join(',', variables.Keys.Select(key => $"${key}:String!"))}){{viewer{{login}} repository(owner:$owner,name:$name){{{string.Join(' ', fields)}}}}}", variables);

        string Variable(string kind, int i, string value)
        {
            variables[kind + Number(i)] = value;
            return kind + Number(i);
        }
    }

    /// <summary>Null where GitHub does not answer the question: then everything is asked over REST.</summary>
    public static RepositoryAnswer? Read(RepositoryQuestion question, GraphQlRepository answer)
    {
        if (answer.IsPartial || answer.Data?.Repository is not { } data || Part(data, "defaultBranchRef", Json.GraphBranch) is not { Name: { } branch, Target: { Oid: not null } target })
        {
            return null;
        }

        var files = new Dictionary<string, string?>();
        foreach (var (path, i) in question.Files.Select((path, i) => (path, i)))
        {
            var blob = Part(data, $"f{Number(i)}", Json.GraphBlob);
            if (blob is null or { Text: not null, IsTruncated: not true } && !MayBeLink(blob?.Text))
            {
                files[path] = blob?.Text;
            }
        }

        var issue = Part(data, "issue", Json.GraphIssue);
        return new(
            answer.Data.Viewer?.Login,
            branch,
            target.Commit(),
            files,
            question.Folders.Select((path, i) => (path, Folder(path, Part(data, $"d{Number(i)}", Json.GraphTree)))).ToDictionary(),
            question.Trees.Select((path, i) => (path, Part(data, $"t{Number(i)}", Json.GraphQlFolder)?.Entries ?? [])).ToDictionary(),
            question.References.Select((path, i) => (path, Part(data, $"r{Number(i)}", Json.GraphBranch)?.Target?.Commit())).ToDictionary(),
            [.. (Part(data, "pulls", Json.GraphPulls)?.Nodes ?? []).Where(pull => !pull.IsCrossRepository).Select(pull => pull.PullRequest())],
            issue?.Issue(),
            issue?.AllComments());
    }

    /// <summary>Of a symbolic link the text is its target, and its mode is not told here; REST follows it.</summary>
    private static bool MayBeLink(string? text) => text is { Length: > 0 } && text.AsSpan().IndexOfAny('\n', ':', '#') < 0;

    private static IReadOnlyList<RepositoryFile> Folder(string path, GraphTree? tree) =>
        [.. (tree?.Entries ?? []).Where(entry => entry is { Type: "blob", Mode: not SymbolicLink })
            .Select(entry => new RepositoryFile($"{path}/{entry.Name}", entry.Object is { IsTruncated: not true } blob ? blob.Text : null))];

    private static T? Part<T>(Dictionary<string, JsonElement> data, string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class => data.TryGetValue(name, out var part) && part.ValueKind == JsonValueKind.Object ? part.Deserialize(type) : null;

    private static GraphJson Json => GraphJson.Default;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

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

internal sealed record GraphBlob(string? Text, bool? IsTruncated, bool? IsBinary = null);

internal sealed record GraphTree(IReadOnlyList<GraphEntry>? Entries);

internal sealed record GraphEntry(string Name, string Type, int Mode, GraphBlob? Object);

internal sealed record GraphNodes<T>(IReadOnlyList<T>? Nodes);

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

    /// <summary>Null where there are more than one page of them.</summary>
    public IReadOnlyList<Comment>? AllComments() => Comments is { Nodes: { } nodes, TotalCount: var count } && count == nodes.Count ? [.. nodes.Select(comment => comment.Comment())] : null;
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
