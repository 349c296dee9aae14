using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Views;

public sealed partial class Show
{
    public JsonMap User(string login)
    {
        if (!users.TryGetValue(login, out var user))
        {
            users[login] = user = NewUser(login);
        }

        return user;
    }

    /// <summary>What somebody may do here.</summary>
    public JsonMap Permission(string login)
    {
        var account = repository.Account(login);
        var role = account.Permission;
        var user = new JsonMap(User(login))
        {
            ["permissions"] = new JsonMap
            {
                ["pull"] = role != "none", ["triage"] = account.CanWrite, ["push"] = account.CanWrite, ["maintain"] = role == "admin", ["admin"] = role == "admin",
            },
            ["role_name"] = role,
        };
        return new() { ["permission"] = role, ["role_name"] = role, ["user"] = user };
    }

    private JsonMap NewUser(string login)
    {
        var account = repository.Account(login);
        var url = $"{Addresses.Api}/users/{Uri.EscapeDataString(account.Login)}";
        return new()
        {
            ["login"] = account.Login,
            ["id"] = account.Id,
            ["node_id"] = Node("U", account.Id),
            ["avatar_url"] = $"https://avatars.githubusercontent.com/u/{account.Id}?v=4",
            ["gravatar_id"] = "",
            ["url"] = url,
            ["html_url"] = account.IsBot ? $"{Addresses.Web}/apps/{account.Login.Split('[')[0]}" : $"{Addresses.Web}/{account.Login}",
            ["followers_url"] = $"{url}/followers",
            ["following_url"] = url + "/following{/other_user}",
            ["gists_url"] = url + "/gists{/gist_id}",
            ["starred_url"] = url + "/starred{/owner}{/repo}",
            ["subscriptions_url"] = $"{url}/subscriptions",
            ["organizations_url"] = $"{url}/orgs",
            ["repos_url"] = $"{url}/repos",
            ["events_url"] = url + "/events{/privacy}",
            ["received_events_url"] = $"{url}/received_events",
            ["type"] = account.IsBot ? "Bot" : account.Login == repository.Owner ? "Organization" : "User",
            ["user_view_type"] = "public",
            ["site_admin"] = false,
        };
    }
}
