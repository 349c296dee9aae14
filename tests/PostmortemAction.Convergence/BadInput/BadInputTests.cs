using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.BadInput;

/// <summary>Repositories, tokens and networks that are not as they should be: each ends in one clear sentence, or as if nothing were wrong.</summary>
public class BadInputTests
{
    private const string Form = """
        name: Incident
        description: Something is down
        labels: [LABEL]
        body:
          - type: dropdown
            id: severity
            attributes:
              label: Severity
              options: [SEV1, SEV2]
          - type: input
            id: started
            attributes:
              label: Started
          - type: textarea
            id: timeline
            attributes:
              label: Timeline
          - type: textarea
            id: tasks
            attributes:
              label: Tasks

        """;

    [Theory]
    [InlineData("issues")]
    [InlineData("workflow_dispatch")]
    public void A_repository_without_a_commit_is_said(string trigger)
    {
        var world = Worlds.FirstPublish();
        world.GitHub.Repository.Git.References.Clear();

        var result = Run(world, new() { Event = (trigger, Event(world, "main")), Inputs = Dispatched(world, trigger) });

        Fails(result, "The default branch `main` has no commit, or the token may not read it. Commit something to the default branch, and give the job `contents: write`.");
    }

    [Fact]
    public void A_default_branch_that_is_not_there_any_more_is_said()
    {
        var world = Worlds.FirstPublish();
        var references = world.GitHub.Repository.Git.References;
        references["refs/heads/other"] = references["refs/heads/main"];
        references.Remove("refs/heads/main");

        Fails(Run(world), "The default branch `main` has no commit, or the token may not read it.");
    }

    [Fact]
    public void Of_thirty_forms_the_one_of_incidents_is_read()
    {
        var world = Worlds.FirstPublish();
        world.GitHub.People.Commit("mira", "main", "Forms", [.. Enumerable.Range(1, 30).Select(i =>
            ($".github/ISSUE_TEMPLATE/form-{i:00}.yml", Form.Replace("LABEL", i == 17 ? "incident" : "question", StringComparison.Ordinal)))]);

        var result = Run(world);

        Publishes(world, result);
    }

    [Fact]
    public void A_form_whose_labels_collide_publishes_all_the_same()
    {
        var world = Worlds.FirstPublish();
        var colliding = Form.Replace("LABEL", "incident", StringComparison.Ordinal).Replace("label: Started", "label: Timeline", StringComparison.Ordinal);
        world.GitHub.People.Commit("mira", "main", "Forms", [(".github/ISSUE_TEMPLATE/incident.yml", colliding)]);

        var result = Run(world);

        Publishes(world, result);
    }

    [Fact]
    public void Windows_line_ends_in_every_file_and_text_change_nothing()
    {
        var plain = Worlds.FirstPublish();
        var windows = Worlds.FirstPublish();
        (string, string)[] files =
        [
            (".github/ISSUE_TEMPLATE/incident.yml", Form.Replace("LABEL", "incident", StringComparison.Ordinal)),
            (".github/postmortem.yml", "directory: docs/postmortems\ntime-zone: Europe/Berlin\ntemplate: .github/postmortem.md\n"),
            (".github/postmortem.md", "# {{title}}\n\n## Timeline\n\n{{#each timeline}}\n- {{at}} {{text}}\n{{/each}}\n\n## Follow-ups\n\n{{#each follow_ups}}\n- {{title}}\n{{/each}}\n"),
        ];
        plain.GitHub.People.Commit("mira", "main", "Files", files);
        windows.GitHub.People.Commit("mira", "main", "Files", [.. files.Select(file => (file.Item1, file.Item2.ReplaceLineEndings("\r\n")))]);
        var body = windows.GitHub.Repository.Issue(windows.Incident)!.Body!;
        windows.GitHub.People.EditIssue("mira", windows.Incident, body: body.ReplaceLineEndings("\r\n"));

        var (one, other) = (Run(plain), Run(windows));

        Assert.True((one.ExitCode, other.ExitCode) == (0, 0), one.Log + other.Log);
        var branch = plain.GitHub.Repository.Git.Files(plain.GitHub.Repository.Branch(plain.Branch)!);
        var path = Assert.Single(branch.Keys, key => key.StartsWith("docs/postmortems/", StringComparison.Ordinal));
        Assert.Equal(branch[path].Sha, windows.GitHub.Repository.Git.Files(windows.GitHub.Repository.Branch(windows.Branch)!)[path].Sha);
    }

    [Fact]
    public void A_token_of_another_host_is_said()
    {
        var world = Worlds.FirstPublish();

        var result = Run(world, new() { Variables = new Dictionary<string, string> { ["INPUT_GITHUB-TOKEN"] = "ghp_of_another_host" } });

        Fails(result, "GitHub does not accept the token (`Bad credentials`). Leave `github-token` out to use the job's token, or give one that has not expired.");
    }

    [Fact]
    public void A_proxy_that_answers_with_pages_of_its_own_is_said()
    {
        var world = Worlds.FirstPublish();

        var result = Run(world, new() { Faults = [FaultCatalogue.All.Single(fault => fault.Name == "200 with a page of HTML, not applied").From(1)] });

        Fails(result, "What answers is not GitHub");
        Assert.Contains("Look which proxy stands between, and let the API's address through.", result.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_may_not_see_the_repository_is_said()
    {
        var world = Worlds.FirstPublish();

        var result = Run(world, new() { Variables = new Dictionary<string, string> { ["GITHUB_REPOSITORY"] = "acme/other" } });

        Fails(result, "The default branch `main` has no commit, or the token may not read it.");
    }

    private static ActionResult Run(World world, ActionRunOptions? options = null) => ActionInProcess.Run(world.GitHub, world.Incident, options ?? new());

    private static string Event(World world, string branch) =>
        $$"""{"action":"labeled","label":{"name":"resolved"},"issue":{"number":{{world.Incident}},"labels":[{"name":"incident"}]},"repository":{"full_name":"acme/shop","default_branch":"{{branch}}"} }""";

    private static Dictionary<string, string> Dispatched(World world, string trigger) =>
        trigger == "issues" ? [] : new() { ["issue-number"] = world.Incident.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static void Fails(ActionResult result, string sentence)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Null(result.Bug);
        Assert.Contains(sentence, Assert.Single(Regex.Matches(result.Log, "::error [^\n]*")).Value.Replace("%25", "%", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void Publishes(World world, ActionResult result)
    {
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        Assert.Contains("05:55", world.Document(), StringComparison.Ordinal);
        Assert.Equal(3, world.FollowUps().Count);
        Assert.DoesNotContain("::error", result.Log, StringComparison.Ordinal);
    }
}
