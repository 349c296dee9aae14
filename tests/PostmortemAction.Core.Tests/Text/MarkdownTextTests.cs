using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Text;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("**bold**, _soft_, `code` and [a link](https://example.com)")]
    [InlineData("- a list\n- of two")]
    [InlineData("![a picture](https://github.com/user-attachments/assets/1)")]
    [InlineData("```\n<b>code</b>\n```")]
    public void Peoples_Markdown_stays_as_it_is(string text) => Assert.Equal(text, MarkdownText.Block(text));

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>")]
    [InlineData("a <!-- postmortem-action begin --> b", "a &lt;!-- postmortem-action begin --> b")]
    [InlineData("a <details> b", "a &lt;details> b")]
    public void Raw_HTML_becomes_visible_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Fact]
    public void A_pasted_picture_becomes_a_Markdown_picture() =>
        Assert.Equal(
            "![graph](https://github.com/user-attachments/assets/1)",
            MarkdownText.Block("<img width=\"10\" height=\"5\" alt=\"graph\" src=\"https://github.com/user-attachments/assets/1\" />"));

    [Fact]
    public void A_line_end_stays_a_line_break_in_a_file() => Assert.Equal("one\\\ntwo", MarkdownText.Block("one\ntwo"));

    [Theory]
    [InlineData("# Big", "#### Big")]
    [InlineData("Big\n===", "#### Big")]
    [InlineData("##### Small", "#### Small")]
    [InlineData("## One\n\n### Two", "#### One\n\n##### Two")]
    public void Headings_step_below_ours_and_keep_their_order(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Fact]
    public void A_fence_that_nobody_closed_ends_with_the_text() => Assert.Equal("```\nlog\n```", MarkdownText.Block("```\nlog"));

    [Theory]
    [InlineData("a | b", "a \\| b")]
    [InlineData("one\ntwo", "one<br>two")]
    [InlineData("# 1 fan", "\\# 1 fan")]
    [InlineData("a\\\\|b \\| c", "a\\\\\\|b \\| c")]
    public void A_line_fits_into_a_table_cell(string text, string expected) => Assert.Equal(expected, MarkdownText.Line(text));

    [Theory]
    [InlineData("@jun look", "@&#8203;jun look")]
    [InlineData("fixes #12", "fixes #&#8203;12")]
    [InlineData("see acme/shop#12 and GH-7", "see acme/shop#&#8203;12 and GH-&#8203;7")]
    [InlineData("`@jun #12` in code", "`@\u200Bjun #\u200B12` in code")]
    [InlineData("C# and a @ sign", "C# and a @ sign")]
    public void In_a_conversation_mentions_and_references_do_not_act(string text, string expected) =>
        Assert.Equal(expected, MarkdownText.ConversationLine(text));

    [Fact]
    public void Plain_words_do_not_act_as_Markdown() =>
        Assert.Equal("\\*\\*x\\*\\* &lt;b&gt; \\[y\\](z) a\\|b", MarkdownText.Escape("**x** <b> [y](z) a|b"));

    [Fact]
    public void A_title_breaks_mentions_and_references_invisibly_and_is_bounded()
    {
        Assert.Equal("fixes #\u200B12 @\u200Bjun", Neutral.Title("fixes #12\n@jun"));
        Assert.Equal(256, Neutral.Title(new string('x', 300)).Length);
    }

    [Theory]
    [InlineData("a\u202Eb\u200B\u0000\u001B[31m", "ab[31m")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("\uE000f\uE001", "f")]
    [InlineData("👩‍🚒 ok", "👩‍🚒 ok")]
    public void Characters_that_act_or_hide_are_taken_out(string text, string expected) => Assert.Equal(expected, PlainText.Clean(text));

    [Theory]
    [InlineData("plain", "`plain`")]
    [InlineData("a `tick`", "`` a `tick` ``")]
    [InlineData("<!-- postmortem-action end -->", "`<\u200B!-- postmortem-action end -->`")]
    [InlineData("", "(nothing)")]
    public void Quoted_words_stand_in_a_code_span_that_they_cannot_leave(string text, string expected) => Assert.Equal(expected, Quoted.Code(text));

    [Fact]
    public void A_cut_falls_between_characters_as_people_see_them() =>
        Assert.Equal("👩‍🚒…", PlainText.Cut("👩‍🚒👩‍🚒", 8));
}
