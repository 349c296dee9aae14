using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.BadInput;

/// <summary>Another repository that does not let us, and what is not to be touched there.</summary>
public class ElsewhereTests
{
    [Theory]
    [InlineData(403, "Resource not accessible by integration")]
    [InlineData(404, "Not Found")]
    [InlineData(410, "Issues has been disabled in this repository.")]
    [InlineData(403, "Repository was archived so is read-only.")]
    public void A_repository_that_refuses_keeps_its_rows_waiting_and_nothing_else(int status, string message)
    {
        var world = Worlds.TwoRepositories();
        var neighbour = world.GitHub.Repository.Neighbour!;
        neighbour.Refusal = (status, message);

        var result = ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(neighbour.Issues);
        Assert.Single(world.FollowUps());
        Assert.Contains("- [ ] Test the rollback in acme/login\n", world.Document(), StringComparison.Ordinal);
        Assert.Contains($"`acme/login` lets us not write follow-ups: `{status} {message}`. 2 tasks wait", world.PullRequest()!.Body, StringComparison.Ordinal);
        Assert.Contains("::warning", result.Log, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void Each_repository_that_refuses_is_asked_once_a_day()
    {
        var world = Worlds.TwoRepositories();
        world.GitHub.Repository.Neighbour!.Refusal = (403, "Resource not accessible by integration");
        ActionInProcess.Run(world.GitHub, world.Incident);

        world.GitHub.Time.Advance(TimeSpan.FromDays(1));
        var before = world.GitHub.Requests.Count;
        ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.InRange(world.GitHub.Requests.Skip(before).Count(request => request.Path.StartsWith("/repos/acme/login/issues", StringComparison.Ordinal) && request.IsWrite), 1, 2);
        Rests(world);
    }

    [Fact]
    public void Once_it_lets_us_the_rows_get_their_issues_on_another_day_and_by_hand_at_once()
    {
        foreach (var isByHand in (bool[])[true, false])
        {
            var world = Worlds.TwoRepositories();
            var neighbour = world.GitHub.Repository.Neighbour!;
            neighbour.Refusal = (403, "Resource not accessible by integration");
            ActionInProcess.Run(world.GitHub, world.Incident);

            neighbour.Refusal = null;
            world.GitHub.Time.Advance(isByHand ? TimeSpan.FromMinutes(5) : TimeSpan.FromDays(1));
            ActionInProcess.Run(world.GitHub, world.Incident, isByHand ? new() { Event = ("workflow_dispatch", """{"inputs": {"issue-number": "12"}}""") } : null);

            Assert.Equal(2, neighbour.Issues.Count);
            Assert.Equal(3, world.FollowUps().Count);
            Assert.DoesNotContain("lets us not write", world.PullRequest()!.Body, StringComparison.Ordinal);
            Rests(world);
        }
    }

    [Fact]
    public void A_right_that_was_taken_away_ends_no_run_and_leaves_what_is_there()
    {
        var world = Worlds.TwoRepositories();
        ActionInProcess.Run(world.GitHub, world.Incident);
        var neighbour = world.GitHub.Repository.Neighbour!;
        neighbour.Refusal = (403, "Resource not accessible by integration");

        world.GitHub.People.EditIssue("mira", world.Incident, body: world.GitHub.Repository.Issue(world.Incident)!.Body!.Replace("Test the rollback", "Test the rollback twice", StringComparison.Ordinal));
        var result = ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Test the rollback in acme/login", neighbour.Issues[0].Title);
        Assert.Contains("Those that are there stay as they are.", world.PullRequest()!.Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void Without_the_setting_no_task_causes_a_request_to_another_repository()
    {
        var world = Worlds.Incident(["- Fix the keys of acme/login-1", "- Upgrade acme/login", "- Write to https://github.com/acme/login", "- acme/../login: look", "- acme/shop-2#1 again"], 0);
        world.GitHub.Repository.Add("login");

        ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.All(world.GitHub.Requests, request => Assert.DoesNotContain("/repos/acme/login", request.Path, StringComparison.Ordinal));
        Assert.Equal(5, world.FollowUps().Count);
        Assert.Empty(world.GitHub.Violations);
    }

    /// <summary>A mark that names the same incident number and another repository is another incident's.</summary>
    [Fact]
    public void The_follow_up_of_another_repositorys_incident_of_the_same_number_is_none_of_ours()
    {
        var world = Worlds.TwoRepositories();
        ActionInProcess.Run(world.GitHub, world.Incident);
        var neighbour = world.GitHub.Repository.Neighbour!;
        var theirs = neighbour.CreateIssue(
            StoredRepository.Bot, "Test the rollback in acme/login", neighbour.Issues[0].Body!.Replace("from=acme%2Fshop", "from=acme%2Fother", StringComparison.Ordinal), ["follow-up"], []);

        Rests(world);

        Assert.True(theirs.IsOpen);
    }

    [Fact]
    public void A_deleted_ledger_is_completed_with_what_is_in_the_other_repository()
    {
        var world = Worlds.TwoRepositories();
        ActionInProcess.Run(world.GitHub, world.Incident);

        world.GitHub.Repository.Git.References.Remove("refs/postmortem/incident-12");
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Equal(2, world.GitHub.Repository.Neighbour!.Issues.Count);
        Rests(world);
    }

    private static void Rests(World world)
    {
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        var before = world.GitHub.Requests.Count;
        Assert.Equal(0, ActionInProcess.Run(world.GitHub, world.Incident).ExitCode);
        Assert.DoesNotContain(world.GitHub.Requests.Skip(before), request => request.IsWrite);
        world.GitHub.CheckAtRest();
        Assert.Empty(world.GitHub.Violations);
    }
}
