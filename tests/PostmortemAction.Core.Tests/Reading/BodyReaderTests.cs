using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.Tests.Reading;

public class BodyReaderTests
{
    [Theory]
    [InlineData("_No response_")]
    [InlineData("None")]
    [InlineData("")]
    [InlineData("```shell\n\n```")]
    [InlineData("```\n```")]
    public void What_GitHub_writes_for_nothing_is_no_answer(string value) =>
        Assert.Null(Read(Records.Body(("Impact", value), ("Tasks", "- one")))["impact"]);

    [Fact]
    public void Line_ends_do_not_matter()
    {
        var body = Records.Body(("Impact", "first\nsecond"), ("Tasks", "- one"));

        Assert.Equal("first\nsecond", Read(body.Replace("\n", "\r\n", StringComparison.Ordinal))["impact"]?.Text);
        Assert.Equal("first\nsecond", Read(body.Replace('\n', '\r'))["impact"]?.Text);
    }

    [Fact]
    public void A_heading_in_peoples_text_is_no_field() =>
        Assert.Equal("before\n\n### My own heading\n\nafter", Read(Records.Body(("Impact", "before\n\n### My own heading\n\nafter"), ("Tasks", "- one")))["impact"]?.Text);

    [Fact]
    public void A_label_in_a_code_fence_is_no_field() =>
        Assert.Contains("### Tasks", Read(Records.Body(("Impact", "```\n### Tasks\n```"), ("Timeline", "10:00 x")))["impact"]?.Text, StringComparison.Ordinal);

    [Fact]
    public void A_longer_fence_closes_only_with_one_as_long() =>
        Assert.Null(Read(Records.Body(("Impact", "````\n```\n### Tasks\n\nx\n````"), ("Timeline", "10:00 x")))["tasks"]);

    [Fact]
    public void A_fence_that_somebody_forgot_to_close_does_not_swallow_the_fields_below() =>
        Assert.Equal("- one", Read(Records.Body(("Impact", "```\nlog"), ("Tasks", "- one")))["tasks"]?.Text);

    [Fact]
    public void A_label_counts_once_so_that_a_quoted_form_does_not_replace_answers()
    {
        var answers = Read(Records.Body(("Impact", "ours"), ("Tasks", "- one\n\n### Impact\n\nforged")));

        Assert.Equal("ours", answers["impact"]?.Text);
    }

    [Fact]
    public void Fields_may_be_missing_and_in_another_order()
    {
        var answers = Read(Records.Body(("Tasks", "- one"), ("Impact", "bad")));

        Assert.Equal("- one", answers["tasks"]?.Text);
        Assert.Equal("bad", answers["impact"]?.Text);
        Assert.Null(answers["started"]);
    }

    [Fact]
    public void Labels_are_compared_without_case_spaces_and_composition() =>
        Assert.Equal("x", BodyReader.Read("###  WAS  GESCHAH \n\nx\n\n### Cafe\u0301\n\ny", new([new("impact", "Was geschah"), new("tasks", "Café")]))["impact"]?.Text);

    [Fact]
    public void A_field_that_only_the_team_has_is_kept_as_a_section()
    {
        var section = Assert.Single(Read(Records.Body(("Impact", "x"), ("Pets of the office", "two cats"))).Extra);

        Assert.Equal(("Pets of the office", "two cats"), (section.Label, section.Text));
    }

    [Fact]
    public void An_answer_knows_its_line() =>
        Assert.Equal(2, Read(Records.Body(("Impact", "bad")))["impact"]?.Line);

    [Fact]
    public void Free_text_is_read_by_the_names_of_its_headings()
    {
        var answers = BodyReader.Read("Hello\n\n# Root Cause:\n\nA typo.\n\n# Trivia\n\nNone of it matters.", Records.Form);

        Assert.Equal("A typo.", answers["root-cause"]?.Text);
        Assert.Equal("Hello", answers.Preamble);
        Assert.Equal("Trivia", Assert.Single(answers.Extra).Label);
    }

    [Fact]
    public void An_empty_body_has_no_answers()
    {
        var answers = BodyReader.Read(null, Records.Form);

        Assert.Empty(answers.ById);
        Assert.Empty(answers.Extra);
    }

    private static Answers Read(string body) => BodyReader.Read(body, Records.Form);
}
