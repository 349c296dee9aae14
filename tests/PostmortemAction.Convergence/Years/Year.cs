using System.Globalization;
using PostmortemAction.Convergence.Archives;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Convergence.Simulation.Times;
using PostmortemAction.Convergence.Sweeps;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Years;

/// <summary>
/// A year of three teams: 120 incidents are filed, resolved, reviewed and published, their follow-ups closed in time, late or never, while runs die,
/// GitHub fails and schedules overlap. What people do is not up to what goes wrong, so the year ends the same whatever went wrong.
/// </summary>
internal sealed class Year
{
    private const int Days = 365;

    private const string Settings = """
        follow-ups:
          due: { SEV1: 14d, SEV2: 28d }
          owners: { checkout: acme/payments, invoices: acme/payments, login API: acme/identity, accounts: acme/identity, "*": acme/discovery }
        postmortem:
          due: { SEV1: 3d, SEV2: 5d }
        """;

    private readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> plans = new();
    private int order;

    /// <param name="days">How many days are between two schedules.</param>
    /// <param name="isTroubled">Whether anything goes wrong.</param>
    public Year(int days, bool isTroubled = true)
    {
        GitHub = new() { HourlyLimit = 5000 };

        // Looked at behind each run, since what they are about does not go away again, and with all that there is it would be most of the test's time.
        GitHub.AtRestOnly.Add(InvariantNames.HumanTextKept);
        GitHub.AtRestOnly.Add(InvariantNames.RemindedOnce);
        Runs = new(GitHub, new(2), isTroubled);
        foreach (var (login, permission) in (ReadOnlySpan<(string, string)>)[("mira", "admin"), ("jun", "write"), ("ana", "write"), ("kofi", "write"), ("noor", "read")])
        {
            GitHub.People.Join(login, permission);
        }

        foreach (var label in (string[])["incident", "resolved", "SEV1", "SEV2", "SEV3"])
        {
            GitHub.Repository.Labels[label] = new(GitHub.Repository.NextId(), label, "d73a4a", null);
        }

        GitHub.People.Commit("mira", "main", "Begin", ("README.md", "# Shop\n"), (".github/postmortem.yml", Settings));
        var incidents = YearIncident.All(new(1));
        for (var i = 0; i < incidents.Count; i++)
        {
            var (number, incident) = (i, incidents[i]);
            Plan(incident.Filed, () => File(number, incident));
        }

        for (var day = 1; day <= Days; day += days)
        {
            Plan(VirtualTime.Start.Date.AddDays(day).AddMinutes(263), Runs.Schedule);
        }
    }

    public SimulatedGitHub GitHub { get; }

    public YearRuns Runs { get; }

    /// <summary>At the first of each month, and at the end of it all.</summary>
    public void Play(Action<Year> atMonthsEnd)
    {
        for (var month = VirtualTime.Start.Date.AddMonths(1).AddDays(-4); month <= VirtualTime.Start.Date.AddDays(Days + 1); month = month.AddMonths(1))
        {
            Plan(month.AddHours(6), () => atMonthsEnd(this));
        }

        var end = VirtualTime.Start.AddDays(Days);
        while (plans.TryPeek(out _, out var next) && next.At <= end)
        {
            var act = plans.Dequeue();
            GitHub.Time.Advance(next.At > GitHub.Time.ServerNow ? next.At - GitHub.Time.ServerNow : TimeSpan.Zero);
            act();
        }

        atMonthsEnd(this);
    }

    private void Plan(DateTime at, Action act) => Plan(new DateTimeOffset(at, TimeSpan.Zero), act);

    private void Plan(DateTimeOffset at, Action act) => plans.Enqueue(act, (at, order++));

    private void Later(double days, Action act) => Plan(GitHub.Time.ServerNow.AddDays(days), act);

    private void File(int i, YearIncident incident)
    {
        string[] labels = incident.Severity is { } severity ? ["incident", $"SEV{severity}"] : ["incident"];
        var world = new World(GitHub, GitHub.People.OpenIssue(incident.Person, $"Incident: {incident.Title}", incident.Form(isOver: false), labels));
        Plan(incident.Filed.AddMinutes(2), () => GitHub.People.Comment("jun", world.Incident, $"{incident.Filed.AddMinutes(2):HH:mm} Investigation: we look at the last change of {incident.Service}"));
        Plan(incident.Filed.AddMinutes(4), () => GitHub.People.Comment("ana", world.Incident, "Do we know whom it hits?"));
        Plan(incident.Resolved.AddMinutes(20), () => Resolve(i, incident, world));
    }

