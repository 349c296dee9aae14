using System.Globalization;
using System.Text.Json;

namespace PostmortemAction.GitHub;

/// <summary>The question for the texts of several files: https://docs.github.com/en/graphql/reference/objects#blob.</summary>
internal static class BlobGraph
{
    public static GraphQlQuery Query(IReadOnlyList<string> expressions, string owner, string name)
    {
        var numbers = Enumerable.Range(0, expressions.Count).Select(Number).ToList();
        var fields = string.Join(' ', numbers.Select(i => $"b{i}:object(expression:$b{i}){{...on Blob{{text isTruncated isBinary oid}}}}"));
        var variables = new Dictionary<string, string> { ["owner"] = owner, ["name"] = name };
        foreach (var (expression, i) in expressions.Zip(numbers))
        {
            variables[$"b{i}"] = expression;
        }

        return new($"query($owner:String!,$name:String!{string.Concat(numbers.Select(i => $",$b{i}:String!"))}){{repository(owner:$owner,name:$name){{{fields}}}}}", variables);
    }

    /// <summary>Null where GitHub does not answer the question.</summary>
    public static IReadOnlyList<BlobText?>? Read(int count, GraphQlRepository answer) =>
        answer.IsPartial || answer.Data?.Repository is not { } data ? null
        : [.. Enumerable.Range(0, count).Select(i => data.TryGetValue($"b{Number(i)}", out var part) && part.ValueKind == JsonValueKind.Object
            && part.Deserialize(GraphJson.Default.GraphBlob) is { IsTruncated: not null } blob ? new BlobText(blob.IsBinary == true ? null : blob.Text, blob.IsTruncated == false, blob.Oid) : null)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
