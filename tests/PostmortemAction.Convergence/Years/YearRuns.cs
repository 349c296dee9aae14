using System.Text.Json;
using PostmortemAction.Convergence.Archives;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Convergence.Sweeps;

namespace PostmortemAction.Convergence.Years;

/// <summary>The runs of a year: some meet a fault, some are cut into by another one, and behind each what must hold is looked at.</summary>
internal sealed class YearRuns(SimulatedGitHub github, Random random, bool isTroubled)
{
    private readonly List<string> wrong = [];
    private int told;

    public int Count { get; private set; }

    public int Faults { get; private set; }

    public int Overlaps { get; private set; }

    /// <summary>What did not hold.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    public void Labelled(int incident) => Troubled(incident, null);

    /// <summary>Something else that happened to an incident, such as <c>unlabeled</c>.</summary>
    public void Issue(int number, string action, int incident)
    {
        var issue = github.Repository.Issue(number)!;
        Troubled(incident, Event("issues", new { action, issue = new { number, body = issue.Body, labels = Labels(issue) }, label = new { name = "resolved" }, sender = new { login = "mira", type = "User" } }));
    }

    public void Commented(int incident) => Troubled(incident, Event("issue_comment", new
    {
        action = "created", issue = new { number = incident, labels = Labels(github.Repository.Issue(incident)!) }, sender = new { login = "mira", type = "User" },
    }));

    public void PullRequest(World world, string action)
    {
        var pull = world.PullRequest()!;
        Troubled(world.Incident, Event("pull_request", new
        {
            action, pull_request = new { number = pull.Number, merged = pull.Pull!.MergedAt is not null, head = new { @ref = world.Branch, sha = pull.Pull.HeadSha, repo = new { full_name = "acme/shop" } } },
        }));
    }

    public void Pushed() => Troubled(0, Library.Pushed);

    /// <summary>Once a day: sometimes two at once.</summary>
    public void Schedule()
    {
        if (random.Next(4) > 0 || !isTroubled)
        {
            Troubled(0, Situation.Schedule);
            return;
        }

        (Count, Overlaps) = (Count + 2, Overlaps + 1);
        ActionInProcess.RunPreempted(github, 0, 2 + random.Next(40), random.Next(2) == 0 ? HoldPoint.BeforeEffect : HoldPoint.AfterEffect, @event: Situation.Schedule);
        Look("two schedules");
    }

    /// <summary>A run that nothing happens to must end well.</summary>
    public ActionResult Clean(int incident, (string Name, string Json)? trigger)
    {
        Count++;
        var result = ActionInProcess.Run(github, incident, new() { Event = trigger });
        if (result.ExitCode != 0)
        {
            wrong.Add($"{github.Time.ServerNow:yyyy-MM-dd} a clean run failed: {result.Log}{result.Bug}");
        }

        Look(trigger?.Name ?? "labeled");
        return result;
    }

    private void Troubled(int incident, (string Name, string Json)? trigger)
    {
        if (random.Next(6) > 0 || !isTroubled)
        {
            Clean(incident, trigger);
            return;
        }

        (Count, Faults) = (Count + 1, Faults + 1);
        var fault = SeededRun.Planned(random);
        ActionInProcess.Run(github, incident, new() { Event = trigger, Faults = [fault] });
        Look(fault.Fault.ToString());
    }

    private void Look(string run)
    {
        SeededRun.WaitForQuiet(github, TimeSpan.FromMinutes(1));
        github.CheckAtRest();
        wrong.AddRange(github.Violations.Skip(told).Select(violation => $"{github.Time.ServerNow:yyyy-MM-dd} {run}: {violation}"));
        told = github.Violations.Count;
    }

    private static object[] Labels(StoredIssue issue) => [.. issue.Labels.Select(name => new { name })];

    private static (string Name, string Json) Event(string name, object payload)
    {
        var json = JsonSerializer.SerializeToNode(payload)!.AsObject();
        json["repository"] = JsonSerializer.SerializeToNode(new { full_name = "acme/shop", default_branch = "main" });
        return (name, json.ToJsonString());
    }
}