    private void Resolve(int i, YearIncident incident, World world)
    {
        GitHub.People.EditIssue(incident.Person, world.Incident, body: incident.Form(isOver: true));
        GitHub.People.Label(incident.Person, world.Incident, "resolved");
        Runs.Labelled(world.Incident);
        if (i == 77)
        {
            Later(0.2, () => Skip(world));
            return;
        }

        if (i % 31 == 7)
        {
            Later(0.1, () => Recur(incident, world));
        }

        Later(1 + (i % 7 * 0.41), () => Review(i, incident, world));
        Later(4.5 + (i % 11 * 0.57), () => Publish(i, incident, world));
    }

    private void Skip(World world)
    {
        GitHub.People.Comment("mira", world.Incident, "/postmortem skip It was an exercise");
        Runs.Commented(world.Incident);
    }

    /// <summary>It is back, and over again two hours later.</summary>
    private void Recur(YearIncident incident, World world)
    {
        GitHub.People.Unlabel("jun", world.Incident, "resolved");
        GitHub.People.Comment("jun", world.Incident, "Investigation: it is back");
        Runs.Issue(world.Incident, "unlabeled", world.Incident);
        Later(0.08, () =>
        {
            GitHub.People.Label("jun", world.Incident, "resolved");
            Runs.Labelled(world.Incident);
        });
    }

    /// <summary>Reviewers change the list of tasks in the document, and its words.</summary>
    private void Review(int i, YearIncident incident, World world)
    {
        var path = Published(world);
        GitHub.People.EditFile("ana", world.Branch, path, text => SeededRun.InTasks(text, tasks => (i % 4) switch
        {
            0 => $"{tasks.TrimEnd()}\n- Talk to our customers about {incident.Service} @ana due {GitHub.Time.ServerNow.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n\n",
            1 => Once(tasks, "[ ] [#", "[x] [#"),
            2 => tasks.Replace("Rehearse the rollback", "Rehearse every month the rollback", StringComparison.Ordinal),
            _ => tasks,
        }).Replace("that nobody had tried it with", i % 3 == 0 ? "that no test has" : "that nobody had tried it with", StringComparison.Ordinal));
        Runs.PullRequest(world, "synchronize");
    }

    private void Publish(int i, YearIncident incident, World world)
    {
        Published(world);
        GitHub.People.Merge("mira", world.PullRequest()!.Number);
        if (i % 2 == 0)
        {
            GitHub.People.DeleteBranch("mira", world.Branch);
        }

        Runs.PullRequest(world, "closed");
        if (i % 5 == 0)
        {
            Runs.Pushed();
        }

        foreach (var (place, days) in incident.Closes.Index().Where(each => each.Item is not null))
        {
            Later(days!.Value, () => Close(i + place, world, place));
        }

        if (i % 9 == 0)
        {
            Later(0.1, MergeIndex);
        }
    }

    private void Close(int i, World world, int place)
    {
        var followUps = world.FollowUps().SelectMany(group => group).Where(issue => IsOf(issue, world.Incident)).OrderBy(issue => issue.Title, StringComparer.Ordinal).ToList();
        if (place >= followUps.Count || !followUps[place].IsOpen)
        {
            return;
        }

        var issue = followUps[place];
        GitHub.People.EditIssue("kofi", issue.Number, state: "closed");
        if (i % 5 > 0)
        {
            Runs.Issue(issue.Number, "closed", world.Incident);
        }

        if (i % 11 == 0)
        {
            Later(3, () =>
            {
                GitHub.People.EditIssue("kofi", issue.Number, state: "open");
                Runs.Issue(issue.Number, "reopened", world.Incident);
            });
        }
        else if (i % 13 == 0)
        {
            GitHub.People.Comment("kofi", issue.Number, "Done, and looked at by the whole team.");
        }
    }

    private void MergeIndex()
    {
        if (GitHub.Repository.Issues.LastOrDefault(issue => issue is { IsOpen: true, Pull.Head: IndexBranch.Name }) is { } pull)
        {
            GitHub.People.Merge("mira", pull.Number);
            Runs.Pushed();
        }
    }

    /// <summary>Where the document stands; whoever misses it starts the run again.</summary>
    private string Published(World world)
    {
        if (world.PullRequest() is not { IsOpen: true })
        {
            Runs.Clean(world.Incident, null);
        }

        var git = GitHub.Repository.Git;
        return git.Files(GitHub.Repository.Branch(world.Branch)!).Keys.Except(git.Files(GitHub.Repository.Branch("main")!).Keys).Single(path => path.StartsWith("postmortems/", StringComparison.Ordinal));
    }

    private static bool IsOf(StoredIssue issue, int incident) =>
        Marker.TryFind(issue.Body, Marker.FollowUp, out var marker) && marker["incident"] == incident.ToString(CultureInfo.InvariantCulture);

    private static string Once(string text, string old, string now) =>
        text.IndexOf(old, StringComparison.Ordinal) is >= 0 and var at ? text[..at] + now + text[(at + old.Length)..] : text;
}
