using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Text;

/// <summary>What Markdig takes for a text is bounded, in steps that are counted.</summary>
public class MarkdownCostTests
{
    /// <summary>Marks that are opened and never closed, or closed where nothing was opened.</summary>
    public static TheoryData<string> Heaps =>
    [
        "![](", "[](", "[a](", "[a](b (", "[a](((", "[![](", "[a][", "[", "![", "[[a]", "[a\n", "[`", "[<a ", "]", "](",
        "*a ", "_a ", "*a\n", "a*", "*a_ ", "**a *", "a**b", "*_", "**a** ", "| **a** | b |\n",
        "a<?", "a<!A ", "a<![CDATA[", "a<!-- ", "<a b='", "`a``b```c", "&", "\\", "|", "> ", "- > ", "1. ",
    ];

    [Theory]
    [MemberData(nameof(Heaps))]
    public void No_heap_of_marks_takes_more_than_its_steps(string part)
    {
        foreach (var length in (int[])[60_000, 190_000])
        {
            var text = "Words\n" + Growth.Heap(part, length);

            foreach (var pipelines in (MarkdownPipelines[])[MarkdownPipelines.Whole, MarkdownPipelines.WithoutLinks])
            {
                var (up, ahead) = InlineMeter.Steps(MarkdownParsing.Any(text, pipelines));
                Assert.InRange(up, 0, InlineMeter.MostUp);
                Assert.InRange(ahead, 0, InlineMeter.MostAhead);
            }
        }
    }

    [Fact]
    public void In_a_body_such_a_heap_is_shown_as_text()
    {
        var text = Growth.Heap("[](", 60_000);

        Assert.Equal(MarkdownText.Escape(text), MarkdownText.Block(text));
        Assert.Equal(Neutral.Literal(MarkdownText.Escape(text)), MarkdownText.ConversationLine(text));
    }

    [Theory]
    [InlineData("[a]: b\n")]
    [InlineData("[a]:\n")]
    public void More_definitions_than_any_document_has_are_words(string definition)
    {
        var prose = Prose.Of("# Login is down\n\n" + Growth.Heap(definition, 190_000));

        Assert.Contains("a]:", prose.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Around_a_heap_lists_tables_and_code_are_still_read()
    {
        var text = Growth.Heap("*a ", 60_000) + "\n\n- one\n- two\n\n| Time | What |\n| --- | --- |\n| 10:00 | The pager *went* off |\n\n```\ncode\n```\n";

        Assert.Equal(["one", "two", "10:00 The pager *went* off"], ItemReader.Read(text).Where(item => item.Listed).Select(item => item.Text));
    }

    [Fact]
    public void A_table_of_more_cells_than_anybody_wrote_is_read_as_lines()
    {
        var text = $"{Growth.Heap("|a", 600)}|\n{Growth.Heap("|-", 600)}|\n{Growth.Heap("|a\n", 900)}";

        Assert.All(ItemReader.Read(text), item => Assert.False(item.Listed));
    }

    [Fact]
    public void A_line_of_many_bars_makes_no_table_elsewhere_huge() =>
        Assert.False(MarkdownParsing.IsHugeTable($"{new string('|', 2_000)}\n\n{Growth.Heap("| a | b |\n", 2_000)}"));

    [Fact]
    public void A_large_table_with_links_and_emphasis_is_far_from_the_bound()
    {
        var row = "| [06:20](https://github.com/acme/shop/issues/12#issuecomment-1) | [@jun](https://github.com/jun) **turned** `it` off |\n";
        var table = "| When | What |\n| --- | --- |\n" + string.Concat(Enumerable.Repeat(row, 1_000));

        var (up, ahead) = InlineMeter.Steps(MarkdownParsing.Block(table));
        Assert.InRange(up, 1, InlineMeter.MostUp / 2);
        Assert.InRange(ahead, 1, InlineMeter.MostAhead / 20);
        Assert.Contains("| When | What |\n| --- | --- |", MarkdownText.Block(table), StringComparison.Ordinal);
    }
}
