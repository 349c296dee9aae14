using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>What must not happen is told when it does.</summary>
public class InvariantTests
{
    private const string FollowUp = "<!-- postmortem-action follow-up incident=12 task=abc -->";
    private readonly SimulatedGitHub github = Worlds.NoTasks().GitHub;
    private readonly Api api;

    public InvariantTests() => api = new(github);

    [Fact]
    public async Task A_second_open_follow_up_for_a_task()
    {
        await PostAsync("issues", FollowUp);
        Assert.Empty(github.Violations);
        await PostAsync("issues", FollowUp);

        Assert.Equal("incident 12, task abc has #13, #14", Told(InvariantNames.OneFollowUpPerTask));
    }

    [Fact]
    public async Task At_rest_only_if_asked_and_what_the_bot_closed_again_is_listed()
    {
        github.AtRestOnly.Add(InvariantNames.OneFollowUpPerTask);
        await PostAsync("issues", FollowUp);
        await PostAsync("issues", FollowUp);
        Assert.Empty(github.Violations);

        await api.PatchAsync("issues/14", new JsonMap { ["state"] = "closed" });
        github.CheckAtRest();

        Assert.Empty(github.Violations);
        Assert.Equal(14, Assert.Single(StateInvariants.ClosedDuplicates(github.Repository)).Number);
    }

    [Fact]
    public async Task A_copied_marker_counts_only_in_our_own_body()
    {
        github.People.OpenIssue("stranger", "Copied", FollowUp);
        await PostAsync("issues", FollowUp);

        Assert.Empty(github.Violations);
    }

    [Fact]
    public async Task A_second_status_comment()
    {
        await PostAsync("issues/12/comments", "<!-- postmortem-action status incident=12 -->");
        await PostAsync("issues/12/comments", "<!-- postmortem-action status incident=12 -->");

        Assert.Equal("incident 12 has 2", Told(InvariantNames.OneStatusComment));
    }

    [Fact]
    public async Task A_second_open_pull_request_of_a_branch()
    {
        github.People.Commit("jun", "postmortem/incident-12", "Add", ("a.md", "a"));
        github.People.Commit("jun", "release", "Begin a release", ("b.md", "b"));
        foreach (var into in (string[])["main", "release"])
        {
            await api.PostAsync("pulls", new JsonMap { ["title"] = "A", ["head"] = "postmortem/incident-12", ["base"] = into });
        }

        Assert.Equal("postmortem/incident-12 has #13, #14", Told(InvariantNames.OneOpenPullRequest));
    }

    [Fact]
    public async Task A_change_of_what_is_somebody_elses()
    {
        await api.PatchAsync("issues/12", new JsonMap { ["state"] = "open" });

        Assert.Equal("/repos/acme/shop/issues/12 is mira's", Told(InvariantNames.PatchOnlyOwn));
    }

    [Fact]
    public async Task A_forced_move_a_write_to_the_default_branch_and_a_deleted_branch()
    {
        github.People.Commit("jun", "topic", "Add", ("a.md", "a"));
        await api.PatchAsync("git/refs/heads/main", new JsonMap { ["sha"] = github.Repository.Branch("topic"), ["force"] = true });
        await api.DeleteAsync("git/refs/heads/topic");

        Assert.Equal("/repos/acme/shop/git/refs/heads/main", Told(InvariantNames.NoForce));
        Assert.Equal("/repos/acme/shop/git/refs/heads/topic", Told(InvariantNames.DeleteOnlyOwn));
        Assert.NotNull(Told(InvariantNames.DefaultBranchUntouched));
    }

    [Fact]
    public async Task A_deleted_comment_of_somebody_else_and_its_text()
    {
        await api.DeleteAsync($"issues/comments/{github.Repository.Comments[0].Id}");

        Assert.NotNull(Told(InvariantNames.DeleteOnlyOwn));
        Assert.Contains("Step 1 of the search", Told(InvariantNames.HumanTextKept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_before_the_promised_time()
    {
        github.AskForQuiet(TimeSpan.FromSeconds(60));
        github.Time.Advance(TimeSpan.FromSeconds(59));
        await api.GetAsync("");
        github.Time.Advance(TimeSpan.FromSeconds(1));
        await api.GetAsync("");

        Assert.Equal("GET /repos/acme/shop came 1 s too early", Told(InvariantNames.QuietWhenAsked));
    }

    [Fact]
    public async Task Lines_of_a_person_that_are_gone_from_a_file_though_no_person_took_them_away()
    {
        github.Repository.CreateReference("refs/heads/postmortem/incident-12", github.Repository.Branch("main")!, StoredRepository.Bot);
        github.People.Push("jun", "postmortem/incident-12", "README.md", "# Shop\n\nWhat jun knows.\n");
        Assert.Empty(github.Violations);
        var tree = new JsonMap { ["path"] = "README.md", ["mode"] = "100644", ["type"] = "blob", ["content"] = "# Shop, anew\n" };
        var head = github.Repository.Branch("postmortem/incident-12");
        var made = await api.PostAsync("git/trees", new JsonMap { ["base_tree"] = head, ["tree"] = new List<object?> { tree } });
        var commit = await api.PostAsync("git/commits", new JsonMap { ["message"] = "Anew", ["tree"] = made.Map["sha"], ["parents"] = new List<object?> { head } });
        await api.PatchAsync("git/refs/heads/postmortem/incident-12", new JsonMap { ["sha"] = commit.Map["sha"], ["force"] = false });

        Assert.Equal("# Shop, anew\n", github.Repository.Git.Text("refs/heads/postmortem/incident-12", "README.md"));
        Assert.Equal("README.md on postmortem/incident-12 lost: What jun knows.", Told(InvariantNames.HumanTextKept));
    }

    [Fact]
    public void What_a_person_takes_away_is_not_lost()
    {
        var people = github.People;
        people.Push("jun", "topic", "a.md", "one\ntwo\n");
        people.Push("mira", "topic", "a.md", "one\n");
        people.EditIssue("mira", 12, title: "Another title", body: "Nothing");
        people.DeleteComment(github.Repository.Comments[0].Id);
        people.ForcePush("mira", "topic", "a.md", "three\n");
        people.DeleteBranch("mira", "topic");
        github.CheckAtRest();

        Assert.Empty(github.Violations);
    }

    private string Told(string invariant) => Assert.Single(github.Violations, violation => violation.Invariant == invariant).Message;

    private Task<Api.Seen> PostAsync(string path, string body)
    {
        var map = new JsonMap { ["body"] = body };
        if (path == "issues")
        {
            map["title"] = "A";
        }

        return api.PostAsync(path, map);
    }
}
