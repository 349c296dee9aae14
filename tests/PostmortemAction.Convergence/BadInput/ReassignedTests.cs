using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.BadInput;

/// <summary>Whom a follow-up is assigned to and how it is labelled follows the task, where it is as we set it.</summary>
public class ReassignedTests
{
    [Fact]
    public void Another_owner_in_the_documents_row_is_assigned_in_place_of_the_one_we_assigned()
    {
        var world = Published();

        Reword(world, "Test the rollback · @jun", "Test the rollback · @mira");
        Run(world);

        Assert.Equal(["mira"], Issue(world, "Test").Assignees);
        Assert.Contains("Owner: mira", Issue(world, "Test").Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void Another_owner_in_the_incident_is_assigned_too()
    {
        var world = Published();

        world.GitHub.People.EditIssue("mira", world.Incident, body: world.GitHub.Repository.Issue(world.Incident)!.Body!.Replace("rollback @jun", "rollback @mira", StringComparison.Ordinal));
        Run(world);

        Assert.Equal(["mira"], Issue(world, "Test").Assignees);
        Rests(world);
    }

    [Fact]
    public void Whom_the_incident_names_for_a_task_that_nobody_had_is_assigned()
    {
        var world = Published();

        world.GitHub.People.EditIssue("mira", world.Incident, body: world.GitHub.Repository.Issue(world.Incident)!.Body!.Replace("Write the runbook", "Write the runbook @jun", StringComparison.Ordinal));
        Run(world);

        Assert.Equal(["jun"], Issue(world, "runbook").Assignees);
        Rests(world);
    }

    [Theory]
    [InlineData("kofi")]
    [InlineData("jun", "kofi")]
    [InlineData]
    public void Whom_a_person_assigned_or_took_off_stays_so(params string[] assignees)
    {
        var world = Published();
        world.GitHub.Repository.SetAssignees(Issue(world, "Test"), "mira", assignees);

        world.GitHub.People.EditIssue("mira", world.Incident, body: world.GitHub.Repository.Issue(world.Incident)!.Body!.Replace("rollback @jun", "rollback @mira", StringComparison.Ordinal));
        Run(world);

        Assert.Equal(assignees, Issue(world, "Test").Assignees);
        Rests(world);
    }

    [Fact]
    public void An_owner_whom_GitHub_does_not_take_costs_nobody_the_follow_up()
    {
        var world = Published();

        Reword(world, "Test the rollback · @jun", "Test the rollback · @nobody-here");
        Run(world);

        Assert.Equal(["jun"], Issue(world, "Test").Assignees);
        Assert.Contains("Owner: nobody-here", Issue(world, "Test").Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void Labels_that_a_row_or_the_severity_brings_come_and_the_ones_that_they_replace_go()
    {
        var world = Published();
        Reword(world, "Write the runbook", "Write the runbook · P1 · #docs");
        Run(world);
        Assert.Equal(["P1", "SEV2", "docs", "follow-up"], Labels(world, "runbook"));

        Reword(world, "P1", "P2");
        Severity(world);
        Run(world);

        Assert.Equal(["P2", "SEV1", "docs", "follow-up"], Labels(world, "runbook"));
        Assert.Equal(["SEV1", "follow-up"], Labels(world, "Test"));
        Rests(world);
    }

    [Fact]
    public void A_label_that_a_person_took_off_or_replaced_stays_so()
    {
        var world = Published();
        world.GitHub.Repository.SetLabels(Issue(world, "Test"), "mira", ["SEV3", "ours"]);

        Severity(world);
        Run(world);

        Assert.Equal(["SEV3", "ours"], Labels(world, "Test"));
        Assert.Equal(["SEV1", "follow-up"], Labels(world, "runbook"));
        Rests(world);
    }

    private static World Published()
    {
        var world = Worlds.Incident(["- Write the runbook", "- Test the rollback @jun due 2026-02-20"], 1);
        world.GitHub.People.Join("kofi", "write");
        world.GitHub.Repository.Labels["SEV1"] = new(world.GitHub.Repository.NextId(), "SEV1", "d73a4a", null);
        Run(world);
        return world;
    }

    private static void Severity(World world)
    {
        world.GitHub.People.Unlabel("mira", world.Incident, "SEV2");
        world.GitHub.People.Label("mira", world.Incident, "SEV1");
    }

    private static void Reword(World world, string before, string after)
    {
        Assert.Contains(before, world.Document(), StringComparison.Ordinal);
        world.GitHub.People.EditFile("mira", world.Branch, world.DocumentPath()!, text => text.Replace(before, after, StringComparison.Ordinal));
    }

    private static StoredIssue Issue(World world, string part) => world.FollowUps().SelectMany(issues => issues).Single(issue => issue.Title.Contains(part, StringComparison.Ordinal));

    private static IEnumerable<string> Labels(World world, string part) => Issue(world, part).Labels.Order(StringComparer.Ordinal);

    private static void Run(World world)
    {
        var result = ActionInProcess.Run(world.GitHub, world.Incident);
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        world.GitHub.CheckAtRest();
        Assert.Empty(world.GitHub.Violations);
    }

    private static void Rests(World world)
    {
        var count = world.GitHub.Requests.Count;
        Run(world);
        Assert.DoesNotContain(world.GitHub.Requests.Skip(count), request => request.IsWrite);
    }
}
