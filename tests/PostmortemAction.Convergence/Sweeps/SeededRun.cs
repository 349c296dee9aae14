using System.Globalization;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sweeps;

/// <summary>A life of one incident in which much goes wrong: runs with faults, lists that lag, effects that come late, crashes, and people who edit. A seed gives the same life each time.</summary>
internal static class SeededRun
{
    /// <summary>These do not lie in our hands: the server makes two of one, or hands out half an answer with a good status for a file.</summary>
    private static readonly string[] LeftOut = ["F29"];

    private static readonly IReadOnlyList<Fault> Faults = [.. FaultCatalogue.All.Where(fault => !LeftOut.Contains(fault.Id))];

    /// <summary>GitHub changes texts without comparing: what somebody writes in the very moment of such a request is beyond everybody's reach.</summary>
    private static readonly RequestSet ButChanges = new("all but changes of texts", request => request.Method != HttpMethod.Patch);

    public static IEnumerable<string> Of(int seed)
    {
        var random = new Random(seed);
        var world = random.Next(3) == 0 ? Worlds.NoTasks() : Worlds.FirstPublish();
        var (github, incident) = world;
        for (var run = 0; run < 6; run++)
        {
            github.ListsLag = TimeSpan.FromSeconds(random.Next(4) == 0 ? 5 : 0);
            var faults = Enumerable.Range(0, random.Next(4)).Select(_ => Planned(random)).ToList();
            if (random.Next(2) == 0)
            {
                var at = 1 + random.Next(40);
                faults.Insert(0, (FaultCatalogue.Person("somebody acts", _ => Act(random, world)) with { Requests = ButChanges }).At(at));
            }

            var isScheduled = random.Next(4) == 0;
            ActionInProcess.Run(github, incident, new() { Faults = faults, Event = isScheduled ? Situation.Schedule : null });
            WaitForQuiet(github, TimeSpan.FromSeconds(random.Next(600)) + TimeSpan.FromDays(random.Next(4) == 0 ? random.Next(20) : 0));
            for (var act = random.Next(3); act > 0; act--)
            {
                Act(random, world);
            }
        }

        github.ListsLag = TimeSpan.Zero;
        WaitForQuiet(github, TimeSpan.FromMinutes(1));
        ActionInProcess.Run(github, incident);
        WaitForQuiet(github, TimeSpan.FromMinutes(1));
        var last = ActionInProcess.Run(github, incident);
        var count = github.Requests.Count;
        ActionInProcess.Run(github, incident);
        github.CheckAtRest();
        if (last.ExitCode != 0)
        {
            yield return $"a clean run failed: {last.Log}{last.Bug}";
        }

        if (github.Requests.Skip(count).FirstOrDefault(request => request.IsWrite) is { } write)
        {
            yield return $"a run without a change writes: {write}";
        }

        foreach (var violation in github.Violations)
        {
            yield return violation.ToString();
        }
    }

    internal static PlannedFault Planned(Random random)
    {
        var fault = Faults[random.Next(Faults.Count)];
        var at = 1 + random.Next(45);
        return random.Next(4) == 0 ? fault.From(at) : fault.At(at);
    }

    internal static void WaitForQuiet(SimulatedGitHub github, TimeSpan atLeast)
    {
        var quiet = github.QuietUntil - github.Time.ServerNow;
        github.Time.Advance(quiet > atLeast ? quiet : atLeast);
    }

