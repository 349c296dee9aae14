using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.Tests.Reading;

public class ItemReaderTests
{
    [Fact]
    public void Lines_list_items_and_table_rows_are_items() =>
        Assert.Equal(
            ["first line", "second line", "item", "10:00 row"],
            ItemReader.Read("first line\nsecond line\n\n- item\n\n| time | what |\n| --- | --- |\n| 10:00 | row |").Select(item => item.Text));

    [Theory]
    [InlineData("> 10:00 somebody else's words")]
    [InlineData("```\n10:00 a log line\n```")]
    [InlineData("    10:00 indented code")]
    [InlineData("<!-- 10:00 hidden -->")]
    public void Quotes_code_and_hidden_text_are_no_items(string text) => Assert.Empty(ItemReader.Read(text, hasCode: true));

    [Theory]
    [InlineData("| a | b |\n| --- | --- |\n| one | two |\n| | |")]
    [InlineData("| time | what |\n| --- | --- |\n| one | two |\n| | |")]
    [InlineData("| task | owner |\n| --- | --- |\n| one two | |\n| | |")]
    public void A_row_of_empty_cells_is_no_item(string table) => Assert.Equal("one two", Assert.Single(ItemReader.Read(table)).Text);

    [Fact]
    public void Further_lines_of_a_list_item_are_one_line_of_a_list() =>
        Assert.Equal(["one more of one", "two nested"], ListReader.Read("- one\n  more of one\n- two\n  - nested"));

    [Theory]
    [InlineData("- one\n -")]
    [InlineData("- one\n- ")]
    [InlineData("- one\n  -\n")]
    [InlineData("- one\n *")]
    [InlineData("1. one\n  -")]
    [InlineData("one\n\n-")]
    public void A_bullet_that_nobody_filled_in_is_no_line_of_a_list(string text) => Assert.Equal(["one"], ListReader.Read(text));

    [Fact]
    public void An_item_that_is_a_heading_stands_where_its_words_are() =>
        Assert.Equal([("one", 0), ("two", 1), ("three", 4)], ItemReader.Read("- one\n  two\n  --\n\n- three").Select(item => (item.Text, item.Line)));

    [Fact]
    public void A_heading_between_items_and_an_item_without_an_answer_are_no_lines_of_a_list() =>
        Assert.Equal(["one", "two"], ListReader.Read("- one\nLong term:\n- two\n- n/a"));

    [Fact]
    public void A_picture_alone_is_no_line_of_a_list() =>
        Assert.Equal(["one", "two"], ListReader.Read("one\n\n![x](https://example.com/x.png)\n\n<img src=\"https://example.com/y.png\" />\n\ntwo"));
}
