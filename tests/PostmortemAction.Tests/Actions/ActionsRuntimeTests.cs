using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;

namespace PostmortemAction.Tests;

public sealed class ActionsRuntimeTests : IDisposable
{
    private readonly Runner runner = new();

    [Fact]
    public void An_input_is_read_by_its_name_with_hyphens_and_trimmed()
    {
        using var given = new Runner(("INPUT_ISSUE-NUMBER", "  42\n"), ("INPUT_CONFIG", ""), ("INPUT_TWO_WORDS", "x"));

        Assert.Equal("42", given.Runtime.Input("issue-number"));
        Assert.Equal("", given.Runtime.Input("config"));
        Assert.Equal("x", given.Runtime.Input("two words"));
        Assert.Equal("", given.Runtime.Input("template"));
    }

    [Fact]
    public void An_empty_variable_counts_as_absent()
    {
        using var given = new Runner(("EMPTY", ""), ("FULL", "x"));

        Assert.Equal((null, "x", null), (given.Runtime.Variable("EMPTY"), given.Runtime.Variable("FULL"), given.Runtime.Variable("ABSENT")));
    }

    [Fact]
    public void A_secret_is_masked_whole_as_it_is()
    {
        runner.Runtime.Mask("a%b\nc:d,e");

        var mask = Assert.Single(runner.Log.Commands);
        Assert.Equal(("add-mask", "a%b\nc:d,e"), (mask.Name, mask.Data));
    }

    [Fact]
    public void A_group_stands_around_its_lines()
    {
        runner.Runtime.Group("Plan: 50 %", ["+ one", "+ two"]);

        Assert.Equal($"::group::Plan: 50 %25{Environment.NewLine}  + one{Environment.NewLine}  + two{Environment.NewLine}::endgroup::{Environment.NewLine}", runner.Text);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("0", 0)]
    [InlineData("", 0)]
    public void Details_are_told_only_to_who_asked_for_them(string debug, int lines)
    {
        using var asked = new Runner(("RUNNER_DEBUG", debug));

        asked.Runtime.Debug("detail");
        runner.Runtime.Debug("detail");

        Assert.Equal(lines, asked.Log.Names.Count(name => name == "debug"));
        Assert.Equal("", runner.Text);
    }

    [Theory]
    [InlineData("docs/pm.hbs:3:7", "docs/pm.hbs", "3", "7")]
    [InlineData("pm.hbs:3", "pm.hbs", "3", null)]
    [InlineData("pm.hbs", "pm.hbs", null, null)]
    [InlineData("a b,c%=d.md:12:1", "a b,c%=d.md", "12", "1")]
    [InlineData("pm.hbs:three:7", "pm.hbs", null, null)]
    [InlineData("pm.hbs:3:seven", "pm.hbs", "3", null)]
    [InlineData("pm.hbs:-3", "pm.hbs", null, null)]
    public void A_problem_in_a_file_is_an_annotation_at_its_place(string place, string file, string? line, string? column)
    {
        runner.Runtime.Tell(Problem.Error("template-mistake", "It is wrong: 50 %.", "Correct it.", place));

        var error = Assert.Single(runner.Log.Commands);
        Assert.Equal(("error", "It is wrong: 50 %. Correct it."), (error.Name, error.Data));
        Assert.Equal("template-mistake", error.Properties["title"]);
        Assert.Equal((file, line, column), (error.Properties["file"], error.Properties.GetValueOrDefault("line"), error.Properties.GetValueOrDefault("col")));
    }

    [Fact]
    public void A_problem_on_GitHub_says_its_address_and_names_no_file()
    {
        runner.Runtime.Tell(Problem.Warning("time-ambiguous", "Two readings.", "Write the zone.", "https://github.com/acme/shop/issues/42#issuecomment-1"));

        var warning = Assert.Single(runner.Log.Commands);
        Assert.Equal("Two readings. Write the zone. (https://github.com/acme/shop/issues/42#issuecomment-1)", warning.Data);
        Assert.Equal(["title"], warning.Properties.Keys);
    }

    [Fact]
    public void A_problem_with_an_input_says_which_and_names_no_file_that_is_not_there()
    {
        runner.Runtime.Tell(Problem.Error("setting-wrong-type", "It has a value that it cannot take.", "Give it `true`.", "input dry-run"));

        var error = Assert.Single(runner.Log.Commands);
        Assert.DoesNotContain("file", error.Properties.Keys);
        Assert.Contains("input dry-run", error.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProblemLevel.Error, "error")]
    [InlineData(ProblemLevel.Warning, "warning")]
    [InlineData(ProblemLevel.Note, "notice")]
    public void A_problems_level_is_the_annotations(ProblemLevel level, string expected)
    {
        runner.Runtime.Tell(new(level, "code", "message", "fix"));

        Assert.Equal(expected, Assert.Single(runner.Log.Names));
    }

