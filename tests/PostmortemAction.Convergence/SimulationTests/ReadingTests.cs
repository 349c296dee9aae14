using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>Pages, lag, headers and access: what all routes have in common.</summary>
public class ReadingTests
{
    private readonly SimulatedGitHub github = Worlds.TwoPagesOfComments().GitHub;

    [Fact]
    public async Task Pages_link_each_other_by_the_repositorys_id()
    {
        var api = new Api(github);
        using var first = await api.RespondAsync(HttpMethod.Get, "issues/12/comments?per_page=100", cancellation: TestContext.Current.CancellationToken);
        var link = Assert.Single(first.Headers.GetValues("Link"));
        var next = link.Split(';')[0].Trim('<', '>');

        Assert.Equal("https://api.github.com/repositories/700000042/issues/12/comments?per_page=100&page=2", next);
        Assert.Equal(30, (await api.GetAsync(next)).List.Count);
        Assert.Empty(github.Violations);
    }

    [Fact]
    public async Task A_list_lags_behind_while_single_things_are_found()
    {
        github.ListsLag = TimeSpan.FromSeconds(5);
        var api = new Api(github);
        var id = (await api.PostAsync("issues", New())).Map["number"];

        Assert.DoesNotContain((await api.GetAsync("issues?state=all")).List, issue => Equals(issue["number"], id));
        Assert.Equal(200, (await api.GetAsync($"issues/{id}")).Status);
        github.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains((await api.GetAsync("issues?state=all")).List, issue => Equals(issue["number"], id));
    }

    [Fact]
    public async Task A_replica_knows_a_fresh_thing_only_later()
    {
        github.ReplicaLag = TimeSpan.FromSeconds(2);
        var api = new Api(github);
        await api.PostAsync("issues", New());

        Assert.Equal(404, (await api.GetAsync("issues/13")).Status);
        github.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(200, (await api.GetAsync("issues/13")).Status);
    }

    [Fact]
    public async Task One_list_can_be_empty()
    {
        github.EmptyListOnce();
        var api = new Api(github);

        await api.GetAsync("issues/12");
        Assert.Empty((await api.GetAsync("issues/12/comments")).List);
        Assert.NotEmpty((await api.GetAsync("issues/12/comments")).List);
    }

    [Fact]
    public async Task Answers_carry_the_servers_date_and_the_rate_limit()
    {
        github.Time.Advance(TimeSpan.FromMinutes(90));
        github.Time.Jump(TimeSpan.FromHours(1));
        using var answer = await new Api(github).RespondAsync(HttpMethod.Get, "", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(new(2026, 1, 5, 10, 30, 0, TimeSpan.Zero), answer.Headers.Date);
        Assert.Equal(["999"], answer.Headers.GetValues("x-ratelimit-remaining"));
        Assert.Equal([$"{new DateTimeOffset(2026, 1, 5, 11, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()}"], answer.Headers.GetValues("x-ratelimit-reset"));
    }

    [Fact]
    public async Task A_jobs_token_is_told_who_it_is_by_GraphQL_only()
    {
        var api = new Api(github);
        var viewer = (await api.PostAsync("/graphql", new JsonMap { ["query"] = "query{viewer{login}}" })).Map;

        Assert.Equal(StoredRepository.Bot, ((JsonMap)((JsonMap)viewer["data"]!)["viewer"]!).Text("login"));
        Assert.Equal((403, "Resource not accessible by integration"), ((await api.GetAsync("/user")).Status, (await api.GetAsync("/user")).Message));
        Assert.Empty(github.Violations);
        Assert.False(github.Requests[0].IsWrite);
    }

    [Fact]
    public async Task An_unknown_token_is_refused()
    {
        using var answer = await new Api(github).RespondAsync(HttpMethod.Get, "", token: "t-nobody", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Permissions_are_told()
    {
        var api = new Api(github);

        Assert.Equal("admin", (await api.GetAsync("collaborators/mira/permission")).Map.Text("permission"));
        Assert.Equal("read", (await api.GetAsync("collaborators/stranger/permission")).Map.Text("permission"));
        Assert.Equal("main", (await api.GetAsync("")).Map.Text("default_branch"));
        Assert.Empty(github.Violations);
    }

    [Fact]
    public async Task What_is_not_simulated_is_told()
    {
        await new Api(github).GetAsync("compare/main...topic");

        Assert.Equal(InvariantNames.KnownRoute, Assert.Single(github.Violations).Invariant);
    }

    private static JsonMap New() => new() { ["title"] = "A", ["body"] = "a" };
}
