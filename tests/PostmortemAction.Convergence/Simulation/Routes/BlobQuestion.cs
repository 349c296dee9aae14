using System.Globalization;
using System.Text;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>The question for the texts of many files.</summary>
internal static class BlobQuestion
{
    /// <summary>As it is asked, without its blanks.</summary>
    public static string Of(JsonMap variables)
    {
        var numbers = Numbers(variables);
        return $"query($owner:String!,$name:String!{string.Concat(numbers.Select(i => $",$b{i}:String!"))})"
            + $"{{repository(owner:$owner,name:$name){{{string.Concat(numbers.Select(i => $"b{i}:object(expression:$b{i}){{...onBlob{{textisTruncatedisBinaryoid}}}}"))}}}}}";
    }

    public static JsonMap Answer(GitStore git, JsonMap variables)
    {
        var answer = new JsonMap();
        foreach (var i in Numbers(variables))
        {
            var expression = variables.Text($"b{i}")!;
            var sha = expression.Split(':', 2) is [var at, var path] ? git.Commit(at) is { } commit && git.Find(commit.Tree, path) is { Type: "blob" } entry ? entry.Sha : null : expression;
            answer[$"b{i}"] = sha is null || git.Blob(sha) is not { } bytes ? null : Shown(sha, bytes);
        }

        return answer;
    }

    private static JsonMap Shown(string sha, byte[] bytes)
    {
        var isBinary = bytes.Contains((byte)0);
        return new() { ["text"] = isBinary ? null : Encoding.UTF8.GetString(bytes), ["isTruncated"] = false, ["isBinary"] = isBinary, ["oid"] = sha };
    }

    private static List<string> Numbers(JsonMap variables) =>
        [.. Enumerable.Range(0, variables.Keys.Count(name => name is ['b', >= '0' and <= '9', ..])).Select(i => i.ToString(CultureInfo.InvariantCulture))];
}
