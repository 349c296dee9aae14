using PostmortemAction.Adoption;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Tests.Adoption;

/// <summary>What <c>init</c> decides, from files as data.</summary>
public class AdoptionPlannerTests
{
    [Fact]
    public void An_empty_repository_gets_form_workflow_and_configuration()
    {
        var plan = Plan();

        Assert.Equal(
            [
                (FolderSurvey.FormPath, FileState.New, Repository.Read(FolderSurvey.FormPath)),
                (FolderSurvey.WorkflowPath, FileState.New, OwnFiles.Workflow("incident", "postmortems")),
                (FolderSurvey.SettingsPath, FileState.New, SettingsFile.Write(new Dictionary<string, string>())),
            ],
            plan.Files.Select(file => (file.Path, file.State, file.Text)));
        Assert.Empty(plan.Found);
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void What_it_wrote_is_unchanged_the_next_time_whatever_the_line_ends()
    {
        var written = Plan().Files.ToDictionary(file => file.Path, file => file.Text);

        Assert.All(Plan(written).Files, file => Assert.Equal((FileState.Unchanged, ""), (file.State, file.Diff)));
        Assert.All(
            Plan(written.ToDictionary(file => file.Key, file => file.Value.ReplaceLineEndings("\r\n"))).Files,
            file => Assert.Equal(FileState.Unchanged, file.State));
    }

    [Fact]
    public void A_file_with_other_content_is_compared_and_left_alone()
    {
        var plan = Plan((FolderSurvey.WorkflowPath, OwnFiles.Workflow("incident", "postmortems").Replace("timeout-minutes: 15", "timeout-minutes: 5", StringComparison.Ordinal)));

        var file = plan.Files.Single(file => file.Path == FolderSurvey.WorkflowPath);
        Assert.Equal(FileState.Different, file.State);
        Assert.Contains("-    timeout-minutes: 5\n+    timeout-minutes: 15\n", file.Diff, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_shows_no_control_characters_of_the_file() =>
        Assert.DoesNotContain('\u001b', Plan((FolderSurvey.WorkflowPath, "name: \u001b[31mred\n")).Files.Single(file => file.State == FileState.Different).Diff);

    [Theory]
    [InlineData("name: Report\nlabels: [bug, incident]\n", "incident")]
    [InlineData("name: Report\nlabels: 'kind/outage, ops'\n", "kind/outage")]
    [InlineData("name: Production incident\nlabels: [p0]\n", "p0")]
    public void A_form_that_files_incidents_by_its_labels_or_its_name_is_used(string head, string label)
    {
        var plan = Plan((".github/ISSUE_TEMPLATE/report.yml", head + Body));

        Assert.DoesNotContain(plan.Files, file => file.Path == FolderSurvey.FormPath);
        Assert.Contains(plan.Found, sentence => sentence.Contains("`.github/ISSUE_TEMPLATE/report.yml` files incidents", StringComparison.Ordinal));
        Assert.Equal(label, Settings(plan).IncidentLabel);
        Assert.Contains($"labels.*.name, '{label}')", Text(plan, FolderSurvey.WorkflowPath), StringComparison.Ordinal);
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void A_form_whose_label_another_form_sets_too_is_told_and_makes_no_incidents_of_the_others_issues()
    {
        var plan = Plan(
            (".github/ISSUE_TEMPLATE/bug.yml", "name: Bug\nlabels: [bug]\n" + Body),
            (".github/ISSUE_TEMPLATE/outage.yml", "name: Outage\nlabels: [bug]\n" + Body));

        Assert.Equal("incident", Settings(plan).IncidentLabel);
        var problem = Assert.Single(plan.Problems);
        Assert.Equal("The form `.github/ISSUE_TEMPLATE/outage.yml` files incidents, but its label `bug` is set by `.github/ISSUE_TEMPLATE/bug.yml` too.", problem.Message);
        Assert.Equal("Add `incident` to its `labels`.", problem.Fix);
    }

    [Fact]
    public void A_form_without_a_label_is_told()
    {
        var plan = Plan((".github/ISSUE_TEMPLATE/incident.yaml", "name: Report\n" + Body));

        Assert.Equal(("form-without-label", "Add `incident` to its `labels`."), (plan.Problems.Single().Code, plan.Problems.Single().Fix));
    }

    [Fact]
    public void Of_thirty_forms_the_one_that_files_incidents_is_found()
    {
        var forms = Enumerable.Range(1, 30).Select(i => ($".github/ISSUE_TEMPLATE/form-{i:00}.yml", $"name: Form {i}\nlabels: [{(i == 17 ? "incident" : $"kind-{i}")}]\n{Body}"));

        var plan = Plan([.. forms]);

        Assert.Contains("form-17.yml", Assert.Single(plan.Found), StringComparison.Ordinal);
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void Thirty_forms_of_which_none_files_incidents_get_one_that_does()
    {
        var forms = Enumerable.Range(1, 30).Select(i => ($".github/ISSUE_TEMPLATE/form-{i:00}.yml", $"name: Form {i}\nlabels: [bug]\n{Body}"));

        var plan = Plan([.. forms]);

        Assert.Equal(FileState.New, plan.Files.Single(file => file.Path == FolderSurvey.FormPath).State);
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void A_form_that_cannot_be_read_is_told_with_its_line_and_stops_nothing()
    {
        var plan = Plan((".github/ISSUE_TEMPLATE/broken.yml", "name: [\n"));

        Assert.Equal(3, plan.Files.Count);
        Assert.StartsWith(".github/ISSUE_TEMPLATE/broken.yml:", Assert.Single(plan.Problems).Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_in_which_no_field_has_an_id_of_ours_is_told() =>
        Assert.Equal("form-without-ids", Plan((".github/ISSUE_TEMPLATE/incident.yaml", "name: X\nlabels: [incident]\nbody:\n  - type: input\n    attributes:\n      label: Begin\n")).Problems.Single().Code);

    [Fact]
    public void A_Markdown_template_with_the_name_of_the_new_form_is_told() =>
        Assert.Equal("form-name-twice", Plan((".github/ISSUE_TEMPLATE/report.md", "---\nabout: x\nname: \"Incident\"\n---\n\n# What\n")).Problems.Single().Code);

    [Fact]
    public void A_workflow_that_runs_the_action_already_is_not_doubled()
    {
        var plan = Plan((".github/workflows/incidents.yaml", OwnFiles.Workflow("incident", "postmortems")));

        Assert.DoesNotContain(plan.Files, file => file.Path == FolderSurvey.WorkflowPath);
        Assert.Contains("`.github/workflows/incidents.yaml` runs the action", Assert.Single(plan.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: Postmortem\n", "name: Incidents\n", "; or run the workflow `Incidents` by hand")]
    [InlineData("  workflow_dispatch:\n", "  repository_dispatch:\n", "before anything is merged.")]
    public void What_is_left_to_do_names_the_workflow_that_runs_the_action_where_it_can_be_run_by_hand(string text, string instead, string words) =>
        Assert.Contains(
            words,
            string.Join('\n', Plan((".github/workflows/incidents.yaml", OwnFiles.Workflow("incident", "postmortems").Replace(text, instead, StringComparison.Ordinal))).Left),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(".github/workflows/incidents.yml")]
    [InlineData(FolderSurvey.WorkflowPath)]
    public void A_workflow_that_calls_the_organisations_one_is_not_doubled(string path)
    {
        var plan = Plan((path, Recipe.Caller));

        Assert.DoesNotContain(plan.Files, file => file.Path == FolderSurvey.WorkflowPath);
        Assert.Equal(
            $"`{path}` calls `acme/automation/.github/workflows/postmortem.yml@main`, which may run the action, so no second workflow is written.",
            Assert.Single(plan.Found));
    }

    [Fact]
    public void A_workflow_that_calls_another_one_is_none_of_our_business() =>
        Assert.Contains(Plan((".github/workflows/build.yml", "on: push\njobs:\n  a:\n    uses: acme/automation/.github/workflows/build.yml@main\n")).Files, file => file.Path == FolderSurvey.WorkflowPath);

    [Fact]
    public void A_folder_of_postmortems_that_is_there_becomes_the_directory()
    {
        var plan = AdoptionPlanner.Make(new(new Dictionary<string, string>(), "main", "docs/postmortems"));

        Assert.Equal("docs/postmortems", Settings(plan).Directory);
        Assert.Contains(plan.Files, file => file.Text.Contains("paths: ['docs/postmortems/**']", StringComparison.Ordinal));
        Assert.Equal("Postmortems are kept in `docs/postmortems`, so that is the `directory`.", Assert.Single(plan.Found));
    }

    [Fact]
    public void The_configuration_that_is_there_says_labels_and_directory()
    {
        var plan = Plan((FolderSurvey.SettingsPath, "incident-label: fire\nresolved-label: out\ndirectory: docs\n"));

        Assert.Contains("\nlabels: [fire]\n", Text(plan, FolderSurvey.FormPath), StringComparison.Ordinal);
        Assert.Contains("Label the issue `out`", Text(plan, FolderSurvey.FormPath), StringComparison.Ordinal);
        Assert.Contains("'fire'", Text(plan, FolderSurvey.WorkflowPath), StringComparison.Ordinal);
        Assert.Equal(("fire", "out", "docs"), (Settings(plan).IncidentLabel, Settings(plan).ResolvedLabel, Settings(plan).Directory));
    }

    [Fact]
    public void What_it_would_add_to_the_configuration_that_is_there_takes_no_value_away()
    {
        const string Text = "time-zone: Europe/Berlin\nslo: { target: 99.95 }\n\"follow-ups\":\n  owners: { \"*\": acme/sre }\ndigest: off\n";

        var file = Plan((FolderSurvey.SettingsPath, Text)).Files.Single(file => file.Path == FolderSurvey.SettingsPath);

        Assert.StartsWith(Text, file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Diff.Split('\n'), line => line.StartsWith('-'));
        Assert.All(["time-zone:", "slo:", "follow-ups:", "digest:"], key => Assert.DoesNotContain($"+#{key}", file.Diff, StringComparison.Ordinal));
        Assert.Contains("+#review:\n", file.Diff, StringComparison.Ordinal);
        Assert.All(file.Text[Text.Length..].Split('\n'), line => Assert.True(line.Length == 0 || line[0] == '#'));
    }

    [Fact]
    public void A_mistake_in_the_configuration_that_is_there_is_told_with_its_line()
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Plan((FolderSurvey.SettingsPath, "incident_label: x\n"))).Problems);

        Assert.Equal(("setting-unknown", ".github/postmortem.yml:1:1"), (problem.Code, problem.Place));
    }

    [Theory]
    [InlineData("it's an incident")]
    [InlineData("incident: prod")]
    [InlineData("#incident")]
    [InlineData("Incident 🔥")]
    public void A_label_of_any_characters_stays_the_same_in_all_three_files(string label)
    {
        var plan = Plan((FolderSurvey.SettingsPath, $"incident-label: \"{label}\"\n"));

        Assert.Equal([label], FormReader.Labels(Text(plan, FolderSurvey.FormPath), "form"));
        Assert.Equal(label, Settings(plan).IncidentLabel);
        var condition = WorkflowReader.Read(Text(plan, FolderSurvey.WorkflowPath), "workflow").Single().Condition;
        Assert.Contains($"labels.*.name, '{label.Replace("'", "''", StringComparison.Ordinal)}') ||", condition, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_would_end_an_expression_is_refused()
    {
        var plan = Plan((FolderSurvey.SettingsPath, "incident-label: 'x ${{ github.token }}'\n"));

        Assert.Equal("label-unusable", Assert.Single(plan.Problems).Code);
        Assert.DoesNotContain("x ${{", Text(plan, FolderSurvey.WorkflowPath), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_most_files_have_Windows_line_ends_the_new_ones_have_them_too() =>
        Assert.All(
            Plan(("README.md", "# Shop\r\n"), ("LICENSE", "MIT\r\n"), (".gitignore", "bin\n")).Files,
            file => Assert.DoesNotContain('\n', file.Text.Replace("\r\n", "", StringComparison.Ordinal)));

    [Fact]
    public void What_is_left_to_do_names_the_branch_the_labels_and_the_setting()
    {
        var left = string.Join('\n', Plan().Left);

        Assert.All(["`main`", "`incident`", "`resolved`", "Allow GitHub Actions to create and approve pull requests"], word => Assert.Contains(word, left, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_known_default_branch_that_is_said_in_a_sentence() =>
        Assert.Contains("Which one that is does not show here", AdoptionPlanner.Make(new(new Dictionary<string, string>(), null, null)).Left[0], StringComparison.Ordinal);

    [Fact]
    public void The_configuration_it_writes_changes_nothing_and_is_valid_with_every_key_switched_on()
    {
        var text = SettingsFile.Write(new Dictionary<string, string>());
        var on = string.Join('\n', text.Split('\n').Select(line => line.StartsWith('#') && line is not ['#', ' ', not ' ', ..] ? line[1..] : line));

        Assert.Equal(new RunSettings(), SettingsReader.Read((FolderSurvey.SettingsPath, text), new Dictionary<string, string>()));
        var settings = SettingsReader.Read((FolderSurvey.SettingsPath, on), new Dictionary<string, string>());
        Assert.Equal(("rocket", new ServiceLevel(99.9m, 30)), (settings.Pin, settings.Promise));
        Assert.All(SettingKeys.All, key => Assert.Contains($"{key.Path[^1]}: ", on, StringComparison.Ordinal));
    }

    private const string Body = "body:\n  - type: input\n    id: started\n    attributes:\n      label: Started\n";

    private static AdoptionPlan Plan(params (string Path, string Text)[] files) => Plan(files.ToDictionary(file => file.Path, file => file.Text));

    private static AdoptionPlan Plan(Dictionary<string, string> files) => AdoptionPlanner.Make(new(files, "main", null));

    private static string Text(AdoptionPlan plan, string path) => plan.Files.Single(file => file.Path == path).Text;

    private static RunSettings Settings(AdoptionPlan plan) =>
        SettingsReader.Read((FolderSurvey.SettingsPath, Text(plan, FolderSurvey.SettingsPath)), new Dictionary<string, string>());
}