    [Fact]
    public void Ten_annotations_of_each_level_are_made_and_the_others_are_plain_lines()
    {
        for (var i = 1; i <= 12; i++)
        {
            runner.Runtime.Tell(Problem.Error("code", $"Error {i}.", "Fix."));
            runner.Runtime.Tell(Problem.Warning("code", $"Warning {i}.", "Fix."));
            runner.Runtime.Notice($"Notice {i}.");
        }

        Assert.All(["error", "warning", "notice"], level => Assert.Equal(10, runner.Log.Names.Count(name => name == level)));
        Assert.Equal(
            [
                "error: Error 11. Fix.", "warning: Warning 11. Fix.", "notice: Notice 11.",
                "error: Error 12. Fix.", "warning: Warning 12. Fix.", "notice: Notice 12.",
            ],
            runner.Log.Lines);
    }

    [Fact]
    public void A_problem_that_is_a_plain_line_still_says_where()
    {
        for (var i = 1; i <= 11; i++)
        {
            runner.Runtime.Tell(Problem.Error("setting-unknown", "There is no such setting.", "Take it out.", $"pm.yml:{i}:1"));
        }

        Assert.Contains("pm.yml:11:1", Assert.Single(runner.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_arrive_as_they_are_one_after_the_other()
    {
        string[] values = ["", "42", "a\nb\n\nc", "ends with a line end\n", "\n", "name<<EOF\nx\nEOF", "a=b", "::set-output name=x::y", "ünï 👩‍🚒", "% %0A"];

        foreach (var value in values)
        {
            runner.Runtime.SetOutput("value", value);
        }

        Assert.Equal(values.Select(value => ("value", value)), runner.Outputs());
        Assert.Equal("", runner.Text);
    }

    [Fact]
    public void An_outputs_Windows_line_ends_are_plain_ones()
    {
        runner.Runtime.SetOutput("value", "a\r\nb");

        Assert.Equal(("value", "a\nb"), Assert.Single(runner.Outputs()));
    }

    [Fact]
    public void A_value_cannot_end_itself_with_a_line_that_looks_like_a_delimiter()
    {
        runner.Runtime.SetOutput("first", "x");
        var seen = File.ReadAllLines(runner.OutputFile)[0].Split("<<")[1];
        var value = $"{seen}\nchanged<<{seen}\ntrue\n{seen}";

        runner.Runtime.SetOutput("second", value);

        Assert.Equal([("first", "x"), ("second", value)], runner.Outputs());
    }

    [Fact]
    public void Command_files_begin_without_a_byte_order_mark()
    {
        runner.Runtime.SetOutput("value", "x");
        runner.Runtime.Summarize("# Summary");

        Assert.Equal((byte)'v', File.ReadAllBytes(runner.OutputFile)[0]);
        Assert.Equal((byte)'#', File.ReadAllBytes(runner.SummaryFile)[0]);
    }

    [Fact]
    public void Where_the_runner_gives_no_files_outputs_and_summary_are_left_out()
    {
        using var bare = new Runner(("GITHUB_OUTPUT", ""), ("GITHUB_STEP_SUMMARY", ""));

        bare.Runtime.SetOutput("value", "x");
        bare.Runtime.Summarize("# Summary");

        Assert.Equal("", bare.Text);
        Assert.False(File.Exists(bare.OutputFile) || File.Exists(bare.SummaryFile));
    }

    public void Dispose() => runner.Dispose();

    [Fact]
    public void A_finding_is_told_on_its_line_of_the_file()
    {
        runner.Runtime.Tell(Finding("What is `100%`?\n::error::x"), "post,mortems/a:b.md");

        Assert.Equal("::warning file=post%2Cmortems/a%3Ab.md,line=7,title=missing-zone::What is `100%25`?%0A::error::x Write the zone.\n", runner.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void More_findings_than_the_runner_shows_are_lines_of_the_log()
    {
        foreach (var _ in Enumerable.Range(0, 12))
        {
            runner.Runtime.Tell(Finding("No zone."), "a.md");
        }

        var lines = runner.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal((10, 2), (lines.Count(line => line.StartsWith("::warning file=a.md,line=7", StringComparison.Ordinal)), lines.Count(line => line == "warning: No zone. Write the zone. (a.md:7)")));
    }

    private static Finding Finding(string message) => new(FindingKinds.Of("missing-zone"), 7, false, "", message, "Write the zone.");
}