    /// <summary>Something that people do while an incident is written up.</summary>
    private static void Act(Random random, World world)
    {
        var (github, incident) = world;
        var people = github.People;
        var word = random.Next(1000).ToString(CultureInfo.InvariantCulture);
        var pull = world.PullRequest();
        var status = world.Status();
        var followUps = world.FollowUps().SelectMany(group => group).ToList();
        switch (random.Next(18))
        {
            case 0:
                people.Comment("jun", incident, $"06:{random.Next(10, 59)} We looked at number {word}");
                break;
            case 1:
                people.EditIssue("mira", incident, body: github.Repository.Issue(incident)!.Body!.Replace("Nobody could log in", $"Nobody could log in ({word})", StringComparison.Ordinal));
                break;
            case 2 when world.DocumentPath() is { } path:
                people.EditFile("jun", world.Branch, path, text => text + $"\n## Written by hand {word}\n\nA thought.\n");
                break;
            case 3 when world.DocumentPath() is { } path:
                people.EditFile("jun", world.Branch, path, text => text.Replace("## Timeline\n", $"## Timeline\n\nA note, {word}.\n", StringComparison.Ordinal));
                break;
            case 4 when pull is { IsOpen: true }:
                people.EditPullRequestBody("jun", pull.Number, $"{pull.Body}\n\nReviewer's note {word}");
                break;
            case 5 when pull is { IsOpen: true }:
                people.EditPullRequestTitle("jun", pull.Number, $"Our postmortem {word}");
                break;
            case 6 when status is not null:
                people.DeleteComment(status.Id);
                break;
            case 7 when followUps.Count > 0:
                people.EditIssue("mira", followUps[random.Next(followUps.Count)].Number, title: $"Better words {word}");
                break;
            case 8 when followUps.Count > 0:
                var chosen = followUps[random.Next(followUps.Count)];
                people.EditIssue("jun", chosen.Number, body: $"{chosen.Body}\n\nMore about it: {word}");
                break;
            case 9 when pull is { IsOpen: true } && random.Next(4) == 0:
                people.ClosePullRequest("mira", pull.Number);
                break;
            case 10 when world.DocumentPath() is { } path:
                people.EditFile("jun", world.Branch, path, text => InTasks(text, tasks => $"{tasks.TrimEnd()}\n- Look at service {word} @jun due 2026-0{random.Next(1, 4)}-1{random.Next(10)}\n\n"));
                break;
            case 11 when world.DocumentPath() is { } path:
                people.EditFile("jun", world.Branch, path, text => InTasks(text, tasks => tasks.Replace("[ ] [#", "[x] [#", StringComparison.Ordinal)));
                break;
            case 12 when world.DocumentPath() is { } path:
                people.EditFile("mira", world.Branch, path, text => InTasks(text, tasks => tasks.Replace("the rollback", $"the rollback and number {word}", StringComparison.Ordinal)));
                break;
            case 13 when followUps.Find(each => each.IsOpen) is { } open:
                people.EditIssue("jun", open.Number, state: "closed");
                break;
            case 14 when followUps.Count > 0:
                people.Comment("jun", followUps[0].Number, $"snooze until 2026-02-{random.Next(10, 28)}");
                break;
            case 16 when world.DocumentPath() is { } path:
                people.EditFile("mira", world.Branch, path, text => InTasks(text, tasks => tasks.Replace("\n- [ ] [#15]", $"\n\n#### Later {word}\n\n- [ ] [#15]", StringComparison.Ordinal)));
                break;
            case 17 when world.DocumentPath() is { } path:
                people.EditFile("jun", world.Branch, path, text => text.Replace("\n---\n", $"\ntag{word}: x\n---\n", StringComparison.Ordinal));
                break;
            case 15 when random.Next(3) == 0:
                people.Comment("mira", incident, random.Next(2) == 0 ? $"/postmortem skip It was exercise {word}" : "/postmortem reopen");
                break;
            default:
                people.EditIssue("mira", incident, body: github.Repository.Issue(incident)!.Body! + $"\n- Look into number {word}");
                break;
        }
    }

    /// <summary>Somebody works on the list of tasks.</summary>
    internal static string InTasks(string document, Func<string, string> change)
    {
        var from = document.IndexOf("### Tasks\n", StringComparison.Ordinal);
        var to = from < 0 ? -1 : document.IndexOf("\n## ", from, StringComparison.Ordinal);
        return to < 0 ? document : document[..from] + change(document[from..to]) + document[to..];
    }
}
