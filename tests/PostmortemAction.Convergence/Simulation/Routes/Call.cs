using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Convergence.Simulation.Views;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>A request on its way through its route.</summary>
/// <param name="Login">Whose token it carries.</param>
/// <param name="Path">Path and query as sent, for links to other pages.</param>
/// <param name="IsRaw">Whether a file's text is asked for in place of JSON about it.</param>
internal sealed record Call(
    StoredRepository Repository,
    Show Show,
    string Login,
    string Path,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Query,
    JsonMap Body,
    bool IsRaw,
    Lag Lag)
{
    public StoredIssue Issue() => Seen(Repository.Find(Number("issue_number")));

    public StoredIssue Pull() => Seen(Repository.FindPull(Number("pull_number")));

    public StoredComment Comment()
    {
        var comment = Repository.FindComment(long.Parse(Parameters["comment_id"], CultureInfo.InvariantCulture));
        return Lag.IsShown(comment.CreatedAt) ? comment : throw Refusal.NotFound();
    }

    /// <summary>The texts of a list in the body, such as labels.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        Body.List(name) is { } list ? [.. list.Select(item => item as string ?? (item as JsonMap)?.Text("name") ?? "")] : null;

    private int Number(string name) => int.TryParse(Parameters[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private StoredIssue Seen(StoredIssue issue) => Lag.IsShown(issue.CreatedAt) ? issue : throw Refusal.NotFound();
}
