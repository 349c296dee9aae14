using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.Reviews;

/// <summary>As long as its readers read.</summary>
public class LengthTests
{
    private static readonly string Hundred = string.Join(' ', Enumerable.Repeat("word", 100));

    [Fact]
    public void A_summary_of_more_than_120_words_is_noted()
    {
        var text = Paper.With("could not log in.", $"could not log in. {Hundred}");

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal("summary-long", finding.Code);
        Assert.Equal("## Issue summary", text.Split('\n')[finding.Line - 1]);
    }

    [Fact]
    public void What_stands_below_the_summary_does_not_count() =>
        Assert.Empty(Paper.Codes(Paper.Saying($"{Hundred} {Hundred}.")));

    [Theory]
    [InlineData("alx", 0, true)]
    [InlineData(".github/alx.md.hbs", 0, true)]
    [InlineData("alx", 3, false)]
    [InlineData("alx", 5, true)]
    [InlineData(".github/ours.md.hbs", 0, false)]
    [InlineData(null, 0, false)]
    public void The_guide_counts_for_the_template_of_its_name(string? template, int hundreds, bool isFound)
    {
        var text = Paper.Saying(string.Join('\n', Enumerable.Repeat(Hundred, hundreds)));

        Assert.Equal(isFound ? ["length-guide"] : [], Paper.Codes(text, new RunSettings { Template = template }));
    }
}
