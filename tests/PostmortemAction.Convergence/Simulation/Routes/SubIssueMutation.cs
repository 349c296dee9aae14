using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Convergence.Simulation.Views;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Attaches several sub-issues, one after the other; what is refused is null, and the others are attached all the same.</summary>
internal static partial class SubIssueMutation
{
    public static Answer Answer(Call call, string query, JsonMap variables)
    {
        var (data, errors) = (new JsonMap(), new List<object?>());
        var parent = Find(call, variables.Text("issue"));
        foreach (var name in Part().Matches(query).Select(match => match.Groups["name"].Value))
        {
            try
            {
                var child = Find(call, variables.Text(name));
                call.Repository.Attach(parent, child, call.Login);
                data[name] = new JsonMap { ["subIssue"] = new JsonMap { ["id"] = variables.Text(name) } };
            }
            catch (Refusal refusal)
            {
                data[name] = null;
                errors.Add(new JsonMap { ["type"] = "UNPROCESSABLE", ["path"] = new List<object?> { name }, ["message"] = refusal.Message });
            }
        }

        var body = new JsonMap { ["data"] = data };
        if (errors.Count > 0)
        {
            body["errors"] = errors;
        }

        return Routes.Answer.Ok(body);
    }

    private static StoredIssue Find(Call call, string? node) =>
        call.Repository.Issues.Concat(call.Repository.Neighbour?.Issues ?? []).FirstOrDefault(issue => !issue.IsDeleted && Show.Node("I", issue.Id) == node) ?? throw new Refusal(200, $"Could not resolve to a node with the global id of '{node}'");

    [GeneratedRegex(@"(?<name>s\d+):addSubIssue\(input:\{issueId:\$issue,subIssueId:\$\k<name>\}\)\{subIssue\{id\}\}")]
    private static partial Regex Part();
}
