using System.Text;
using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Convergence.Simulation.Views;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>The question that a run begins with. The end-to-end tests hold its text against GitHub's schema.</summary>
internal static partial class RepositoryGraph
{
    /// <summary>Null where the query is another one.</summary>
    public static JsonMap? Answer(Call call, string query, JsonMap variables)
    {
        if (!query.Contains("defaultBranchRef{", StringComparison.Ordinal))
        {
            return null;
        }

        var (repository, git) = (call.Repository, call.Repository.Git);
        var head = git.References.GetValueOrDefault($"refs/heads/{repository.DefaultBranch}");
        var data = new JsonMap { ["defaultBranchRef"] = head is null ? null : new JsonMap { ["name"] = repository.DefaultBranch, ["target"] = Commit(git, head) } };
        foreach (Match alias in Alias().Matches(query))
        {
            var (name, value) = (alias.Groups["name"].Value, variables.Text(alias.Groups["name"].Value)!);
            data[name] = alias.Groups["field"].Value == "ref"
                ? git.References.TryGetValue(value, out var sha) ? new JsonMap { ["target"] = Commit(git, sha) } : null
                : head is null ? null : Object(git, git.Find(git.Commit(head)!.Tree, value.Split(':', 2)[1]));
        }

        if (variables.Text("branch") is { } branch)
        {
            data["pulls"] = new JsonMap
            {
                ["nodes"] = repository.Issues.Where(issue => issue.Pull?.Head == branch && call.Lag.IsListed(issue.CreatedAt))
                    .OrderByDescending(issue => issue.Number).Select(issue => Pull(call, issue)).ToList<object?>(),
            };
        }

        if (Number().Match(query) is { Success: true } number)
        {
            var issue = repository.Issues.FirstOrDefault(each => each.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == number.Groups[1].Value);
            data["issue"] = issue is null or { IsDeleted: true } or { Pull: not null } || !call.Lag.IsShown(issue.CreatedAt) ? null : Issue(call, issue);
        }

        return new() { ["viewer"] = new JsonMap { ["login"] = call.Login }, ["repository"] = data };
    }

    private static JsonMap Commit(GitStore git, string sha)
    {
        var commit = git.Commit(sha)!;
        return new()
        {
            ["oid"] = sha, ["message"] = commit.Message, ["committedDate"] = Show.Time(commit.Committer.At), ["tree"] = new JsonMap { ["oid"] = commit.Tree },
            ["parents"] = new JsonMap { ["nodes"] = commit.Parents.Take(1).Select(parent => new JsonMap { ["oid"] = parent }).ToList<object?>() },
        };
    }

    private static JsonMap? Object(GitStore git, TreeEntry? entry) => entry switch
    {
        null => null,
        { Type: "blob" } => new() { ["text"] = Encoding.UTF8.GetString(git.Blob(entry.Sha)!), ["isTruncated"] = false },
        _ => new()
        {
            ["entries"] = git.Tree(entry.Sha)!.Entries.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new JsonMap
            {
                ["name"] = each.Key, ["type"] = each.Value.Type, ["mode"] = (long)Convert.ToInt32(each.Value.Mode, 8),
                ["object"] = each.Value.Type == "blob" ? Object(git, each.Value) : new JsonMap(),
            }).ToList<object?>(),
        },
    };

    private static JsonMap Pull(Call call, StoredIssue issue)
    {
        var shown = call.Show.PullInList(issue);
        return new()
        {
            ["number"] = issue.Number, ["title"] = issue.Title, ["state"] = issue.Pull!.MergedAt is not null ? "MERGED" : issue.IsOpen ? "OPEN" : "CLOSED",
            ["body"] = issue.Body ?? "", ["url"] = shown["html_url"], ["createdAt"] = shown["created_at"], ["closedAt"] = shown["closed_at"], ["mergedAt"] = shown["merged_at"],
            ["isCrossRepository"] = false, ["headRefOid"] = issue.Pull.HeadSha, ["author"] = Actor(issue.Author),
        };
    }

    private static JsonMap Issue(Call call, StoredIssue issue)
    {
        var shown = call.Show.Issue(issue);
        return new()
        {
            ["id"] = shown["node_id"], ["number"] = issue.Number, ["title"] = issue.Title, ["body"] = issue.Body ?? "", ["url"] = shown["html_url"], ["state"] = issue.IsOpen ? "OPEN" : "CLOSED",
            ["createdAt"] = shown["created_at"], ["updatedAt"] = shown["updated_at"], ["closedAt"] = shown["closed_at"], ["author"] = Actor(issue.Author),
            ["labels"] = new JsonMap { ["nodes"] = issue.Labels.Select(label => new JsonMap { ["name"] = call.Repository.Labels[label].Name }).ToList<object?>() },
            ["comments"] = new JsonMap
            {
                ["totalCount"] = shown["comments"],
                ["nodes"] = call.Repository.Comments.Where(comment => comment.Issue == issue && call.Lag.IsListed(comment.CreatedAt)).Take(100)
                    .Select(comment => Comment(call, comment)).ToList<object?>(),
            },
        };
    }

    private static JsonMap Comment(Call call, StoredComment comment)
    {
        var shown = call.Show.Comment(comment);
        return new()
        {
            ["fullDatabaseId"] = comment.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["body"] = comment.Body, ["url"] = shown["html_url"],
            ["createdAt"] = shown["created_at"], ["updatedAt"] = shown["updated_at"], ["isMinimized"] = false, ["author"] = Actor(comment.Author),
            ["reactionGroups"] = new List<object?> { new JsonMap { ["content"] = "THUMBS_UP", ["users"] = new JsonMap { ["totalCount"] = 0L } } },
        };
    }

    /// <summary>A bot's name has nothing behind it here.</summary>
    private static JsonMap Actor(string login) =>
        login.EndsWith("[bot]", StringComparison.Ordinal) ? new() { ["login"] = login[..^5], ["__typename"] = "Bot" } : new() { ["login"] = login, ["__typename"] = "User" };

    [GeneratedRegex(@"(?<name>[fdrt]\d+):(?<field>object|ref)\(")]
    private static partial Regex Alias();

    [GeneratedRegex(@"issue\(number:(\d+)\)")]
    private static partial Regex Number();
}
