using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>Issues, their labels, comments and sub-issues, as GitHub has them.</summary>
public sealed class IssueTests : IDisposable
{
    private readonly SimulatedGitHub github = Worlds.NoTasks().GitHub;
    private readonly Api api;

    public IssueTests() => api = new(github);

    /// <summary>Whatever a test asks, requests and answers are as GitHub describes them.</summary>
    public void Dispose() => Assert.Empty(github.Violations);

    [Fact]
    public async Task An_issue_has_an_id_that_is_not_its_number_and_does_not_fit_32_bits()
    {
        var issue = (await api.PostAsync("issues", New("A"))).Map;

        Assert.Equal(13, issue.Number("number"));
        Assert.True((long)issue["id"]! > int.MaxValue);
        Assert.Equal(StoredRepository.Bot, ((JsonMap)issue["user"]!)["login"]);
    }

    [Fact]
    public async Task Labels_of_a_new_issue_are_made_where_missing_and_stand_in_its_timeline()
    {
        await api.PostAsync("issues", New("A", "follow-up", "SEV2"));

        Assert.Contains("follow-up", (await api.GetAsync("labels")).List.Select(label => label.Text("name")));
        Assert.Equal(["labeled", "labeled"], (await api.GetAsync("issues/13/timeline")).List.Select(item => item.Text("event")));
    }

