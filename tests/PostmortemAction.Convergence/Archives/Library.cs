using System.Globalization;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Archives;

/// <summary>A repository whose default branch holds postmortems, and runs for all of them.</summary>
internal sealed class Library
{
    public const string Readme = "postmortems/README.md";
    public const string Data = "postmortems/index.json";

    /// <param name="documents">How many postmortems there are.</param>
    public Library(int documents = 3)
        : this(Worlds.NoTasks()) => GitHub.People.Commit("mira", "main", "Postmortems", [.. Enumerable.Range(1, documents).Select(i => (Path(i), Document(i)))]);

    public Library(World world) => World = world;

    public static (string Name, string Json) Pushed { get; } = ("push", """{"ref": "refs/heads/main", "repository": {"full_name": "acme/shop", "default_branch": "main"}}""");

    public static (string Name, string Json) Dispatched { get; } = ("workflow_dispatch", """{"repository": {"full_name": "acme/shop", "default_branch": "main"}}""");

    public World World { get; }

    public SimulatedGitHub GitHub => World.GitHub;

    /// <summary>The index's pull requests, the oldest first.</summary>
    public IReadOnlyList<StoredIssue> Pulls => [.. GitHub.Repository.Issues.Where(issue => issue.Pull?.Head == IndexBranch.Name)];

    public string? BranchHead => GitHub.Repository.Branch(IndexBranch.Name);

    public static string Path(int i) => string.Create(CultureInfo.InvariantCulture, $"postmortems/{2020 + (i % 6)}/incident-{i}.md");

    public static string Document(int i, string title = "Login is down", string more = "") => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        incident: {i}
        ---
        # {title} {i}

        - Severity: SEV{1 + (i % 4)}
        - Services: login
        - Start: {2020 + (i % 6)}-04-14 10:00 UTC
        - Detected: {2020 + (i % 6)}-04-14 10:05 UTC
        - End: {2020 + (i % 6)}-04-14 11:00 UTC

        ## Root cause

        A typo.

        {more}
        """);

    public ActionResult Run((string Name, string Json)? trigger = null, IReadOnlyDictionary<string, string>? inputs = null) =>
        ActionInProcess.Run(GitHub, World.Incident, new() { Event = trigger ?? Pushed, Inputs = inputs ?? new Dictionary<string, string>() });

    /// <summary>A run that must end well and break nothing.</summary>
    public ActionResult RunWell((string Name, string Json)? trigger = null, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var result = Run(trigger, inputs);
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        GitHub.CheckAtRest();
        Assert.Empty(GitHub.Violations);
        GitHub.Time.Advance(TimeSpan.FromMinutes(10));
        return result;
    }

    /// <summary>A run for the incident, after which nothing is left to do.</summary>
    public void RunIncident(IReadOnlyDictionary<string, string>? inputs = null)
    {
        var result = ActionInProcess.Run(GitHub, World.Incident, new() { Inputs = inputs ?? new Dictionary<string, string>() });
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        GitHub.CheckAtRest();
        Assert.Empty(GitHub.Violations);
        Rest(inputs);
    }

    /// <summary>A run for the incident that has nothing to do.</summary>
    /// <returns>How many requests it takes.</returns>
    public int Rest(IReadOnlyDictionary<string, string>? inputs = null)
    {
        var count = GitHub.Requests.Count;
        ActionInProcess.Run(GitHub, World.Incident, new() { Inputs = inputs ?? new Dictionary<string, string>() });
        Assert.DoesNotContain(GitHub.Requests.Skip(count), request => request.IsWrite);
        return GitHub.Requests.Count - count;
    }

    public string? OnBranch(string path) => GitHub.Repository.Git.Text($"refs/heads/{IndexBranch.Name}", path);

    public string? OnMain(string path) => GitHub.Repository.Git.Text("refs/heads/main", path);

    public void Publish(int i) => GitHub.People.Commit("mira", "main", "Add a postmortem", (Path(i), Document(i)));

    /// <summary>Writes of a run that has nothing to do.</summary>
    public void AssertRests((string Name, string Json)? trigger = null)
    {
        var count = GitHub.Requests.Count;
        RunWell(trigger);
        Assert.DoesNotContain(GitHub.Requests.Skip(count), request => request.IsWrite);
    }
}
