using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>Pull requests and their branches, as GitHub has them.</summary>
public sealed class PullRequestTests : IDisposable
{
    private const string Branch = "topic";
    private readonly SimulatedGitHub github = Worlds.NoTasks().GitHub;
    private readonly Api api;

    public PullRequestTests()
    {
        api = new(github);
        github.People.Commit("jun", Branch, "Add a note", ("notes.md", "# Notes\n"));
    }

    public void Dispose() => Assert.Empty(github.Violations);

    [Fact]
    public async Task A_branch_has_one_open_pull_request_into_a_base()
    {
        var first = await OpenAsync();
        var second = await OpenAsync();

        Assert.Equal((201, 13L), (first.Status, first.Map.Number("number")));
        Assert.NotEqual(first.Map["id"], (await api.GetAsync("issues/13")).Map["id"]);
        Assert.Equal("A pull request already exists for acme:topic.", second.Detail);
    }

    [Fact]
    public async Task A_pull_request_needs_a_branch_with_commits()
    {
        github.Repository.CreateReference("refs/heads/equal", github.Repository.Branch("main")!, "jun");

        Assert.Equal("invalid", (await OpenAsync("missing")).Detail);
        Assert.Equal("No commits between main and equal", (await OpenAsync("equal")).Detail);
    }

    [Fact]
    public async Task It_is_listed_by_owner_and_branch_and_among_the_issues()
    {
        await OpenAsync();

        Assert.Single((await api.GetAsync("pulls?head=acme%3Atopic&state=all")).List);
        Assert.Empty((await api.GetAsync("pulls?head=acme%3Aother&state=all")).List);
        Assert.Contains((await api.GetAsync("issues?state=all")).List, issue => issue.ContainsKey("pull_request"));
    }

    [Fact]
    public async Task It_follows_its_branch_while_it_is_open()
    {
        await OpenAsync();
        var before = await HeadAsync();
        github.People.Push("jun", Branch, "notes.md", "# More notes\n");
        var after = await HeadAsync();
        github.People.ClosePullRequest("jun", 13);
        github.People.Push("jun", Branch, "notes.md", "# Even more notes\n");

        Assert.NotEqual(before, after);
        Assert.Equal(after, await HeadAsync());
    }

    [Fact]
    public async Task Deleting_the_branch_closes_it_and_then_it_cannot_be_reopened()
    {
        await OpenAsync();
        github.People.DeleteBranch("jun", Branch);

        Assert.Equal("closed", (await api.GetAsync("pulls/13")).Map.Text("state"));
        Assert.Contains("has been deleted", (await api.PatchAsync("pulls/13", new JsonMap { ["state"] = "open" })).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_it_can_be_reopened_while_the_branch_is_there()
    {
        await OpenAsync();
        github.People.ClosePullRequest("jun", 13);
        github.People.ReopenPullRequest("jun", 13);

        Assert.Equal("open", (await api.GetAsync("pulls/13")).Map.Text("state"));
        Assert.Equal(["closed", "reopened"], (await api.GetAsync("issues/13/timeline")).List.Select(item => item.Text("event")));
    }

    [Fact]
    public async Task Merging_brings_its_files_to_the_default_branch_beside_what_came_there_meanwhile()
    {
        await OpenAsync();
        github.People.Push("mira", "main", "other.md", "Other\n");
        github.People.Merge("mira", 13);

        var pull = (await api.GetAsync("pulls/13")).Map;
        Assert.Equal(("closed", true), (pull.Text("state"), pull["merged"]));
        Assert.Equal("# Notes\n", github.Repository.Git.Text("refs/heads/main", "notes.md"));
        Assert.Equal("Other\n", github.Repository.Git.Text("refs/heads/main", "other.md"));
    }

    [Fact]
    public async Task Its_text_and_labels_are_changed_as_an_issues()
    {
        await OpenAsync();
        var body = (await api.PatchAsync("pulls/13", new JsonMap { ["title"] = "B", ["body"] = "b" })).Map;
        var labels = (await api.PostAsync("issues/13/labels", new JsonMap { ["labels"] = new List<object?> { "postmortem" } })).List;

        Assert.Equal(("B", "b"), (body.Text("title"), body.Text("body")));
        Assert.Equal(["postmortem"], labels.Select(label => label.Text("name")));
        Assert.Single((await api.GetAsync("pulls")).List[0].List("labels")!);
    }

    private async Task<string?> HeadAsync() => ((JsonMap)(await api.GetAsync("pulls/13")).Map["head"]!).Text("sha");

    private Task<Api.Seen> OpenAsync(string branch = Branch) =>
        api.PostAsync("pulls", new JsonMap { ["title"] = "A", ["body"] = "a", ["head"] = branch, ["base"] = "main" });
}
