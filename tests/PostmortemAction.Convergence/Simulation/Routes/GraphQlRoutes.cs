using System.Globalization;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Of GraphQL four questions are known - who the token is, what folders hold, what files hold, and what a run begins with - and one change: to attach sub-issues.</summary>
internal static class GraphQlRoutes
{
    public static Answer Answer(Call call)
    {
        var query = call.Body.Text("query")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        var variables = call.Body.GetValueOrDefault("variables") as JsonMap ?? [];
        var count = variables.Keys.Count(name => name.StartsWith('e'));
        return query == "query{viewer{login}}" ? Data(new JsonMap { ["viewer"] = new JsonMap { ["login"] = call.Login } })
            : RepositoryGraph.Answer(call, query, variables) is { } answer && IsHere(call, variables) ? Data(answer)
            : query.StartsWith("mutation(", StringComparison.Ordinal) ? SubIssueMutation.Answer(call, query, variables)
            : query == BlobQuestion.Of(variables) && IsHere(call, variables) ? Data(new JsonMap { ["repository"] = BlobQuestion.Answer(call.Repository.Git, variables) })
            : query != Folders(count) ? Error("NOT_IMPLEMENTED", "This question is not simulated.")
            : !IsHere(call, variables) ? Error("NOT_FOUND", "Could not resolve to a Repository.")
            : Data(new JsonMap { ["repository"] = Listing(call, variables, count) });
    }

    private static bool IsHere(Call call, JsonMap variables) => $"{variables.Text("owner")}/{variables.Text("name")}" == call.Repository.FullName;

    private static string Folders(int count)
    {
        var numbers = Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        return $"query($owner:String!,$name:String!{string.Concat(numbers.Select(i => $",$e{i}:String!"))})"
            + $"{{repository(owner:$owner,name:$name){{{string.Concat(numbers.Select(i => $"f{i}:object(expression:$e{i}){{...onTree{{entries{{namemode}}}}}}"))}}}}}";
    }

    private static JsonMap Listing(Call call, JsonMap variables, int count)
    {
        var listing = new JsonMap();
        for (var i = 0; i < count; i++)
        {
            var parts = variables.Text(string.Create(CultureInfo.InvariantCulture, $"e{i}"))!.Split(':', 2);
            var git = call.Repository.Git;
            var entry = git.Commit(parts[0]) is { } commit ? git.Find(commit.Tree, parts[1]) : null;
            listing[string.Create(CultureInfo.InvariantCulture, $"f{i}")] = entry switch
            {
                null => null,
                { Type: "tree" } => new JsonMap { ["entries"] = git.Tree(entry.Sha)!.Entries.OrderBy(each => each.Key, StringComparer.Ordinal).Select(Item).ToList<object?>() },
                _ => new JsonMap(),
            };
        }

        return listing;
    }

    private static JsonMap Item(KeyValuePair<string, TreeEntry> entry) => new() { ["name"] = entry.Key, ["mode"] = (long)Convert.ToInt32(entry.Value.Mode, 8) };

    private static Answer Data(JsonMap data) => Routes.Answer.Ok(new JsonMap { ["data"] = data });

    private static Answer Error(string type, string message) =>
        Routes.Answer.Ok(new JsonMap { ["data"] = null, ["errors"] = new List<object?> { new JsonMap { ["type"] = type, ["message"] = message } } });
}
