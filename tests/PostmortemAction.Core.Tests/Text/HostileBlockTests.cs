using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Text;

/// <summary>A section of people stays in its section, and nothing in it acts.</summary>
public class HostileBlockTests
{
    [Theory]
    [InlineData("<div>\n# INJECTED\n```\n</div>", "&lt;div>\n#### INJECTED\n```\n</div>\n```")]
    [InlineData("<!-- hi\n## H2 -->", "&lt;!-- hi\n#### H2 -->")]
    [InlineData("a <b\n\n--> < c \\<d> \\\\<e>", "a &lt;b\n\n--> &lt; c &lt;d> \\\\&lt;e>")]
    [InlineData("Big <!-- x\nand *big* -->\n===", "#### Big &lt;!-- x\nand \\*big\\* -->")]
    [InlineData("<br>\n```\n\n# x\n```", "&#8203;<br>\n```\n\n# x\n```")]
    [InlineData("`a\n<div>`", "` a <div> `")]
    [InlineData("https://example.com``</div>``", "https://example.com ``</div>``")]
    [InlineData("<!X@octocat>", "&lt;!X@octocat&gt;")]
    [InlineData("# \tbig", "#### \tbig")]
    [InlineData("x <b title=\"[y](javascript:z)`\">", "x &lt;b title=\"\\[y\\](javascript:z)\\`\">")]
    public void What_stands_in_HTML_is_read_like_everything_else(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("<img src=\"https://github.com/user-attachments/assets/1\">", "![picture](https://github.com/user-attachments/assets/1)")]
    [InlineData("<a href=\"https://example.com\"><img src=\"https://github.com/user-attachments/assets/1\" alt=\"g\"></a>",
        "&lt;a href=\"https&#58;//example.com\">![g](https://github.com/user-attachments/assets/1)&lt;/a>")]
    [InlineData("one<br>two", "one<br>two")]
    public void Pasted_pictures_and_line_breaks_stay(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("[a](https://example.com/&#xE000;pull-request&#xE001;{x})", "[a](https://example.com/pull-request%7Bx%7D)")]
    [InlineData("[a](https://example.com/&#x202E;{x})", "[a](https://example.com/%7Bx%7D)")]
    [InlineData("<https://example.com/&#xE000;{x}>", "<https://example.com/&#xE000;%7Bx%7D>")]
    public void An_address_brings_in_no_character_that_text_may_not_have(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("Two\nlines\n---", "#### Two lines")]
    [InlineData("> Two\n> *lines*\n> ---\n> x", "> #### Two *lines*\n> x")]
    public void A_heading_of_several_lines_becomes_one_line(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("one  \ntwo", "one\\\ntwo")]
    [InlineData("one\\\ntwo", "one\\\ntwo")]
    [InlineData("> one   \n> two", "> one\\\n> two")]
    public void A_line_break_of_spaces_is_written_visibly(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("[x](https://example.com) [y](mailto:a@example.com) [z](#top) <https://example.com>")]
    [InlineData("[x](HTTPS://example.com \"title\")")]
    public void Links_to_the_web_stay(string text) => Assert.Equal(text, MarkdownText.Block(text));

    [Theory]
    [InlineData("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))")]
    [InlineData("[x](../../y)", "\\[x\\](../../y)")]
    [InlineData("![x](data:image/png;base64,AAAA)", "!\\[x\\](data:image/png;base64,AAAA)")]
    [InlineData("![x](mailto:a@example.com)", "!\\[x\\](mailto:a@example.com)")]
    [InlineData("<javascript:alert(1)>", "&lt;javascript:alert(1)&gt;")]
    [InlineData("[a [x](javascript:1)](javascript:2)", "[a \\[x\\](javascript:1)\\](javascript:2)")]
    [InlineData("[](data:x)", "\\[\\](data:x)")]
    [InlineData("[x](https://example.com '<!-- `y`')", "[x](https://example.com \"&lt;!-- \\`y\\`\")")]
    [InlineData("[x](<https://example.com/a b>)", "[x](https://example.com/a%20b)")]
    public void Other_links_are_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("[x]: https://example.com\n[y]: z <b>", "\\[x\\]: https://example.com\\\n[y\\]: z &lt;b>")]
    [InlineData("text[^1]\n\n[^1]: note", "text\\[^1]\n\n\\[^1\\]: note")]
    [InlineData("> [a `b]: https://example.com`", "> \\[a `b]: https://example.com`")]
    [InlineData("`a\n[^1]: b`", "` a [^1]: b `")]
    public void Definitions_which_count_everywhere_are_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("| a | b |\n|---|---|\n| ` | <!-- ` |", "| a | b |\n|---|---|\n| ` \\| <!-- ` |")]
    [InlineData("| a | b |\n|---|---|\n| x<b | y |", "| a | b |\n|---|---|\n| x&lt;b | y |")]
    public void A_table_stays_one(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Fact]
    public void A_table_of_millions_of_cells_is_text()
    {
        var header = string.Concat(Enumerable.Repeat("|a", 500)) + "|\n" + string.Concat(Enumerable.Repeat("|-", 500)) + "|\n";
        var text = header + string.Concat(Enumerable.Repeat("|b|\n", 10_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var block = MarkdownText.Block(text);

        Assert.StartsWith("\\|a\\|a", block);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Fact]
    public void An_entity_brings_no_character_in_that_is_taken_out() => Assert.Equal("a&#8203;b &amp; c", MarkdownText.Block("a&#x202E;b &amp; c"));
}
