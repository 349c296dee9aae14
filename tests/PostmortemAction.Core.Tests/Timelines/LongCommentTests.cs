using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Tests.Timelines;

/// <summary>A comment may be longer than what any reader of a timeline wants, and there may be thousands.</summary>
public class LongCommentTests
{
    private const string At = "2024-04-14T10:30:00Z";

    [Fact]
    public void A_long_comment_is_cut_with_an_ellipsis_and_told()
    {
        var postmortem = Assemble(new string('x', 65_536));

        Assert.Equal(new string('x', 1_999) + "…", TextOf(postmortem));
        Assert.Equal("One comment is too long for the timeline, which shows the first 2000 characters.", Told(postmortem));
    }

    [Fact]
    public void A_comment_of_two_thousand_characters_stays_whole()
    {
        var postmortem = Assemble(new string('x', 2_000));

        Assert.Equal(new string('x', 2_000), TextOf(postmortem));
        Assert.Null(Told(postmortem));
    }

    [Fact]
    public void Of_many_long_comments_each_keeps_as_much_as_fits_and_short_ones_stay()
    {
        var postmortem = Assemble([.. Enumerable.Range(0, 1_000).Select(i => i == 500 ? "We rolled back." : $"{i} {new string('x', 1_000)}")]);

        var texts = postmortem.Timeline.Where(entry => entry.Author == "jun").Select(entry => entry.Text).ToList();
        Assert.Equal(1_000, texts.Count);
        Assert.Contains("We rolled back.", texts);
        Assert.InRange(texts.Sum(text => text.Length), 140_000, 150_000);
        Assert.StartsWith("999 comments are too long", Told(postmortem), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("[a](")]
    [InlineData("```a\n")]
    [InlineData("word ")]
    [InlineData("&amp;")]
    public void A_full_comment_of_anything_costs_no_more_than_it_is_long(string part) =>
        Growth.IsLinear(length => Growth.Heap(part, length), text => Assemble(text));

    private static Postmortem Assemble(params string[] comments) =>
        Records.Assemble(Records.Incident with { Comments = [.. comments.Select(body => Records.Comment(body, At))] });

    private static string TextOf(Postmortem postmortem) => Assert.Single(postmortem.Timeline, entry => entry.Author == "jun").Text;

    private static string? Told(Postmortem postmortem) => postmortem.Problems.SingleOrDefault(problem => problem.Code == "comments-cut")?.Message;
}