    [Fact]
    public async Task An_assignee_without_rights_has_the_whole_issue_refused()
    {
        var body = New("A");
        body["assignees"] = new List<object?> { "stranger" };

        var refused = await api.PostAsync("issues", body);

        Assert.Equal((422, "Validation Failed", "invalid"), (refused.Status, refused.Message, refused.Detail));
        Assert.Equal(404, (await api.GetAsync("issues/13")).Status);
        Assert.Equal((204, 404), ((await api.GetAsync("assignees/jun")).Status, (await api.GetAsync("assignees/stranger")).Status));
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_refused_in_GitHubs_words()
    {
        var body = New("A");
        body["body"] = new string('x', 65_537);

        Assert.Equal("title is too long (maximum is 256 characters)", (await api.PostAsync("issues", New(new string('x', 257)))).Detail);
        Assert.Equal("body is too long (maximum is 65536 characters)", (await api.PostAsync("issues", body)).Detail);
        Assert.Equal("Body is too long (maximum is 65536 characters)", (await api.PostAsync("issues/12/comments", Body(new('x', 65_537)))).Detail);
        Assert.Equal("Body cannot be blank", (await api.PostAsync("issues/12/comments", Body(""))).Detail);
        Assert.Equal(201, (await api.PostAsync("issues", New(string.Concat(Enumerable.Repeat("😀", 256))))).Status);
    }

    [Fact]
    public async Task Changes_of_an_issue_stand_in_its_timeline()
    {
        await api.PostAsync("issues", New("A", "old"));
        await api.PatchAsync("issues/13", new JsonMap
        {
            ["title"] = "B", ["state"] = "closed", ["state_reason"] = "not_planned", ["labels"] = new List<object?> { "new" }, ["assignees"] = new List<object?> { "jun" },
        });
        await api.PatchAsync("issues/13", new JsonMap { ["state"] = "open" });

        var timeline = (await api.GetAsync("issues/13/timeline")).List;
        Assert.Equal(["labeled", "renamed", "closed", "unlabeled", "labeled", "assigned", "reopened"], timeline.Select(item => item.Text("event")));
        Assert.Equal("not_planned", timeline[2].Text("state_reason"));
    }

    [Fact]
    public async Task Issues_are_listed_by_label_state_creator_and_time_of_change()
    {
        await api.PostAsync("issues", New("A", "follow-up"));
        await api.PatchAsync("issues/13", new JsonMap { ["state"] = "closed" });

        Assert.Empty((await api.GetAsync("issues?labels=follow-up")).List);
        Assert.Single((await api.GetAsync("issues?labels=follow-up&state=all&creator=github-actions%5Bbot%5D")).List);
        Assert.Equal([13L], (await api.GetAsync("issues?state=all&since=2026-01-05T08:30:00Z")).List.Select(issue => issue.Number("number") ?? 0));
    }

    [Fact]
    public async Task A_sub_issue_is_attached_once_and_to_one_parent()
    {
        var child = new JsonMap { ["sub_issue_id"] = (await api.PostAsync("issues", New("A"))).Map["id"] };
        await api.PostAsync("issues", New("B"));

        Assert.Equal(201, (await api.PostAsync("issues/12/sub_issues", child)).Status);
        Assert.Contains("duplicate sub-issues", (await api.PostAsync("issues/12/sub_issues", child)).Message, StringComparison.Ordinal);
        Assert.Contains("only have one parent", (await api.PostAsync("issues/14/sub_issues", child)).Message, StringComparison.Ordinal);
        Assert.Equal([13L], (await api.GetAsync("issues/12/sub_issues")).List.Select(issue => issue.Number("number") ?? 0));
    }

    [Fact]
    public async Task An_issue_has_at_most_a_hundred_sub_issues()
    {
        for (var i = 0; i < 101; i++)
        {
            var child = (await api.PostAsync("issues", New($"Child {i}"))).Map["id"];
            var answer = await api.PostAsync("issues/12/sub_issues", new JsonMap { ["sub_issue_id"] = child });
            Assert.Equal(i < 100 ? 201 : 422, answer.Status);
        }
    }

    [Fact]
    public async Task A_body_that_links_an_issue_shows_in_that_ones_timeline_once()
    {
        await api.PostAsync("issues", new JsonMap { ["title"] = "A", ["body"] = "Incident: [#12](https://github.com/acme/shop/issues/12), also #12" });
        github.People.Comment("mira", 13, "As in #12");
        github.People.OpenIssue("mira", "B", "Nothing: `#12`, <!-- #12 --> or other/place#12");

        var references = (await api.GetAsync("issues/12/timeline")).List.Where(item => item.Text("event") == "cross-referenced");
        Assert.Equal([13L], references.Select(item => ((JsonMap)((JsonMap)item["source"]!)["issue"]!).Number("number") ?? 0));
    }

    [Fact]
    public async Task Comments_are_made_changed_and_deleted()
    {
        var id = (await api.PostAsync("issues/12/comments", Body("one"))).Map["id"];

        Assert.Equal("two", (await api.PatchAsync($"issues/comments/{id}", Body("two"))).Map.Text("body"));
        Assert.Equal("two", (await api.GetAsync($"issues/comments/{id}")).Map.Text("body"));
        Assert.Equal(204, (await api.DeleteAsync($"issues/comments/{id}")).Status);
        Assert.Equal(404, (await api.GetAsync($"issues/comments/{id}")).Status);
        Assert.Equal(3, (await api.GetAsync("issues/12/comments")).List.Count);
    }

    [Fact]
    public async Task A_locked_issue_takes_no_comments_of_a_job()
    {
        github.People.LockIssue("mira", 12);

        var refused = await api.PostAsync("issues/12/comments", Body("one"));

        Assert.Equal((403, "Unable to create comment because issue is locked."), (refused.Status, refused.Message));
    }

    [Fact]
    public async Task An_unknown_issue_is_404_and_a_deleted_one_410()
    {
        github.People.DeleteIssue(12);

        Assert.Equal((410, 404), ((await api.GetAsync("issues/12")).Status, (await api.GetAsync("issues/99")).Status));
        Assert.Equal(404, (await api.PatchAsync("issues/99", new JsonMap { ["title"] = "x" })).Status);
    }

    [Fact]
    public async Task A_label_is_made_once()
    {
        Assert.Equal(201, (await api.PostAsync("labels", new JsonMap { ["name"] = "postmortem", ["color"] = "5319e7" })).Status);
        Assert.Equal("already_exists", (await api.PostAsync("labels", new JsonMap { ["name"] = "Postmortem" })).Detail);
        Assert.Equal("5319e7", (await api.GetAsync("labels/postmortem")).Map.Text("color"));
    }

    private static JsonMap Body(string text) => new() { ["body"] = text };

    private static JsonMap New(string title, params string[] labels) =>
        new() { ["title"] = title, ["body"] = "text", ["labels"] = labels.ToList<object?>() };
}
