using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Text;

/// <summary>A line of people stays in its line, whatever it begins, ends or leaves open.</summary>
public class HostileLineTests
{
    [Theory]
    [InlineData("~~~bar", "\\~~~bar")]
    [InlineData("```bar", "\\`\\`\\`bar")]
    [InlineData("# bar", "\\# bar")]
    [InlineData("####### bar", "####### bar")]
    [InlineData("#12 bar", "#12 bar")]
    [InlineData("> bar", "\\> bar")]
    [InlineData("- bar", "\\- bar")]
    [InlineData("+ bar", "\\+ bar")]
    [InlineData("* bar", "\\* bar")]
    [InlineData("---", "\\---")]
    [InlineData("***", "\\***")]
    [InlineData("_ _ _", "\\_ _ _")]
    [InlineData("===", "\\===")]
    [InlineData("1. bar", "1\\. bar")]
    [InlineData("12) bar", "12\\) bar")]
    [InlineData("-1 and 2.5 and **bold**", "-1 and 2.5 and **bold**")]
    [InlineData("*soft* words", "*soft* words")]
    [InlineData("``` code ``` words", "``` code ``` words")]
    [InlineData("bar ##", "bar \\##")]
    public void What_would_begin_a_block_is_text(string text, string expected)
    {
        Assert.Equal(expected, MarkdownText.Line(text));
        Assert.Equal(expected.Replace("#12", "#&#8203;12", StringComparison.Ordinal), MarkdownText.ConversationLine(text));
    }

    [Theory]
    [InlineData("~~~bar\nfoo", "\\~~~bar<br>foo")]
    [InlineData("a ` b\nc ` d", "a \\` b<br>c \\` d")]
    [InlineData("a\\\nb", "a\\\\<br>b")]
    [InlineData("<br>", "&#8203;<br>")]
    public void What_a_line_leaves_open_ends_with_it(string text, string expected) => Assert.Equal(expected, MarkdownText.Line(text));

    [Theory]
    [InlineData("~~~bar")]
    [InlineData("<div>")]
    [InlineData("[x]: https://example.com")]
    [InlineData("```\n# a")]
    public void A_line_stays_one_line(string text)
    {
        Assert.DoesNotContain('\n', MarkdownText.Line(text));
        Assert.DoesNotContain('\n', MarkdownText.ConversationLine(text));
    }

    [Theory]
    [InlineData("- bar", "\\- bar")]
    [InlineData("1. bar", "1\\. bar")]
    [InlineData("===", "\\===")]
    [InlineData("~~~bar\n# x", "\\~\\~\\~bar \\# x")]
    public void Plain_words_begin_no_block(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));
}
