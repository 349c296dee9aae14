namespace PostmortemAction.Tests;

public sealed class SummaryTests : IDisposable
{
    /// <summary>What the runner takes; of a larger summary it shows nothing.</summary>
    private const int Most = 1024 * 1024;

    private readonly Runner runner = new();

    [Fact]
    public void Summaries_stand_one_below_the_other()
    {
        runner.Runtime.Summarize("# One");
        runner.Runtime.Summarize("# Two\n\n| a | b |");

        Assert.Equal("# One\n# Two\n\n| a | b |\n", File.ReadAllText(runner.SummaryFile));
    }

    [Theory]
    [InlineData("a line of plain words")]
    [InlineData("eine Zeile über Störungen, mit Umlauten")]
    [InlineData("火災 👩‍🚒👩‍🚒👩‍🚒")]
    public void A_summary_that_is_too_large_is_cut_at_a_line_and_says_so(string line)
    {
        runner.Runtime.Summarize(string.Concat(Enumerable.Repeat(line + "\n", 60_000)));

        Assert.InRange(Size, Most / 2, Most);
        var lines = File.ReadAllText(runner.SummaryFile).TrimEnd('\n').Split('\n');
        Assert.Contains("cut here: ", lines[^1], StringComparison.Ordinal);
        Assert.All(lines[..^2], each => Assert.Equal(line, each));
        Assert.Equal("", lines[^2]);
    }

    [Fact]
    public void A_summary_that_just_fits_is_whole()
    {
        var text = new string('x', Most - 2_000);

        runner.Runtime.Summarize(text);

        Assert.Equal(text + "\n", File.ReadAllText(runner.SummaryFile));
    }

    [Fact]
    public void A_line_that_is_too_long_alone_is_cut_and_that_is_said()
    {
        runner.Runtime.Summarize("# Title\n" + new string('x', Most));

        Assert.InRange(Size, Most - 5_000, Most);
        Assert.Matches("^# Title\nx+\n\n… cut here: [0-9]+ more characters, see the pull request\n$", File.ReadAllText(runner.SummaryFile));
    }

    [Theory]
    [InlineData(70)]
    [InlineData(100)]
    [InlineData(160)]
    [InlineData(5_000)]
    public void What_comes_after_a_summary_that_is_nearly_full_does_not_make_it_too_large(int left)
    {
        File.WriteAllText(runner.SummaryFile, new string('x', Most - left));

        runner.Runtime.Summarize(string.Concat(Enumerable.Repeat("another incident\n", 1_000)));

        Assert.InRange(Size, Most - left, Most);
    }

    [Fact]
    public void After_a_summary_that_was_cut_further_ones_do_not_make_it_too_large()
    {
        for (var i = 0; i < 4; i++)
        {
            runner.Runtime.Summarize(string.Concat(Enumerable.Repeat("a line of plain words\n", 60_000)));
        }

        Assert.InRange(Size, 1, Most);
    }

    private long Size => new FileInfo(runner.SummaryFile).Length;

    public void Dispose() => runner.Dispose();
}
