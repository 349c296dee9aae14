using System.Text.RegularExpressions;
using PostmortemAction.Actions;
using PostmortemAction.Archives;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.Views;
using Spectre.Console;

namespace PostmortemAction.Convergence.Archives;

/// <summary>A published document beside its incident, as <c>verify</c> sees both.</summary>
public class VerifyTests
{
    [Fact]
    public void A_document_as_it_was_published_says_what_its_incident_says()
    {
        var (world, document) = Published();

        var (code, screen) = Verify(world, document);

        Assert.True(code == 0, screen);
        Assert.Contains("Every figure that can be derived from the document or the incident follows from it.", screen, StringComparison.Ordinal);
        Assert.All(Sections(screen), section => Assert.Equal("same", section.Value));
        Assert.Contains("## Facts and measures", Sections(screen).Keys);
    }

    [Fact]
    public void What_people_edited_is_listed_and_no_mistake()
    {
        var (world, document) = Published();
        var edited = document.Replace("status: resolved", "status: final", StringComparison.Ordinal).Replace("## Impact\n\nNobody could log in.", "## Impact\n\nNobody could log in for two hours.", StringComparison.Ordinal)
            + "\n## Thanks\n\nTo all.\n";

        var (code, screen) = Verify(world, edited);

        Assert.True(code == 0, screen);
        var sections = Sections(screen);
        Assert.Equal(("edited by people", "edited by people", "people's own", "same"), (sections["Metadata"], sections["## Impact"], sections["## Thanks"], sections["## Timeline"]));
        Assert.Contains("## Impact: what people changed", screen, StringComparison.Ordinal);
        Assert.Contains("  - Nobody could log in.\n  + Nobody could log in for two hours.\n", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_people_took_out_is_missing()
    {
        var (world, document) = Published();

        var (code, screen) = Verify(world, Regex.Replace(document, "## Impact\n\n.*?\n\n(?=## )", "", RegexOptions.Singleline));

        Assert.Equal((0, "missing; people took it out"), (code, Sections(screen)["## Impact"]));
    }

    [Fact]
    public void A_figure_that_no_longer_follows_from_the_incident_is_flagged()
    {
        var (world, document) = Published();
        var incident = world.GitHub.Repository.Issue(world.Incident)!;
        world.GitHub.People.EditIssue("mira", world.Incident, body: incident.Body!.Replace("2026-01-05 07:50 UTC", "2026-01-05 07:20 UTC", StringComparison.Ordinal));

        var (code, screen) = Verify(world, document);

        Assert.Equal(1, code);
        Assert.Matches("Duration +│? *120 min \\(2 h\\) +│? *no .*90 min \\(1 h 30 min\\)", screen);
        Assert.Matches("Full-outage minutes +│? *90 min +│? *no .*67\\.5 min", screen);
        Assert.Matches("resolved +│? *2026-01-05T07:50:00\\+00:00 +│? *no .*2026-01-05 07:20 UTC", screen);
        Assert.Equal("as the action wrote it; the incident says something else since", Sections(screen)["## Facts and measures"]);
        Assert.Contains("## Facts and measures: what the incident says since", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_the_document_alone_cannot_prove_is_proved_by_the_incident()
    {
        var (world, document) = Published();

        var (code, screen) = Verify(world, Regex.Replace(document, "\\| Time to acknowledge \\| [0-9]+", "| Time to acknowledge | 77"));

        Assert.Equal(1, code);
        Assert.Matches("Time to acknowledge +│? *77 min.* no ", screen);
    }

    [Fact]
    public void Where_the_ledger_is_gone_nobody_is_said_to_have_changed_anything()
    {
        var (world, document) = Published();
        world.GitHub.People.DeleteRef("mira", $"refs/postmortem/incident-{world.Incident}");

        var (code, screen) = Verify(world, document.Replace("Nobody could log in.", "Nobody.", StringComparison.Ordinal));

        Assert.Equal((0, "differs; who changed it is not known"), (code, Sections(screen)["## Impact"]));
    }

    [Fact]
    public void It_takes_the_template_that_the_workflow_names()
    {
        var world = Worlds.FirstPublish();
        world.GitHub.People.Commit("mira", "main", "Configure", (".github/workflows/postmortem.yml", """
            on: [issues]
            jobs:
              postmortem:
                steps:
                  - uses: acme/postmortem-action@v1
                    with:
                      template: brief
            """));
        Publish(world, new() { Inputs = new Dictionary<string, string> { ["template"] = "brief" } });

        var (code, screen) = Verify(world, OnMain(world));

        Assert.True(code == 0, screen);
        Assert.All(Sections(screen), section => Assert.Equal("same", section.Value));
    }

    [Theory]
    [InlineData("incident: 12", "incident: 999", "999")]
    [InlineData("incident: 12", "incident: 13", "Issue 13 is no incident")]
    public void An_incident_that_cannot_be_read_is_one_problem(string written, string instead, string told)
    {
        var (world, document) = Published();
        Assert.Contains(written, document, StringComparison.Ordinal);

        var (code, screen) = Verify(world, document.Replace(written, instead, StringComparison.Ordinal));

        Assert.Equal(1, code);
        Assert.Contains(told, screen, StringComparison.Ordinal);
    }

    /// <summary>An incident whose document was merged.</summary>
    private static (World World, string Document) Published()
    {
        var world = Worlds.FirstPublish();
        Publish(world, null);
        return (world, OnMain(world));
    }

    private static void Publish(World world, ActionRunOptions? options)
    {
        var result = ActionInProcess.Run(world.GitHub, world.Incident, options);
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        world.GitHub.People.Merge("mira", world.PullRequest()!.Number);
        ActionInProcess.Run(world.GitHub, world.Incident, options);
    }

    private static string OnMain(World world) => world.GitHub.Repository.Git.Text("refs/heads/main", "postmortems/2026/2026-01-05-login-is-down.md")!;

    /// <summary>It writes nothing, whatever it finds.</summary>
    private static (int Code, string Screen) Verify(World world, string document)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, document);
            var count = world.GitHub.Requests.Count;
            var result = world.GitHub.Time.Run(() => VerifyAsync(world, path));
            Assert.NotEqual(count, world.GitHub.Requests.Count);
            Assert.DoesNotContain(world.GitHub.Requests.Skip(count), request => request.IsWrite);
            Assert.Empty(world.GitHub.Violations);
            return result;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(int Code, string Screen)> VerifyAsync(World world, string path)
    {
        using var screen = new StringWriter();
        using var connection = new Connection(world.GitHub, "verify");
        var environment = new ActionsRuntime(
            new Dictionary<string, string>
            {
                ["GITHUB_API_URL"] = Addresses.Api,
                ["GITHUB_GRAPHQL_URL"] = $"{Addresses.Api}/graphql",
                ["GITHUB_SERVER_URL"] = Addresses.Web,
                ["GITHUB_REPOSITORY"] = world.GitHub.Repository.FullName,
                ["GITHUB_TOKEN"] = SimulatedGitHub.JobToken,
            },
            screen);
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(screen) });
        console.Profile.Width = 400;
        return (await new VerifyCommand(environment, connection, world.GitHub.Time, console).RunAsync(path, CancellationToken.None), screen.ToString());
    }

    /// <summary>The rows of the table of sections.</summary>
    private static Dictionary<string, string> Sections(string screen) => screen.Split('\n')
        .SkipWhile(line => !line.Contains("Compared", StringComparison.Ordinal) || !line.Contains("Section", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.Trim().Length > 0)
        .Select(line => Regex.Split(line.Trim(), " {2,}")).ToDictionary(cells => cells[0], cells => cells[1]);
}
