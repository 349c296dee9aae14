using PostmortemAction.Convergence.BadInput;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sizes;

/// <summary>The commit that takes the lease is sent ahead, while the document of a first publish is reviewed.</summary>
public class SentAheadTests
{
    [Fact]
    public void What_is_sent_ahead_is_what_takes_the_lease()
    {
        var world = Linked();

        var result = ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Equal(0, result.ExitCode);
        var (ahead, look, lease) = Order(world);
        Assert.True(ahead < look && look < lease, string.Join('\n', world.GitHub.Requests));
        Assert.Equal(2, Commits(world));
    }

    [Fact]
    public void What_grew_old_before_the_lease_is_taken_is_made_anew()
    {
        var world = Linked();

        var result = ActionInProcess.Run(world.GitHub, world.Incident, new()
        {
            Transport = inner => new Meanwhile(inner, async (request, pass) =>
            {
                if (IsLook(request.RequestUri!.AbsolutePath))
                {
                    await Task.Delay(TimeSpan.FromSeconds(25), world.GitHub.Time);
                }

                return await pass();
            }),
        });

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(3, Commits(world));
        Assert.Empty(world.GitHub.Violations);
    }

    [Fact]
    public void A_dry_run_sends_nothing_ahead()
    {
        var world = Linked();

        var result = ActionInProcess.Run(world.GitHub, world.Incident, new() { Inputs = new Dictionary<string, string> { ["dry-run"] = "true" } });

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(world.GitHub.Requests, request => IsLook(request.Path));
        Assert.DoesNotContain(world.GitHub.Requests, request => request.IsWrite);
    }

    [Theory]
    [InlineData("# {{title}}\n\n{{#each timeline}}\n")]
    [InlineData("# {{title}}\n\n{{titel}}\n")]
    [InlineData("{{#if false}}{{title}}{{/if}}")]
    public void Where_the_template_has_a_mistake_nothing_is_sent_ahead(string template)
    {
        var world = Linked();
        Template(world, template);

        var result = ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain(world.GitHub.Requests, request => request.IsWrite);
    }

    /// <summary>An incident whose document links to a file, so that its review asks for the repository's.</summary>
    private static World Linked()
    {
        var world = Worlds.FirstPublish();
        Template(world, "# {{title}}\n\nSee [the login](/src/login.txt).\n\n## Timeline\n\n{{#each timeline}}\n- {{text}}\n{{/each}}\n");
        return world;
    }

    private static void Template(World world, string text) => world.GitHub.People.Commit("mira", "main", "A template", (".github/postmortem.yml", "template: .github/own.md\n"), (".github/own.md", text));

    private static bool IsLook(string path) => path.Contains("/git/trees/", StringComparison.Ordinal);

    private static (int Ahead, int Look, int Lease) Order(World world)
    {
        var requests = world.GitHub.Requests.ToList();
        return (requests.FindIndex(request => request.Path.EndsWith("/git/commits", StringComparison.Ordinal)),
            requests.FindIndex(request => IsLook(request.Path)),
            requests.FindIndex(request => request.IsWrite && request.Path.EndsWith("/git/refs", StringComparison.Ordinal)));
    }

    private static int Commits(World world) => world.GitHub.Requests.Count(request => request.Path.EndsWith("/git/commits", StringComparison.Ordinal));
}
