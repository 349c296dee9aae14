using System.Text.Json;
using PostmortemAction.Convergence.Archives;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.BadInput;

/// <summary>Whom a task names has left: GitHub takes them off their issues, and nobody hears of the date.</summary>
public class AssigneeLeftTests
{
    [Fact]
    public void Once_the_date_is_near_it_is_one_problem_in_the_status_comment_until_somebody_is_assigned()
    {
        var world = Worlds.FirstPublish();
        var library = new Library(world);
        Run(library, "issues");
        var issue = world.GitHub.Repository.Issues.Single(each => each.Assignees.Contains("jun"));
        world.GitHub.Repository.SetAssignees(issue, "mira", []);
        world.GitHub.People.Merge("mira", world.PullRequest()!.Number);
        Run(library, "issues");
        Assert.DoesNotContain("nobody has", world.Status()!.Body, StringComparison.Ordinal);

        world.GitHub.Time.Advance(TimeSpan.FromDays(27));
        var result = Run(library, "workflow_dispatch");

        Assert.Contains($"Follow-ups that nobody has:\n\n- [ ] **Nobody is assigned to follow-up {issue.Number}, due on 2026-02-01, though `jun` is to do it.** Assign somebody", world.Status()!.Body, StringComparison.Ordinal);
        Assert.Contains($"mention only who is assigned. [Where](https://github.com/acme/shop/issues/{issue.Number})", world.Status()!.Body, StringComparison.Ordinal);
        Assert.Single(JsonDocument.Parse(result.Outputs["problems"]).RootElement.EnumerateArray(), problem => problem.GetProperty("code").GetString() == "assignee-missing");
        Assert.Single(world.GitHub.Repository.Comments, comment => comment.Body.Contains("Nobody is assigned, though `jun` is to do it.", StringComparison.Ordinal));

        Rests(library, "workflow_dispatch");
        Rests(library, "issues");

        world.GitHub.Repository.SetAssignees(issue, "mira", ["mira"]);
        Run(library, "issues");
        Assert.DoesNotContain("nobody has", world.Status()!.Body, StringComparison.Ordinal);
        Rests(library, "workflow_dispatch");
    }

    private static void Rests(Library library, string trigger)
    {
        var count = library.GitHub.Requests.Count;
        Run(library, trigger);
        Assert.DoesNotContain(library.GitHub.Requests.Skip(count), request => request.IsWrite);
    }

    private static ActionResult Run(Library library, string trigger) => trigger == "issues"
        ? Well(library, ActionInProcess.Run(library.GitHub, library.World.Incident))
        : library.RunWell(Library.Dispatched, new Dictionary<string, string> { ["issue-number"] = $"{library.World.Incident}" });

    private static ActionResult Well(Library library, ActionResult result)
    {
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        library.GitHub.CheckAtRest();
        Assert.Empty(library.GitHub.Violations);
        return result;
    }
}
