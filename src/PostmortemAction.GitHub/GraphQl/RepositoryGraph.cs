using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PostmortemAction.GitHub;

/// <summary>A <see cref="RepositoryQuestion"/> in GraphQL: https://docs.github.com/en/graphql/reference/objects#repository.</summary>
internal static class RepositoryGraph
{
    private const int SymbolicLink = 0xA000;
    private const string Text = "...on Blob{text isTruncated}";
    private const string Author = "author{login __typename}";

    private const string CommentCount = "comments{totalCount}";

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
            fields.Add($"issue(number:{Number(issue)}){{id number title body url state createdAt updatedAt closedAt {Author} labels(first:100){{nodes{{name}}}} {(question.WithComments ? Comments : CommentCount)}}}");
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
            issue?.FirstComments());
    }

    /// <summary>Of a symbolic link the text is its target, and its mode is not told here; REST follows it.</summary>
    private static bool MayBeLink(string? text) => text is { Length: > 0 } && text.AsSpan().IndexOfAny('\n', ':', '#') < 0;

    private static IReadOnlyList<RepositoryFile> Folder(string path, GraphTree? tree) =>
        [.. (tree?.Entries ?? []).Where(entry => entry is { Type: "blob", Mode: not SymbolicLink })
            .Select(entry => new RepositoryFile($"{path}/{entry.Name}", entry.Object is { IsTruncated: not true } blob ? blob.Text : null))];

    private static T? Part<T>(Dictionary<string, JsonElement> data, string name, JsonTypeInfo<T> type)
        where T : class => data.TryGetValue(name, out var part) && part.ValueKind == JsonValueKind.Object ? part.Deserialize(type) : null;

    private static GraphJson Json => GraphJson.Default;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
