using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Tests.Configuration;

public class SettingsMistakeTests
{
    private const string File = ".github/postmortem.yml";

    private const string Everything = "dry-run: true\nincident-label: [outage, {a: b}]\n'directory': \"docs\"\ntimeline:\n  comments: |\n    marked\n  authors: all # or not\n";

    [Theory]
    [InlineData("incident_label: x", "incident-label", "1:1")]
    [InlineData("# first\nTimezone: UTC", "time-zone", "2:1")]
    [InlineData("dryrun: true", "dry-run", "1:1")]
    [InlineData("directory: docs\n\ntemplte: x", "template", "3:1")]
    [InlineData("timeline:\n  coments: all", "comments", "2:3")]
    [InlineData("timeline:\n  comments: all\n  author: all", "authors", "3:3")]
    [InlineData("review:\n  failon: error", "fail-on", "2:3")]
    [InlineData("review:\n  require:\n    SEV1: [start, task]", "tasks", "3:19")]
    public void A_setting_that_does_not_exist_names_the_nearest_one_at_its_place(string text, string nearest, string place)
    {
        var problem = Problem(text);

        Assert.Equal(("setting-unknown", $"{File}:{place}"), (problem.Code, problem.Place));
        Assert.Contains($"`{nearest}`", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dry-run: yes", "dry-run", "1:10")]
    [InlineData("dry-run: 1", "dry-run", "1:10")]
    [InlineData("dry-run:", "dry-run", "1:9")]
    [InlineData("dry-run: [true]", "dry-run", "1:10")]
    [InlineData("incident-label: [incident, outage]", "incident-label", "1:17")]
    [InlineData("incident-label: ''", "incident-label", "1:17")]
    [InlineData("resolved-label: '  '", "resolved-label", "1:17")]
    [InlineData("directory:\n  path: docs", "directory", "2:3")]
    [InlineData("template: [a.hbs]", "template", "1:11")]
    [InlineData("time-zone: [UTC]", "time-zone", "1:12")]
    [InlineData("timeline: all", "timeline", "1:11")]
    [InlineData("timeline: [all]", "timeline", "1:11")]
    [InlineData("timeline:\n  comments: some", "comments", "2:13")]
    [InlineData("timeline:\n  comments: 0", "comments", "2:13")]
    [InlineData("timeline:\n  authors: [all]", "authors", "2:12")]
    [InlineData("review: error", "review", "1:9")]
    [InlineData("review:\n  fail-on: note", "fail-on", "2:12")]
    [InlineData("review:\n  require: [start]", "require", "2:12")]
    public void A_value_that_a_setting_cannot_take_is_told_with_its_key_at_its_place(string text, string key, string place)
    {
        var problem = Problem(text);

        Assert.Equal(("setting-wrong-type", $"{File}:{place}"), (problem.Code, problem.Place));
        Assert.Contains($"`{key}`", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Berln", "Europe/Berlin")]
    [InlineData("america/newyork", "America/New_York")]
    [InlineData("utc", "UTC")]
    public void A_zone_that_does_not_exist_names_the_nearest_one(string zone, string nearest)
    {
        var problem = Problem($"time-zone: {zone}");

        Assert.Equal(("setting-invalid-zone", $"{File}:1:12"), (problem.Code, problem.Place));
        Assert.Contains($"`{zone}`", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"`{nearest}`", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incident-label: resolved", "1:17")]
    [InlineData("dry-run: true\nresolved-label: Incident", "2:17")]
    [InlineData("resolved-label: over\nincident-label: over", "2:17")]
    public void One_label_for_both_is_told_where_it_is_named(string text, string place)
    {
        var problem = Problem(text);

        Assert.Equal(("labels-same", $"{File}:{place}"), (problem.Code, problem.Place));
    }

    [Fact]
    public void An_input_that_makes_both_labels_the_same_is_told() =>
        Assert.Equal(("labels-same", "input resolved-label"), (Problem("", ("resolved-label", "incident")).Code, Problem("", ("resolved-label", "incident")).Place));

    [Theory]
    [InlineData("Mars", "MST")]
    [InlineData("2", "Etc")]
    [InlineData("'+02:00'", "GMT")]
    [InlineData("", "Africa")]
    public void A_zone_that_is_like_none_names_no_other_one(string zone, string astray)
    {
        var problem = Problem($"time-zone: {zone}");

        Assert.DoesNotContain(astray, problem.Fix, StringComparison.Ordinal);
        Assert.Equal("Write an IANA name such as `Europe/Berlin`.", problem.Fix);
    }

    [Fact]
    public void A_setting_that_is_like_none_gets_the_list_of_those_that_there_are() =>
        Assert.StartsWith("What there is: `dry-run`, `incident-label`, ", Problem("unknown: 1").Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("check")]
    [InlineData("config")]
    [InlineData("issue-number")]
    [InlineData("github-token")]
    public void An_input_in_the_file_is_called_one(string key)
    {
        var problem = Problem($"{key}: x");

        Assert.Equal(("setting-is-input", $"{File}:1:1"), (problem.Code, problem.Place));
        Assert.Equal($"`{key}` is an input of the action and no setting.", problem.Message);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../secrets")]
    [InlineData("docs/../../secrets")]
    [InlineData("/..")]
    [InlineData("docs/./x")]
    [InlineData("docs//x")]
    [InlineData("/")]
    [InlineData(".git/hooks")]
    [InlineData("docs/.git")]
    [InlineData("docs\\x")]
    [InlineData("..\\secrets")]
    [InlineData("C:/docs")]
    [InlineData("docs/a\nb")]
    [InlineData("docs/a\0b")]
    [InlineData("docs/what?")]
    [InlineData("/etc/cron.d")]
    [InlineData("docs/.GIT")]
    [InlineData("docs/git~1")]
    [InlineData("docs/.g\u200Cit/hooks")]
    [InlineData("docs. ")]
    [InlineData("docs./x")]
    public void A_path_that_leaves_the_repository_or_is_none_is_refused(string path)
    {
        Assert.Equal("setting-wrong-type", Problem("", ("directory", path)).Code);
        Assert.Equal("setting-wrong-type", Problem("", ("template", path)).Code);
    }

    [Fact]
    public void A_folder_may_begin_where_the_repository_does() =>
        Assert.Equal("docs/pm", SettingsReader.Read((File, "directory: ./docs/pm/"), new Dictionary<string, string>()).Directory);

    [Fact]
    public void A_value_that_cannot_be_taken_is_quoted_and_an_input_is_called_one()
    {
        Assert.Equal("The setting `directory` cannot take `../out`.", Problem("directory: ../out").Message);
        Assert.Equal("The input `dry-run` cannot take `maybe`.", Problem("", ("dry-run", "maybe")).Message);
    }

    [Theory]
    [InlineData(".github")]
    [InlineData(".github/workflows")]
    [InlineData("docs/.GitHub")]
    [InlineData("CODEOWNERS")]
    [InlineData("docs/action.yml")]
    [InlineData(".gitmodules")]
    public void Documents_are_never_written_where_GitHub_reads_orders(string path) =>
        Assert.Equal("setting-wrong-type", Problem("", ("directory", path)).Code);

    [Theory]
    [InlineData("dry-run: true\ndirectory: docs: more", 2)]
    [InlineData("directory: [docs]]", 1)]
    [InlineData("dry-run: true\n\ndirectory: \"docs", 3)]
    [InlineData("dry-run: true\ndry-run: false", 2)]
    public void A_file_that_is_no_YAML_is_told_with_the_line(string text, int line)
    {
        var problem = Problem(text);

        Assert.Equal("yaml-mistake", problem.Code);
        Assert.StartsWith($"{File}:{line}:", problem.Place, StringComparison.Ordinal);
        Assert.Contains($"`{File}`", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dry-run: true\n\tdirectory: docs", "2:1")]
    [InlineData("timeline:\n  comments: all\n  \tauthors: all", "3:3")]
    [InlineData("timeline:\n\tcomments: all", "2:1")]
    public void A_tab_before_a_key_is_told_where_it_stands(string text, string place)
    {
        var problem = Problem(text);

        Assert.Equal(("yaml-mistake", $"{File}:{place}"), (problem.Code, problem.Place));
    }

    [Theory]
    [InlineData("follow-ups:\n  owners:\n    login: @octocat\n", "3:12")]
    [InlineData("follow-ups:\n  owners: { login: @octocat }\n", "2:20")]
    public void Who_writes_a_login_with_its_sign_is_told_of_the_quotes(string text, string place)
    {
        var problem = Problem(text);

        Assert.Equal(("yaml-mistake", $"{File}:{place}"), (problem.Code, problem.Place));
        Assert.EndsWith("is no valid YAML: a value cannot begin with `@`.", problem.Message, StringComparison.Ordinal);
        Assert.Equal("Put it into quotes, as in `\"@octocat\"`.", problem.Fix);
    }

    [Theory]
    [InlineData("dry-run: true\ndirectory: [docs\ntemplate: x\n")]
    [InlineData("dry-run: true\ndirectory: {path: docs\ntemplate: x\n")]
    public void A_list_that_nobody_closed_is_told_where_it_opens_or_cannot_go_on(string text)
    {
        var problem = Problem(text);

        Assert.Equal("yaml-mistake", problem.Code);
        Assert.Matches($"^{File}:[23]:", problem.Place);
    }

    [Fact]
    public void A_file_that_ends_too_early_is_read_or_told_and_never_a_crash() =>
        Assert.All(Enumerable.Range(0, Everything.Length), length => ReadOrTell(Everything[..length]));

    [Fact]
    public void A_file_with_one_wrong_character_is_read_or_told_and_never_a_crash() =>
        Assert.All(
            Enumerable.Range(0, Everything.Length),
            i => Assert.All("[]{},:?-&*!|>'\"%@#\t\n\0\\ ", c => ReadOrTell(Everything[..i] + c + Everything[(i + 1)..])));

    [Theory]
    [InlineData("- dry-run: true\n- directory: docs")]
    [InlineData("[]")]
    [InlineData("just some words")]
    public void A_file_without_keys_is_told(string text)
    {
        var problem = Problem(text);

        Assert.Equal(("setting-wrong-type", $"{File}:1:1"), (problem.Code, problem.Place));
    }

    public static TheoryData<string, string> TooClever { get; } = new()
    {
        { new string('[', 32_768), "deep nesting" },
        { "directory: " + new string('[', 32_768) + new string(']', 32_768), "deep nesting" },
        { "directory: " + new string('[', 20) + new string(']', 20), "deep nesting" },
        { string.Concat(Enumerable.Repeat("{a: ", 32_768)), "deep nesting" },
        { string.Concat(Enumerable.Repeat("- ", 32_768)) + "x", "deep nesting" },
        { "incident-label: &x incident\nresolved-label: *x", "an alias" },
        { "directory: a\n---\ndirectory: b", "a second document" },
        { "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "an alias" },
        { "directory: !!binary aGk=", "a tag" },
        { "directory: !System.IO.FileInfo docs", "a tag" },
        { "!!map\ndirectory: docs", "a tag" },
    };

    [Theory]
    [MemberData(nameof(TooClever))]
    public void Deep_nesting_aliases_and_tags_are_refused_without_a_crash(string text, string what)
    {
        var problem = Problem(text);

        Assert.Equal("yaml-too-clever", problem.Code);
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{File}:", problem.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_each_with_its_place_and_a_fix()
    {
        var problems = Problems(
            """
            dry-run: maybe
            incidents: x
            directory: ../out
            time-zone: Mars/Base
            timeline:
              comments: few
              who: me
            """,
            ("template", "../x"));

        Assert.Equal(
            [
                ("setting-wrong-type", $"{File}:1:10"), ("setting-unknown", $"{File}:2:1"), ("setting-wrong-type", $"{File}:3:12"),
                ("setting-invalid-zone", $"{File}:4:12"), ("setting-wrong-type", $"{File}:6:13"), ("setting-unknown", $"{File}:7:3"),
                ("setting-wrong-type", "input template"),
            ],
            problems.Select(problem => (problem.Code, problem.Place!)));
        Assert.All(problems, problem => Assert.Equal(ProblemLevel.Error, problem.Level));
        Assert.All(problems, problem => Assert.NotEmpty(problem.Fix));
    }

    [Fact]
    public void Places_in_a_file_with_Windows_line_ends_are_the_lines_that_an_editor_shows() =>
        Assert.Equal(
            [$"{File}:2:1", $"{File}:3:10"],
            Problems("directory: docs\r\nincidents: x\r\ndry-run: maybe\r\n").Select(problem => problem.Place));

    [Fact]
    public void A_mistake_in_the_file_counts_also_where_an_input_wins() =>
        Assert.Equal($"{File}:1:12", Problem("time-zone: Mars/Base", ("time-zone", "UTC")).Place);

    private static void ReadOrTell(string text)
    {
        try
        {
            SettingsReader.Read((File, text), new Dictionary<string, string>());
        }
        catch (ProblemException e)
        {
            Assert.All(e.Problems, problem => Assert.StartsWith($"{File}:", problem.Place, StringComparison.Ordinal));
        }
    }

    private static Problem Problem(string text, params (string Key, string Value)[] inputs) => Assert.Single(Problems(text, inputs));

    private static IReadOnlyList<Problem> Problems(string text, params (string Key, string Value)[] inputs) =>
        Assert.Throws<ProblemException>(
            () => SettingsReader.Read((File, text), inputs.ToDictionary(input => input.Key, input => input.Value))).Problems;
}
