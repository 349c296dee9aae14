using System.Text.RegularExpressions;
using PostmortemAction.Adoption;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;
using PostmortemAction.Templates;
using PostmortemAction.Tests.Scenarios;

namespace PostmortemAction.Tests.Surface;

/// <summary>What users build on is the same in action.yml, in the code and in the README.</summary>
public class SurfaceTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void The_README_lists_the_inputs_of_action_yml() => Assert.Equal(ActionKeys("inputs"), Table("inputs"));

    [Fact]
    public void The_README_lists_the_outputs_of_action_yml() => Assert.Equal(ActionKeys("outputs"), Table("outputs"));

    [Fact]
    public void Our_own_workflow_has_the_triggers_and_permissions_that_doctor_asks_for()
    {
        var job = WorkflowReader.Read(Repository.Read(".github/workflows/postmortem.yml"), "ours").Single();

        Assert.Equal(SetupLevel.Ok, WorkflowChecks.Of(job, new(), null).Single().Level);
        Assert.Equal(["issue-number", "check"], job.Inputs.Keys);
    }

    [Fact]
    public void Every_input_but_the_runs_own_is_a_key_of_the_configuration() =>
        Assert.Equal(
            ActionKeys("inputs").Except(SettingsReader.InputsAlone),
            SettingKeys.Inputs);

    [Fact]
    public void The_README_lists_the_keys_of_the_configuration_as_the_code_has_them() =>
        Assert.Equal(
            SettingKeys.All.Select(key => $"| `{key.Name}` | {key.Value.Words} | {(key.Default is { } text ? $"`{text}`" : "")} | {key.Meaning} |"),
            Rows("settings").Select(row => WithoutLinks(WithoutWordsForNoDefault(row))));

    [Fact]
    public void The_table_of_settings_names_the_built_in_templates() =>
        Assert.Equal(TemplateSet.Names, SettingValue.Templates);

    [Fact]
    public void The_README_shows_every_command_with_the_example_that_people_get_as_an_answer() =>
        Assert.Equal(
            Core.Commands.CommandForm.All.Select(form => form.Example),
            Table("commands").Select(example => example.Replace("\\|", "|", StringComparison.Ordinal)));

    [Fact]
    public void The_README_lists_every_finding_of_a_review_with_its_level_and_its_hint() =>
        Assert.Equal(
            FindingKinds.All.Select(kind => $"| `{kind.Code}` | {kind.Level.ToString().ToLowerInvariant()} | {kind.What} | {kind.Hint} |"),
            Rows("findings"));

    [Fact]
    public void The_README_lists_what_a_review_asks_for_by_severity() =>
        Assert.Equal(
            Profiles.Default.Select(profile => $"| `{profile.Key}` | {string.Join(", ", profile.Value.Select(aspect => $"`{aspect}`"))} |"),
            Rows("profiles"));

    [Fact]
    public async Task The_README_lists_the_names_that_a_template_may_use()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("great-authentication-blackout");
        var model = PostmortemModel.ForTemplate(postmortem, Preview.Scenario.Repository);

        Assert.Equal(Names(model, "").Distinct().Order(StringComparer.Ordinal), Table("model").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_list_of_the_model_holds_is_what_the_README_says()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("great-authentication-blackout");
        var model = PostmortemModel.ForTemplate(postmortem, Preview.Scenario.Repository);

        foreach (var name in (string[])["timeline", "follow_ups", "measure_list"])
        {
            var keys = ((IReadOnlyDictionary<string, object?>)((IEnumerable<object?>)model[name]!).First()!).Keys;
            var row = Readme.Split('\n').Single(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
            Assert.Contains("list of " + string.Join(", ", keys.Select(key => $"`{key}`")), row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_README_shows_every_helper_with_an_example_that_gives_what_it_says()
    {
        var model = PostmortemModel.ForTemplate(await ScenarioRun.PostmortemAsync("great-authentication-blackout"), Preview.Scenario.Repository);
        var examples = Table("helpers");

        Assert.Equal(TemplateHelpers.Counts.Keys.Order(StringComparer.Ordinal), examples.Select(example => example[2..].Split(' ')[0]).Order(StringComparer.Ordinal));
        foreach (var example in examples)
        {
            var gives = Readme.Split('\n').Single(line => line.StartsWith($"| `{example}` |", StringComparison.Ordinal)).Split('`');
            if (gives[2] == " | ")
            {
                Assert.Equal(gives[3], DocumentTemplate.Parse(example, "README.md").Render(model).TrimEnd('\n'));
            }
        }
    }

    [Fact]
    public void The_README_names_the_built_in_templates_and_the_partials()
    {
        var section = Readme[Readme.IndexOf("\n## Template\n", StringComparison.Ordinal)..Readme.IndexOf("<!-- model -->", StringComparison.Ordinal)];

        Assert.All(TemplateSet.Names, name => Assert.Contains($"\n| `{name}` |", section, StringComparison.Ordinal));
        Assert.All(TemplatePartials.Names, name => Assert.Contains($"`{name}`", section, StringComparison.Ordinal));
    }

    [Fact]
    public void The_templates_in_the_README_are_right()
    {
        var templates = Readme.Split("```handlebars\n").Skip(1).Select(part => part.Split("\n```")[0]).ToList();

        Assert.Equal(2, templates.Count);
        Assert.All(templates, template => DocumentTemplate.Parse(template, "README.md"));
    }

    [Fact]
    public async Task The_outputs_that_a_run_sets_are_those_of_action_yml()
    {
        var run = new ScenarioRun("great-authentication-blackout");
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var file = Path.Combine(folder, "output");
            var runtime = new Actions.ActionsRuntime(new Dictionary<string, string> { ["GITHUB_OUTPUT"] = file, ["RUNNER_TEMP"] = folder }, TextWriter.Null);

            Actions.ActionOutputs.Set(runtime, Preview.Scenario.Repository, [await run.RunAsync()], isChanged: false);

            var names = File.ReadAllLines(file).Where(line => line.Contains("<<delimiter_", StringComparison.Ordinal)).Select(line => line.Split("<<")[0]);
            Assert.Equal(ActionKeys("outputs"), names);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_workflow_in_the_README_is_the_one_that_init_writes()
    {
        var start = Readme.IndexOf("```yaml\nname: Postmortem", StringComparison.Ordinal) + "```yaml\n".Length;
        var theirs = WithoutComments(Readme[start..Readme.IndexOf("\n```", start, StringComparison.Ordinal)]);

        Assert.Equal(WithoutComments(OwnFiles.Workflow("incident", "postmortems")), theirs);
    }

    [Fact]
    public void The_workflow_that_init_writes_is_the_one_that_we_use_ourselves_but_for_where_the_action_is()
    {
        var ours = Repository.Read(".github/workflows/postmortem.yml");
        var theirs = OwnFiles.Workflow("incident", "postmortems");

        var steps = ours.IndexOf("    steps:\n", StringComparison.Ordinal);
        Assert.Equal(ours[..steps], theirs[..steps]);
        Assert.StartsWith("    steps:\n      - uses: postmortem-action/postmortem-action@v1\n        with:\n", theirs[steps..], StringComparison.Ordinal);
        Assert.Equal(ours[ours.IndexOf("        with:\n          issue-number", StringComparison.Ordinal)..], theirs[theirs.IndexOf("        with:\n", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void The_issue_form_in_the_README_is_the_one_that_we_use_ourselves() =>
        Assert.Contains($"```yaml\n{Repository.Read(".github/ISSUE_TEMPLATE/incident.yml").TrimEnd('\n')}\n```", Readme, StringComparison.Ordinal);

    [Fact]
    public void Every_mention_of_a_file_in_the_READMEs_leads_to_one()
    {
        foreach (var (file, folder) in (IEnumerable<(string, string)>)[("README.md", ""), ("src/README.md", "src")])
        {
            foreach (var target in Links(Repository.Read(file)).Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#')))
            {
                var path = Path.Combine(Repository.Root, folder, target.Split('#')[0]);
                Assert.True(Path.Exists(path), $"{file} links {target}");
            }
        }
    }

    [Fact]
    public void Every_test_that_the_security_policy_names_is_there()
    {
        var named = Repository.Read(".github/SECURITY.md").Split('`').Where((_, i) => i % 2 == 1).Where(word => word.Contains("Tests.", StringComparison.Ordinal)).ToList();
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(Path.GetFileNameWithoutExtension);

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(files[name.Split('.')[0]], file => File.ReadAllText(file).Contains($" {name.Split('.')[1]}(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_promise_of_the_security_policy_names_a_test() =>
        Assert.All(
            Repository.Read(".github/SECURITY.md").Split('\n').SkipWhile(line => line != "| --- | --- |").Skip(1).TakeWhile(line => line.StartsWith('|')),
            line => Assert.Contains("Tests.", line, StringComparison.Ordinal));

    /// <summary>A default that nobody writes, such as the built-in template, is told in words.</summary>
    private static string WithoutWordsForNoDefault(string row)
    {
        var cells = row.Split(" | ");
        cells[2] = cells[2].StartsWith('`') ? cells[2] : "";
        return string.Join(" | ", cells);
    }

    private static string WithoutLinks(string text) => Regex.Replace(text, @"\[([^\]]*)\]\([^)]*\)", "$1");

    private static IEnumerable<string> Links(string text) =>
        text.Split("](").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]);

    private static List<string> WithoutComments(string yaml) =>
        [.. yaml.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && !line.TrimStart().StartsWith('#'))];

    private static List<string> ActionKeys(string section)
    {
        var lines = Repository.Read("action.yml").Split('\n');
        return [.. lines.SkipWhile(line => line != $"{section}:").Skip(1).TakeWhile(line => line.Length == 0 || line[0] == ' ')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().TrimEnd(':'))];
    }

    /// <summary>The first column of the table below a hidden mark.</summary>
    private static List<string> Table(string mark) => [.. Rows(mark).Select(line => line.Split('`')[1])];

    /// <summary>The rows of the table below a hidden mark.</summary>
    private static IEnumerable<string> Rows(string mark) =>
        Readme.Split('\n').SkipWhile(line => line != $"<!-- {mark} -->").SkipWhile(line => !line.StartsWith('|')).Skip(2).TakeWhile(line => line.StartsWith('|'));

    private static IEnumerable<string> Names(IReadOnlyDictionary<string, object?> map, string prefix) =>
        map.SelectMany(entry => entry.Value is IReadOnlyDictionary<string, object?> inner
            ? Names(inner, entry.Key == "measures" ? "measures." : prefix == "measures." ? "measures.NAME." : $"{entry.Key}.")
            : [prefix + entry.Key]);
}
