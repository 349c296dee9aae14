using PostmortemAction.Actions;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Tests;

public class LogTextTests
{
    /// <summary>Texts that people could write: most are a command for the runner when they are printed as they are, the others once they are cleaned.</summary>
    private static readonly IReadOnlyList<string> Hostile = [.. HostileTexts().Distinct()];

    [Fact]
    public void The_texts_that_the_tests_try_are_commands_when_they_are_printed_as_they_are()
    {
        Assert.Equal(
            ["set-output", "add-mask", "error", "add-mask", "add-mask", "add-mask", "warning"],
            new RunnerLog(
                "::set-output name=changed::true\n##[add-mask]e\n::error file=a,line=1::x\n \u3000\u00A0::add-mask::e\n\u2028::add-mask::e\r"
                + "words ##[add-mask]e\n##[warning file=x;line=1]y\n::no-command::x\n##[no-command]x\n: :error::x\n").Names);
        Assert.InRange(Hostile.Count(text => new RunnerLog(text).Commands.Count > 0), Hostile.Count / 3, Hostile.Count);
    }

    [Fact]
    public void A_line_of_the_log_holds_no_command() => Assert.All(Hostile, text =>
    {
        using var runner = new Runner();
        runner.Runtime.Step(text);

        Assert.Empty(runner.Log.Commands);
        Assert.Single(runner.Log.Lines);
    });

    [Fact]
    public void A_line_of_a_group_holds_no_command() => Assert.All(Hostile, text =>
    {
        using var runner = new Runner();
        runner.Runtime.Group("Plan", [text, "+ " + text]);

        Assert.Equal(["group", "endgroup"], runner.Log.Names);
        Assert.Equal(2, runner.Log.Lines.Count);
    });

    [Fact]
    public void A_message_holds_no_command_but_the_one_it_belongs_to() => Assert.All(Hostile, text =>
    {
        using var runner = new Runner(("RUNNER_DEBUG", "1"));
        runner.Runtime.Group(text, []);
        runner.Runtime.Debug(text);
        runner.Runtime.Notice(text);
        runner.Runtime.Mask(text);
        runner.Runtime.Tell(Problem.Warning("code", text, text));

        Assert.Equal(["group", "endgroup", "debug", "notice", "add-mask", "warning"], runner.Log.Names);
        Assert.Empty(runner.Log.Lines);
    });

    [Fact]
    public void A_property_holds_no_command_and_ends_no_property() => Assert.All(Hostile, text =>
    {
        using var runner = new Runner();
        runner.Runtime.Tell(Problem.Error(text, "message", "fix", text));
        runner.Runtime.Tell(Problem.Error("code", "message", "fix", $"https://github.com/acme/shop/issues/42#{text}"));

        Assert.Equal(["error", "error"], runner.Log.Names);
        Assert.Empty(runner.Log.Lines);
        Assert.Empty(runner.Log.Commands.SelectMany(command => command.Properties.Keys).Except(["file", "line", "col", "title"]));
    });

    [Fact]
    public void Beyond_the_annotations_that_the_runner_shows_a_message_holds_no_command_either() => Assert.All(Hostile, text =>
    {
        using var runner = new Runner();
        for (var i = 0; i < 11; i++)
        {
            runner.Runtime.Notice(text);
        }

        Assert.Equal(Enumerable.Repeat("notice", 10), runner.Log.Names);
        Assert.Single(runner.Log.Lines);
    });

    [Theory]
    [InlineData("Labelled `resolved`: 50 % of users, see https://example.com/a::b")]
    [InlineData("a # b ## c [d] : e :: f")]
    [InlineData("👩‍🚒 Störung")]
    public void Harmless_text_stays_as_it_is(string text) => Assert.Equal(text, LogText.Line(text));

    [Theory]
    [InlineData("50 %", "50 %25")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("%0A", "%250A")]
    [InlineData("a: b, c", "a: b, c")]
    public void A_message_is_escaped_as_the_runner_reads_it(string text, string expected) => Assert.Equal(expected, LogText.Data(text));

    [Theory]
    [InlineData("a:b,c", "a%3Ab%2Cc")]
    [InlineData("50 %\r\n", "50 %25%0D%0A")]
    [InlineData("%3A", "%253A")]
    public void A_property_is_escaped_as_the_runner_reads_it(string text, string expected) => Assert.Equal(expected, LogText.Property(text));

    private static IEnumerable<string> HostileTexts()
    {
        string[] commands = ["::set-output name=changed::true", "::add-mask::e", "::error::x", "::stop-commands::x", "##[add-mask]e", "##[set-output name=changed]true", "##[error]x"];
        string[] before =
        [
            "", " ", "\t", "\n", "\r", "\r\n", "words\n", "words\r", "words ", "words: ", "%0A", "%0D%0A",
            "\u00A0", "\u3000", "\u2003", "\u1680", "\u2028", "\u2029", "\u0085",
            "\u000B", "\u000C", "\u200B", "\u200C", "\u200D", "\uFEFF", "\u2060", "\u00AD", "\u202E", "\u034F", "\uFE0F", "\0", "\u001B", "\uE000", "\uD800", ":", "::", "#", "##", "##[", "]",
        ];
        foreach (var command in commands)
        {
            foreach (var prefix in before)
            {
                yield return prefix + command;
            }

            // Characters that are taken out, or do not count in a search, between those that make the command.
            foreach (var between in (string[])["\u200B", "\u200D", "\u00AD", "\uFEFF", "\u034F", "\uFE0F", "\0", "\u2028"])
            {
                yield return command[..1] + between + command[1..];
                yield return command[..2] + between + command[2..];
                yield return command[..3] + between + command[3..];
            }
        }
    }
}
