using PostmortemAction.Convergence.Archives;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Sweeps;

/// <summary>Where a run begins: a world, what ran in it before, and what people did since.</summary>
/// <param name="Begin">Makes the world anew, always the same.</param>
/// <param name="Event">What starts the runs; null for something that happens to the incident.</param>
public sealed record Situation(string Name, Func<World> Begin, (string Name, string Json)? Event = null)
{
    /// <summary>Once a day.</summary>
    public static readonly (string Name, string Json) Schedule = ("schedule", """{"repository": {"full_name": "acme/shop", "default_branch": "main"}}""");

    public static IReadOnlyList<Situation> All { get; } =
    [
        new("first publish", Worlds.FirstPublish),
        new("no tasks", Worlds.NoTasks),
        new("update", Update),
        new("human-edited document", EditedDocument),
        new("closed pull request", Closed),
        new("reopened pull request", Reopened),
        new("merged pull request", Merged),
        new("two pages of comments", Worlds.TwoPagesOfComments),
        new("fifty tasks", Worlds.FiftyTasks),
        new("reviewed tasks", ReviewedTasks),
        new("two repositories", Worlds.TwoRepositories, Dispatched(12)),
        new("overdue in another repository", OverdueElsewhere, Dispatched(12)),
        new("overdue follow-up", Overdue, Schedule),
        new("first index", () => new Library().World, Library.Dispatched),
        new("seen before", () => SeenBeforeTests.Indexed().Library.World),
        new("index and digest", Indexed, Library.Dispatched),
    ];

    public static Situation Named(string name) => All.Single(situation => situation.Name == name);

    public override string ToString() => Name;

    /// <summary>Index and digest are there; then a postmortem came, somebody wrote into the index's branch and closed a follow-up, and another one came to be overdue.</summary>
    private static World Indexed()
    {
        var library = DigestTests.Published();
        library.RunWell(Library.Dispatched);
        library.GitHub.People.EditFile("jun", IndexBranch.Name, Library.Readme, text => text + "\nAsk us before you change anything.\n");
        library.Publish(4);
        library.GitHub.People.EditIssue("jun", library.World.FollowUps().Last().First().Number, state: "closed");
        library.GitHub.Time.Advance(TimeSpan.FromDays(40));
        return library.World;
    }

    /// <summary>A first run went well; then the incident was corrected: a new entry, a task reworded, one added, one taken out.</summary>
    private static World Update() => Published(Correct);

    private static World EditedDocument() => Published(world =>
    {
        world.GitHub.People.EditFile("jun", world.Branch, world.DocumentPath()!, text => text
            .Replace("Nobody could log in.", "Nobody could log in, and some people went for a walk instead.", StringComparison.Ordinal)
            .Replace("## Timeline\n", "## Timeline\n\nAs far as we remember it.\n", StringComparison.Ordinal)
            + "\n## A section of ours\n\nWritten by hand.\n");
        Correct(world);
    });

    private static World Closed() => Published(world =>
    {
        world.GitHub.People.ClosePullRequest("mira", world.PullRequest()!.Number);
        Correct(world);
    });

    private static World Reopened() => Published(world =>
    {
        world.GitHub.People.ClosePullRequest("mira", world.PullRequest()!.Number);
        world.GitHub.People.DeleteBranch("mira", world.Branch);
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        world.GitHub.People.Comment("jun", world.Incident, "/postmortem reopen");
        Correct(world);
    });

    private static World Merged() => Published(world =>
    {
        world.GitHub.People.Merge("mira", world.PullRequest()!.Number);
        Correct(world);
    });

    /// <summary>Reviewers worked on the list of tasks, and somebody did one of them.</summary>
    private static World ReviewedTasks() => Published(world =>
    {
        world.GitHub.People.EditFile("jun", world.Branch, world.DocumentPath()!, text => text
            .Replace("Test the rollback", "Test the rollback with the whole team", StringComparison.Ordinal)
            .Replace("- [ ] [#14]", "- [x] [#14]", StringComparison.Ordinal)
            .Replace("\n## Lessons", "- Page the database team too @jun\n\n## Lessons", StringComparison.Ordinal));
        world.GitHub.People.EditIssue("jun", 15, state: "closed");
    });

    /// <summary>The date of a follow-up is past, and so is the postmortem's review.</summary>
    private static World Overdue() => Published(world => world.GitHub.Time.Advance(new DateTimeOffset(2026, 2, 2, 10, 0, 0, TimeSpan.Zero) - world.GitHub.Time.ServerNow));

    /// <summary>A date in another repository is past, a task there is reworded, and somebody did one of its follow-ups.</summary>
    private static World OverdueElsewhere() => Published(
        world =>
        {
            world.GitHub.People.EditFile("jun", world.Branch, world.DocumentPath()!, text => text.Replace("Write the runbook", "Write the runbook for the night", StringComparison.Ordinal));
            var neighbour = world.GitHub.Repository.Neighbour!;
            neighbour.Close(neighbour.Issues[0], "jun", "completed");
            world.GitHub.Time.Advance(new DateTimeOffset(2026, 2, 5, 10, 0, 0, TimeSpan.Zero) - world.GitHub.Time.ServerNow);
        },
        Worlds.TwoRepositories());

    /// <summary>By hand: what was refused is tried again.</summary>
    private static (string Name, string Json) Dispatched(int incident) =>
        ("workflow_dispatch", $$$"""{"inputs": {"issue-number": "{{{incident}}}"}, "repository": {"full_name": "acme/shop", "default_branch": "main"}}""");

    private static World Published(Action<World> then, World? world = null)
    {
        world ??= Worlds.FirstPublish();
        ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.Time.Advance(TimeSpan.FromHours(1));
        then(world);
        world.GitHub.Time.Advance(TimeSpan.FromHours(1));
        return world;
    }

    private static void Correct(World world)
    {
        var (github, incident) = world;
        var body = github.Repository.Issue(incident)!.Body!;
        github.People.EditIssue("mira", incident, body: body
            .Replace("Nobody could log in.", "Nobody could log in for two hours.", StringComparison.Ordinal)
            .Replace("05:55 Detection: the pager goes off", "05:55 Detection: the pager goes off\n06:40 Mitigation: traffic goes to the old login", StringComparison.Ordinal)
            .Replace("- Test the rollback", "- Test the rollback every month", StringComparison.Ordinal)
            .Replace("- Write the runbook", "- Page the database team too", StringComparison.Ordinal));
    }
}
