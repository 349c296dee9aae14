namespace PostmortemAction.Core.Tests.Reviews;

/// <summary>What a team waives, and why.</summary>
public class WaiverTests
{
    private const string Blame = "The engineer forgot the key.";

    [Theory]
    [InlineData(Blame + " <!-- review: ok blame-person - she asked for it -->")]
    [InlineData("<!-- review: ok blame-person - she asked for it -->\n" + Blame)]
    [InlineData("<!--review: OK blame-person: she asked for it-->\n" + Blame)]
    public void On_the_line_or_the_line_before_it_waives_a_finding_with_its_reason(string text)
    {
        var review = Paper.Review(Paper.Saying(text));

        Assert.Empty(review.Open);
        Assert.Equal("she asked for it", Assert.Single(review.Waived).Waived);
    }

    [Theory]
    [InlineData("<!-- review: ok blame-person - too far away -->\n\n" + Blame)]
    [InlineData("<!-- review: ok blame-word - another one -->\n" + Blame)]
    [InlineData("<!-- review: okay blame-person - no -->\n" + Blame)]
    [InlineData("```\n<!-- review: ok blame-person - code -->\n```\n" + Blame)]
    public void Elsewhere_it_waives_nothing(string text) => Assert.Equal(["blame-person"], Paper.Codes(Paper.Saying(text)));

    [Theory]
    [InlineData("<!-->")]
    [InlineData("<!--->")]
    public void A_comment_that_ends_where_it_begins_waives_nothing(string comment) => Assert.Equal(["blame-person"], Paper.Codes(Paper.Saying($"{Blame} {comment}")));

    [Fact]
    public void What_is_about_the_whole_document_is_waived_anywhere_in_it() =>
        Assert.Empty(Paper.Codes(Paper.Without("Users affected") + "\n<!-- review: ok missing-users - nobody counts them -->"));

    [Theory]
    [InlineData("<!-- review: ok blame-person -->")]
    [InlineData("<!-- review: ok blame-person - -->")]
    public void Without_a_reason_it_does_not_count_and_is_told(string waiver) =>
        Assert.Equal(["blame-person", "waiver-without-reason"], Paper.Codes(Paper.Saying($"{waiver}\n{Blame}")).Order());

    [Fact]
    public void A_code_that_there_is_not_is_told_with_the_nearest_one()
    {
        var finding = Assert.Single(Paper.Review(Paper.Saying("<!-- review: ok blame-persons - x -->")).Open);

        Assert.Equal(("waiver-unknown", "Did you mean `blame-person`?"), (finding.Code, finding.Hint));
    }

    [Fact]
    public void A_code_that_is_like_none_is_told_without_a_guess() =>
        Assert.Equal("Take the code from the list of the review.", Assert.Single(Paper.Review(Paper.Saying("<!-- review: ok zzz - x -->")).Open).Hint);
}
