using System.Text;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Tests;

/// <summary>The run's own token is told to the runner, so that it hides it, and to nobody else.</summary>
public sealed class OwnTokenTests : IDisposable
{
    private const string Token = "a-token-of-this-test-only";

    private readonly Runner runner = new(("RUNNER_DEBUG", "1"));

    public OwnTokenTests() => runner.Runtime.Mask(Token);

    [Fact]
    public void It_stands_in_no_line_of_the_log_but_the_one_that_hides_it()
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("x-access-token:" + Token));
        runner.Runtime.Step($"one {Token}");
        runner.Runtime.Debug($"two {encoded}");
        runner.Runtime.Notice($"three {Token}");
        runner.Runtime.Group($"four {Token}", [$"five {Token}"]);
        runner.Runtime.Tell(Problem.Error("code", $"six {Token}", $"seven {encoded}"));

        var rest = runner.Text.Replace($"::add-mask::{Token}", "", StringComparison.Ordinal);
        Assert.DoesNotContain(Token, rest, StringComparison.Ordinal);
        Assert.DoesNotContain(encoded[24..^4], rest, StringComparison.Ordinal);
        Assert.Contains("six [masked: this run's token]", rest, StringComparison.Ordinal);
    }

    [Fact]
    public void It_stands_in_no_output_and_not_in_the_summary()
    {
        runner.Runtime.SetOutput("problems", $"[\"{Token}\"]");
        runner.Runtime.Summarize($"# {Token}");

        Assert.Equal("[\"[masked: this run's token]\"]", Assert.Single(runner.Outputs()).Value);
        Assert.Equal("# [masked: this run's token]\n", File.ReadAllText(runner.SummaryFile));
    }

    [Fact]
    public void A_message_longer_than_the_runner_shows_says_so()
    {
        runner.Runtime.Notice(new string('x', 5_000));

        Assert.Matches("::notice::x+ … cut here: [0-9]+ more characters, see the job summary\n$", runner.Text.ReplaceLineEndings("\n"));
    }

    public void Dispose() => runner.Dispose();
}
