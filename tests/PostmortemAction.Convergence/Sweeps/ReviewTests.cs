using System.Text.Json;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sweeps;

/// <summary>Reviews in whole runs: of our own document, and of pull requests that people open.</summary>
public class ReviewTests
{
    private const string Path = "postmortems/2024/old.md";

    private const string Old =
        """
        # Old

        ## Issue summary

        Duration: 2024-04-14 10:00 UTC to 2024-04-14 12:00 UTC. The login API was down and users could not log in.

        ## Timeline

        - 10:00 Detection: the alert fires
        - 11:00 The intern forgot the key, see [the notes](notes.txt) and [the plan](plan.md).
        - 12:00 Resolution: logins are back

        ## Root cause

        The deployment used a key that no server had loaded.

        ## Resolution

        The deployment was rolled back, and the key was loaded.
        """;

    [Fact]
    public void Our_own_pull_request_tells_what_is_left_to_do_and_follows_the_document()
    {
        var world = Worlds.FirstPublish();
        var first = ActionInProcess.Run(world.GitHub, world.Incident);
        var before = world.PullRequest()!.Body;

        world.GitHub.People.Push("mira", world.Branch, world.DocumentPath()!, Document(world).Replace("A typo in the login", "The engineer forgot a comma in the login", StringComparison.Ordinal));
        var second = ActionInProcess.Run(world.GitHub, world.Incident);
        var third = ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Contains("### Review\n\nLeft to do in the document", before, StringComparison.Ordinal);
        Assert.DoesNotContain("blame-person", before, StringComparison.Ordinal);
        Assert.Contains("`The engineer forgot` says what a person left undone.", world.PullRequest()!.Body, StringComparison.Ordinal);
        Assert.Contains($"::warning file={world.DocumentPath()},line=", second.Log, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (first.ExitCode, second.ExitCode, third.ExitCode));
        Assert.Equal("false", third.Outputs["changed"]);
        Assert.Empty(world.GitHub.Violations);
    }

    [Theory]
    [InlineData("warning", 1)]
    [InlineData("error", 0)]
    public void A_pull_request_of_people_gets_annotations_and_nothing_is_written(string failOn, int exitCode)
    {
        var world = Worlds.NoTasks();
        world.GitHub.People.Commit("mira", "main", "Configure", (".github/postmortem.yml", $"review:\n  fail-on: {failOn}\n"));
        world.GitHub.People.Commit("jun", "topic", "Add an old postmortem", (Path, Old), ("postmortems/2024/notes.txt", "Notes\n"), ("src/x.md", "x"));
        var pull = world.GitHub.People.OpenPullRequest("jun", "topic", "Old", "");

        var result = Run(world, pull, "topic");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains($"::warning file={Path},line=10,title=blame-person::", result.Log, StringComparison.Ordinal);
        Assert.Contains($"::warning file={Path},line=10,title=link-broken::`plan.md` leads to no file", result.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("`notes.txt` leads", result.Log, StringComparison.Ordinal);
        Assert.Contains($"## Review of `{Path}`", result.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(world.GitHub.Requests, request => request.IsWrite);
        Assert.Empty(world.GitHub.Violations);
    }

    [Fact]
    public void A_pull_request_that_changes_no_postmortem_is_left_alone()
    {
        var world = Worlds.NoTasks();
        world.GitHub.People.Commit("jun", "topic", "Code", ("src/x.md", "x"), ("postmortems/README.md", "x"));

        var result = Run(world, world.GitHub.People.OpenPullRequest("jun", "topic", "Code", ""), "topic");

        Assert.Equal((0, "none"), (result.ExitCode, result.Outputs["pull-request-operation"]));
        Assert.Contains("::notice::Pull request", result.Log, StringComparison.Ordinal);
    }

    private static string Document(World world) =>
        Simulation.Git.GitFiles.Text(world.GitHub.Repository.Git, world.GitHub.Repository.Branch(world.Branch)!, world.DocumentPath()!)!;

    private static ActionResult Run(World world, int pull, string branch) => ActionInProcess.Run(world.GitHub, world.Incident, new()
    {
        Event = ("pull_request", JsonSerializer.Serialize(new
        {
            action = "opened",
            pull_request = new { number = pull, head = new { @ref = branch, sha = world.GitHub.Repository.Branch(branch), repo = new { full_name = "acme/shop" } } },
            repository = new { full_name = "acme/shop", default_branch = "main" },
        })),
    });
}
