using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.Times;

namespace PostmortemAction.Convergence.Simulation.Views;

public sealed partial class Show
{
    private static readonly (string Name, string End)[] RepositoryUrls =
    [
        ("forks_url", "/forks"), ("keys_url", "/keys{/key_id}"), ("collaborators_url", "/collaborators{/collaborator}"), ("teams_url", "/teams"), ("hooks_url", "/hooks"),
        ("issue_events_url", "/issues/events{/number}"), ("events_url", "/events"), ("assignees_url", "/assignees{/user}"), ("branches_url", "/branches{/branch}"),
        ("tags_url", "/tags"), ("blobs_url", "/git/blobs{/sha}"), ("git_tags_url", "/git/tags{/sha}"), ("git_refs_url", "/git/refs{/sha}"), ("trees_url", "/git/trees{/sha}"),
        ("statuses_url", "/statuses/{sha}"), ("languages_url", "/languages"), ("stargazers_url", "/stargazers"), ("contributors_url", "/contributors"),
        ("subscribers_url", "/subscribers"), ("subscription_url", "/subscription"), ("commits_url", "/commits{/sha}"), ("git_commits_url", "/git/commits{/sha}"),
        ("comments_url", "/comments{/number}"), ("issue_comment_url", "/issues/comments{/number}"), ("contents_url", "/contents/{+path}"),
        ("compare_url", "/compare/{base}...{head}"), ("merges_url", "/merges"), ("archive_url", "/{archive_format}{/ref}"), ("downloads_url", "/downloads"),
        ("issues_url", "/issues{/number}"), ("pulls_url", "/pulls{/number}"), ("milestones_url", "/milestones{/number}"),
        ("notifications_url", "/notifications{?since,all,participating}"), ("labels_url", "/labels{/name}"), ("releases_url", "/releases{/id}"), ("deployments_url", "/deployments"),
    ];

    private static readonly string[] Counts =
        ["forks", "forks_count", "open_issues", "open_issues_count", "size", "stargazers_count", "watchers", "watchers_count", "network_count", "subscribers_count"];

    public JsonMap Repository() => whole ??= NewRepository();

    private JsonMap NewRepository()
    {
        var map = new JsonMap
        {
            ["id"] = repository.Id, ["node_id"] = Node("R", repository.Id), ["name"] = repository.Name, ["full_name"] = repository.FullName,
            ["owner"] = User(repository.Owner), ["private"] = false, ["html_url"] = web, ["description"] = null, ["fork"] = false, ["url"] = api,
            ["default_branch"] = repository.DefaultBranch, ["visibility"] = "public", ["archived"] = false, ["disabled"] = false,
            ["has_issues"] = true, ["has_projects"] = true, ["has_wiki"] = true, ["has_pages"] = false, ["has_discussions"] = false, ["has_downloads"] = true,
            ["homepage"] = null, ["language"] = null, ["license"] = null, ["mirror_url"] = null,
            ["git_url"] = $"git://github.com/{repository.FullName}.git", ["ssh_url"] = $"git@github.com:{repository.FullName}.git",
            ["clone_url"] = $"{web}.git", ["svn_url"] = web,
            ["created_at"] = Time(VirtualTime.Start), ["updated_at"] = Time(VirtualTime.Start), ["pushed_at"] = Time(VirtualTime.Start),
        };
        foreach (var (name, end) in RepositoryUrls)
        {
            map[name] = api + end;
        }

        foreach (var count in Counts)
        {
            map[count] = 0;
        }

        return map;
    }
}
