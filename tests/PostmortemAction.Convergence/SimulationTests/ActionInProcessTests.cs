using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>The product as it is runs on the simulation.</summary>
public class ActionInProcessTests
{
    [Fact]
    public void A_first_publish_works_without_a_violation()
    {
        var (github, incident) = Worlds.FirstPublish();

        var result = ActionInProcess.Run(github, incident);

        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        Assert.Empty(github.Violations);
        Assert.Equal("created", result.Outputs["pull-request-operation"]);
        Assert.Equal(3, github.Repository.Issue(incident)!.Children.Count);
        Assert.Contains("| Duration | 120 min (2 h) |", result.Summary, StringComparison.Ordinal);
        Assert.NotNull(result.Json);
    }

    [Fact]
    public void A_second_run_writes_nothing()
    {
        var (github, incident) = Worlds.FirstPublish();
        ActionInProcess.Run(github, incident);
        var (before, writes) = (github.FinalState(), github.Requests.Count(request => request.IsWrite));

        var second = ActionInProcess.Run(github, incident);

        Assert.True(second.ExitCode == 0, second.Log + second.Bug);
        Assert.Equal("false", second.Outputs["changed"]);
        Assert.Equal(writes, github.Requests.Count(request => request.IsWrite));
        Assert.Equal(before, github.FinalState());
        Assert.Empty(github.Violations);
    }

    [Fact]
    public void The_world_knows_what_was_made()
    {
        var world = Worlds.FirstPublish();
        ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Equal("postmortems/2026/2026-01-05-login-is-down.md", world.DocumentPath());
        Assert.Equal("Postmortem: Login is down", world.PullRequest()!.Title);
        Assert.Equal(3, world.FollowUps().Count);
        Assert.NotNull(world.Status());
    }

    [Fact]
    public void What_people_edit_in_the_document_and_the_pull_request_survives_the_next_run()
    {
        var world = Worlds.FirstPublish();
        var (github, people) = (world.GitHub, world.GitHub.People);
        ActionInProcess.Run(github, world.Incident);
        people.EditFile("jun", world.Branch, world.DocumentPath()!, text => text + "\nWhat jun knows.\n");
        people.EditPullRequestBody("jun", world.PullRequest()!.Number, "Please read!\n\n" + world.PullRequest()!.Body);
        people.Comment("jun", world.Incident, "07:10 Escalation: called the database team");

        ActionInProcess.Run(github, world.Incident);
        github.CheckAtRest();

        Assert.Empty(github.Violations);
        Assert.Contains("What jun knows.", github.FinalState(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_takes_the_same_course()
    {
        static IEnumerable<string> Course()
        {
            var (github, incident) = Worlds.TwoPagesOfComments();
            ActionInProcess.Run(github, incident);
            // A run has a name that no other has, and the ledger's commits tell it.
            return github.Requests.Select(request => Regex.Replace($"{request} {request.Body}", "[0-9a-f]{32,40}", "*"));
        }

        Assert.Equal(Course(), Course());
    }

    [Fact]
    public void A_killed_run_leaves_a_world_in_which_the_next_run_publishes()
    {
        var (github, incident) = Worlds.FirstPublish();
        var killed = ActionInProcess.Run(github, incident, new() { Faults = [FaultCatalogue.All.First(fault => fault.Name == "killed before the effect").At(13)] });

        var next = ActionInProcess.Run(github, incident);

        Assert.True(killed.Killed);
        Assert.Equal((0, "created"), (next.ExitCode, next.Outputs["pull-request-operation"]));
    }

    [Fact]
    public void A_second_run_can_pass_a_first_one_that_stands_still()
    {
        var (github, incident) = Worlds.FirstPublish();

        var (first, second) = ActionInProcess.RunPreempted(github, incident, 5, HoldPoint.BeforeEffect);

        Assert.Equal((0, "created"), (second.ExitCode, second.Outputs["pull-request-operation"]));
        Assert.True(first.Requests >= 5);
    }

    public static TheoryData<int> Faults => [.. Enumerable.Range(0, FaultCatalogue.All.Count)];

    /// <summary>How it ends is up to the product; that it ends is up to the simulation.</summary>
    [Theory]
    [MemberData(nameof(Faults))]
    public void A_run_ends_whatever_fault_it_meets(int fault)
    {
        foreach (var k in (int[])[1, 13, 23])
        {
            var (github, incident) = Worlds.FirstPublish();
            var met = FaultCatalogue.All[fault];

            ActionInProcess.Run(github, incident, new() { Faults = [met.At(k)] });

            Assert.DoesNotContain(github.Violations, violation => violation.Invariant == InvariantNames.AnswerAsDescribed);
        }
    }
}
