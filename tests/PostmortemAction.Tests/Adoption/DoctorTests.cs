using PostmortemAction.Actions;
using PostmortemAction.Adoption;
using PostmortemAction.GitHub.Tests;
using Spectre.Console;

namespace PostmortemAction.Tests.Adoption;

/// <summary><c>doctor</c>, and <c>check: true</c> in a workflow, from the environment to the exit code.</summary>
public sealed class DoctorTests : IDisposable
{
    private const string Api = "/repos/acme/shop";
    private readonly AnsweringGitHub github = new();

    [Fact]
    public async Task After_init_with_the_labels_and_the_setting_everything_is_ok()
    {
        var (code, lines) = await DoctorAsync();

        Assert.Equal(
            [
                "acme/shop, asked at api.github.com",
                "ok: `acme/shop` can be read; it has issues, and its default branch is `main`.",
                "ok: The configuration `.github/postmortem.yml` is valid.",
                "ok: The workflow `.github/workflows/postmortem.yml` has the triggers and permissions that it needs.",
                "ok: The built-in template is used.",
                "ok: Incidents are filed with `.github/ISSUE_TEMPLATE/incident.yml`.",
                "ok: There is a label `incident`.",
                "ok: There is a label `resolved`.",
                "ok: The labels `follow-up` and `postmortem` are made by the first run that needs them.",
                "ok: Actions may open pull requests.",
                "Nothing keeps it from working.",
            ],
            lines);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task The_setting_that_is_off_is_to_do()
    {
        github.Answers[Api + "/actions/permissions/workflow"] = (200, """{"default_workflow_permissions":"read","can_approve_pull_request_reviews":false}""");

        await AssertToDoAsync("Actions may not open pull requests. Tick \"Allow GitHub Actions to create and approve pull requests\" under Settings, Actions, General");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_setting_that_the_token_may_not_see_is_to_look_at_and_fails_nothing(int status)
    {
        github.Answers[Api + "/actions/permissions/workflow"] = (status, """{"message":"Resource not accessible by integration"}""");

        var (code, lines) = await DoctorAsync();

        Assert.Equal(0, code);
        Assert.StartsWith("look: Whether Actions may open pull requests cannot be seen with this token. Look at Settings, Actions, General", Line(lines, "look"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_is_missing_is_to_do()
    {
        github.Labels.Remove("resolved");

        await AssertToDoAsync("There is no label `resolved`, and a form gives no label that is not there.");
    }

    [Theory]
    [InlineData("      issues: write # follow-ups, labels, the status comment, the digest\n", "", "may not write `issues` (follow-ups, the status comment and the digest). Write `issues: write` below")]
    [InlineData("contents: write", "contents: read", "may not write `contents`")]
    [InlineData("[labeled, unlabeled, edited, closed, reopened]", "[opened]", "does not run when an issue is labelled")]
    [InlineData("  issues:\n    types: [labeled, unlabeled, edited, closed, reopened]\n", "", "does not run on `issues`")]
    [InlineData("'incident'", "'fire'", "looks for another label than the incident's, `incident`")]
    [InlineData("postmortem-action/postmortem-action@v1", "acme/other@v1", "No workflow of the default branch runs the action.")]
    public async Task A_workflow_that_cannot_work_says_what_to_change(string text, string instead, string words)
    {
        var workflow = github.Files[FolderSurvey.WorkflowPath];
        Assert.Contains(text, workflow, StringComparison.Ordinal);
        github.Files[FolderSurvey.WorkflowPath] = workflow.Replace(text, instead, StringComparison.Ordinal);

        await AssertToDoAsync(words);
    }

    [Theory]
    [InlineData("read", 1)]
    [InlineData("write", 0)]
    public async Task Without_permissions_of_its_own_the_workflow_has_what_the_repository_gives(string permissions, int exitCode)
    {
        github.Answers[Api + "/actions/permissions/workflow"] = (200, $$"""{"default_workflow_permissions":"{{permissions}}","can_approve_pull_request_reviews":true}""");
        github.Files[FolderSurvey.WorkflowPath] = "on: issues\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: you/postmortem-action@v1\n";

        Assert.Equal(exitCode, (await DoctorAsync()).Code);
    }

    [Fact]
    public async Task With_a_token_of_the_teams_own_neither_permissions_nor_the_setting_matter()
    {
        github.Answers[Api + "/actions/permissions/workflow"] = (200, """{"default_workflow_permissions":"read","can_approve_pull_request_reviews":false}""");
        github.Files[FolderSurvey.WorkflowPath] =
            "on: issues\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: you/postmortem-action@v1\n        with:\n          github-token: ${{ secrets.BOT }}\n";

        Assert.Equal(0, (await DoctorAsync()).Code);
    }

    [Fact]
    public async Task A_workflow_that_calls_the_organisations_one_is_to_look_at_and_keeps_nothing_from_working()
    {
        github.Answers[Api + "/actions/permissions/workflow"] = (200, """{"default_workflow_permissions":"read","can_approve_pull_request_reviews":false}""");
        github.Files[FolderSurvey.WorkflowPath] = Recipe.Caller;

        var (code, lines) = await DoctorAsync();

        Assert.Equal(0, code);
        Assert.Contains(lines, line => line.StartsWith("look: `.github/workflows/postmortem.yml` calls `acme/automation/.github/workflows/postmortem.yml@main`, which may run the action", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("look: Actions may not open pull requests, which matters unless", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("to do", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inputs_that_the_workflow_states_count_as_in_a_run()
    {
        github.Files[FolderSurvey.WorkflowPath] = OwnFiles.Workflow("fire", "postmortems") + "          incident-label: fire\n";

        await AssertToDoAsync("There is no label `fire`");
    }

    [Fact]
    public async Task A_mistake_in_the_configuration_is_told_with_its_line()
    {
        github.Files[FolderSurvey.SettingsPath] = "time-zone: UTC\nincident_label: x\n";

        await AssertToDoAsync("`.github/postmortem.yml:2:1`: There is no setting `incident_label`. Did you mean `incident-label`?");
    }

    [Fact]
    public async Task A_configuration_under_a_name_that_nothing_reads_is_to_look_at()
    {
        github.Files.Remove(FolderSurvey.SettingsPath);
        github.Files[FolderSurvey.MisnamedSettingsPath] = "time-zone: Europe/Berlin\n";

        Assert.Equal("look: Nothing reads `.github/postmortem.yaml`. Rename it to `.github/postmortem.yml`.", Line((await DoctorAsync()).Lines, "look"));
    }

    [Fact]
    public async Task By_a_configuration_with_mistakes_nothing_else_is_called_ok()
    {
        github.Files[FolderSurvey.SettingsPath] = "template: own.md.hbs\ntime-zone: Mars/Base\n";

        var (_, lines) = await DoctorAsync();

        Assert.Equal("look: Template, issue form and labels were not checked: the configuration has mistakes. Correct them, and look again.", Line(lines, "look"));
        Assert.DoesNotContain(lines, line => line.StartsWith("ok: The built-in template", StringComparison.Ordinal) || line.StartsWith("ok: There is a label", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("# {{title}\n", "`own.md.hbs:1")]
    [InlineData("# {{title}} {{nothing_of_ours}} and some more words\n", "nothing_of_ours")]
    public async Task A_template_that_would_end_a_run_is_told(string template, string words)
    {
        github.Files[FolderSurvey.SettingsPath] = "template: own.md.hbs\n";
        github.Files["own.md.hbs"] = template;

        await AssertToDoAsync(words);
    }

    [Fact]
    public async Task A_template_that_is_missing_is_told()
    {
        github.Files[FolderSurvey.SettingsPath] = "template: own.md.hbs\n";

        await AssertToDoAsync("The default branch has no file `own.md.hbs`");
    }

    [Theory]
    [InlineData(FolderSurvey.WorkflowPath, "on: [\n# uses: you/postmortem-action@v1\n")]
    [InlineData(FolderSurvey.FormPath, "name: Incident\nlabels: [incident\nbody:\n  - type: [\n")]
    public async Task A_workflow_or_an_incident_form_that_is_no_YAML_is_to_do(string path, string text)
    {
        github.Files[path] = text;

        await AssertToDoAsync($"`{path}` is no valid YAML");
    }

    [Fact]
    public async Task Another_form_that_is_no_YAML_is_to_look_at()
    {
        github.Files[".github/ISSUE_TEMPLATE/bug.yml"] = "name: Bug\nlabels: [bug\nbody:\n  - type: [\n";

        var (code, lines) = await DoctorAsync();

        Assert.Equal((0, true), (code, Line(lines, "look").Contains("bug.yml` is no valid YAML", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_fields_of_the_form_with_one_label_are_named()
    {
        github.Files[FolderSurvey.FormPath] = github.Files[FolderSurvey.FormPath].Replace("label: Detected\n", "label: Started\n", StringComparison.Ordinal);

        await AssertToDoAsync("2 fields of the form `.github/ISSUE_TEMPLATE/incident.yml` have the label `Started`, `started` and `detected`");
    }

    [Theory]
    [InlineData("directory: docs/pm\n", "The `paths` of `pull_request` and `push` in `.github/workflows/postmortem.yml` leave out `docs/pm`")]
    [InlineData("dry-run: true\n", "`dry-run` is on")]
    public async Task A_setting_that_the_workflow_does_not_go_with_or_that_writes_nothing_is_to_look_at(string settings, string words)
    {
        github.Files[FolderSurvey.SettingsPath] = settings;

        var (code, lines) = await DoctorAsync();

        Assert.Equal((0, true), (code, Line(lines, "look").Contains(words, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("docs/**")]
    [InlineData("**")]
    [InlineData("**/*.md")]
    [InlineData("docs/pm/2024/**")]
    public async Task Paths_that_may_take_the_folder_in_are_nothing_to_look_at(string pattern)
    {
        github.Files[FolderSurvey.SettingsPath] = "directory: docs/pm\n";
        github.Files[FolderSurvey.WorkflowPath] = OwnFiles.Workflow("incident", "postmortems").Replace("'postmortems/**'", $"'{pattern}'", StringComparison.Ordinal);

        Assert.DoesNotContain((await DoctorAsync()).Lines, line => line.StartsWith("look", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_form_it_works_and_that_is_said()
    {
        github.Files.Remove(FolderSurvey.FormPath);

        var (code, lines) = await DoctorAsync();

        Assert.Equal((0, true), (code, Line(lines, "look").Contains("No issue form gives the label `incident`", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_archived_repository_and_one_without_issues_are_told()
    {
        github.Answers[Api] = (200, """{"default_branch":"main","has_issues":true,"archived":true}""");
        await AssertToDoAsync("`acme/shop` is archived");

        github.Answers[Api] = (200, """{"default_branch":"main","has_issues":false,"archived":false}""");
        await AssertToDoAsync("`acme/shop` has no issues.");
    }

    [Theory]
    [InlineData(404, "Not Found")]
    [InlineData(409, "Git Repository is empty.")]
    public async Task A_repository_without_a_commit_ends_in_one_sentence(int status, string message)
    {
        github.Answers[Api + "/git/ref/heads/main"] = (status, $$"""{"message":"{{message}}"}""");

        await AssertToDoAsync("The default branch `main` has no commit");
    }

    [Theory]
    [InlineData(401, "GitHub does not accept the token (`Bad credentials`). Set `GITHUB_TOKEN` to one that has not expired")]
    [InlineData(403, "(`Bad credentials`). Set `GITHUB_TOKEN` to one that may read contents, issues and pull requests of the repository.")]
    [InlineData(404, "There is no repository `acme/shop` that this token may see.")]
    public async Task A_token_that_is_not_at_home_here_ends_in_one_sentence(int status, string words)
    {
        github.Answers[Api] = (status, """{"message":"Bad credentials"}""");

        var (code, lines) = await DoctorAsync();

        Assert.Equal(1, code);
        Assert.Contains(words, Assert.Single(lines, line => line.StartsWith("  error ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_answers_with_a_page_ends_in_one_sentence()
    {
        github.Kind = "text/html";
        github.Answers[Api] = (200, "<html>Log in first</html>");

        var (code, lines) = await DoctorAsync();

        Assert.Equal(1, code);
        Assert.Contains("What answers is not GitHub", Assert.Single(lines, line => line.StartsWith("  error ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "text/html")]
    [InlineData(401, "text/html")]
    [InlineData(407, "application/json")]
    [InlineData(511, "text/html")]
    public async Task A_proxy_that_refuses_is_not_taken_for_GitHub(int status, string kind)
    {
        github.Kind = kind;
        github.Answers[Api] = (status, "<html>Log in first</html>");

        var (code, lines) = await DoctorAsync();

        Assert.Equal(1, code);
        var error = Assert.Single(lines, line => line.StartsWith("  error ", StringComparison.Ordinal));
        Assert.Contains("A proxy answers in GitHub's place", error, StringComparison.Ordinal);
        Assert.Contains("`https_proxy`", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GITHUB_TOKEN", "`GITHUB_TOKEN` holds no token.")]
    [InlineData("GITHUB_REPOSITORY", "`GITHUB_REPOSITORY` does not name a repository.")]
    public async Task Without_a_token_or_a_repository_it_says_which(string variable, string words)
    {
        var (code, lines) = await DoctorAsync((variable, ""));

        Assert.Equal(1, code);
        Assert.Contains(words, string.Join('\n', lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a-token-of-this-test-only\n")]
    [InlineData(" a-token-of-this-test-only\r\n")]
    public async Task The_line_end_behind_a_token_is_no_part_of_it(string token) =>
        Assert.Equal(0, (await DoctorAsync(("GITHUB_TOKEN", token))).Code);

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\u00E9b")]
    public async Task A_token_that_no_header_takes_ends_in_one_sentence_here_and_in_a_job(string token)
    {
        using var runner = new Runner(("INPUT_GITHUB-TOKEN", token), ("INPUT_CHECK", "true"), ("GITHUB_REPOSITORY", "acme/shop"));

        var (code, lines) = await DoctorAsync(("GITHUB_TOKEN", token));

        Assert.Equal(1, code);
        Assert.Contains("The token holds a blank, a line break", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Equal(1, await new ActionRun(runner.Runtime, github, new VirtualTime()).RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("::error title=token-unusable::", runner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_workflow_the_lines_stand_in_the_log_and_in_the_summary_and_nothing_else_runs()
    {
        github.Labels.Remove("incident");
        using var runner = new Runner(
            ("INPUT_GITHUB-TOKEN", "ghs_secret"), ("INPUT_CHECK", "true"), ("GITHUB_REPOSITORY", "acme/shop"), ("GITHUB_EVENT_NAME", "workflow_dispatch"));

        var code = await new ActionRun(runner.Runtime, github, new VirtualTime()).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("\nok: Actions may open pull requests.\n", runner.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("::error title=setup::There is no label `incident`", runner.Text, StringComparison.Ordinal);
        var summary = await File.ReadAllTextAsync(runner.SummaryFile, TestContext.Current.CancellationToken);
        Assert.StartsWith("## Is everything in place?\n\n1 thing is to do before it works.\n\n- **ok**: ", summary, StringComparison.Ordinal);
        Assert.Contains(("changed", "false"), runner.Outputs());
    }

    [Fact]
    public async Task The_input_takes_true_or_false_alone()
    {
        using var runner = new Runner(("INPUT_GITHUB-TOKEN", "ghs_secret"), ("INPUT_CHECK", "maybe"), ("GITHUB_REPOSITORY", "acme/shop"));

        Assert.Equal(1, await new ActionRun(runner.Runtime, github, new VirtualTime()).RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("The input `check` has a value that it cannot take.", runner.Text, StringComparison.Ordinal);
    }

    public void Dispose() => github.Dispose();

    private async Task AssertToDoAsync(string words)
    {
        var (code, lines) = await DoctorAsync();

        Assert.Equal(1, code);
        Assert.Contains(words, Line(lines, "to do"), StringComparison.Ordinal);
        Assert.Equal("1 thing is to do before it works.", lines[^1]);
    }

    private static string Line(IEnumerable<string> lines, string name) => Assert.Single(lines, line => line.StartsWith($"{name}: ", StringComparison.Ordinal));

    private async Task<(int Code, IReadOnlyList<string> Lines)> DoctorAsync(params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string> { ["GITHUB_TOKEN"] = "a-token-of-this-test-only", ["GITHUB_REPOSITORY"] = "acme/shop" };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(screen) });
        console.Profile.Width = 500;
        var code = await new DoctorCommand(new(environment, TextWriter.Null), github, new VirtualTime(), console).RunAsync(TestContext.Current.CancellationToken);
        return (code, [.. screen.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)]);
    }
}
