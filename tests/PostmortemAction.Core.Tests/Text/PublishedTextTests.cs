using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Text;

/// <summary>What acts where a team publishes the documents, or tells somebody who reads them.</summary>
public class PublishedTextTests
{
    private const string Pasted = "https://github.com/user-attachments/assets/1";

    [Theory]
    [InlineData("![graph](https://example.com/p.png?reader=12)", "[graph (example.com)](https://example.com/p.png?reader=12)")]
    [InlineData("![](https://example.com/p.png)", "[picture (example.com)](https://example.com/p.png)")]
    [InlineData("<img alt=\"graph\" src=\"https://example.com/p.png\">", "[graph (example.com)](https://example.com/p.png)")]
    [InlineData("[![build](https://example.com/b.svg)](https://example.com)", "[build (example.com)](https://example.com)")]
    [InlineData("![x](https://github.com.example.com/p.png)", "[x (github.com.example.com)](https://github.com.example.com/p.png)")]
    [InlineData("![x](https://github.com@example.com/p.png)", "[x (example.com)](https://github.com@example.com/p.png)")]
    public void A_picture_from_elsewhere_becomes_a_link_that_shows_where_it_leads(string text, string expected)
    {
        Assert.Equal(expected, MarkdownText.Block(text));
        Assert.Equal(expected, MarkdownText.Line(text));
    }

    [Theory]
    [InlineData($"![graph]({Pasted})")]
    [InlineData("![graph](https://private-user-images.githubusercontent.com/1/2.png)")]
    public void A_picture_that_was_pasted_into_an_issue_stays(string text) => Assert.Equal(text, MarkdownText.Block(text));

    [Theory]
    [InlineData("{{ site.x }}", @"\{&#8203;\{ site.x }}")]
    [InlineData("{% include x %}", @"\{&#8203;% include x %}")]
    [InlineData("a {b} c", @"a \{b} c")]
    [InlineData(@"a \{\{b}} c", @"a \{\{b}} c")]
    [InlineData("see https://example.com/{{x}} there", "see https://example.com/%7B%7Bx%7D%7D there")]
    [InlineData("<https://example.com/{{x}}>", "<https://example.com/%7B%7Bx%7D%7D>")]
    [InlineData("[a](https://example.com/{{x}})", "[a](https://example.com/%7B%7Bx%7D%7D)")]
    [InlineData("![a](https://github.com/{%x%})", "![a](https://github.com/%7B%x%%7D)")]
    [InlineData("<img src=\"https://github.com/{%x%}\">", "![picture](https://github.com/%7B%x%%7D)")]
    [InlineData("<img src=\"https://example.com/{{x}}\">", "[picture (example.com)](https://example.com/%7B%7Bx%7D%7D)")]
    [InlineData("<img src=\"https://github.com/?a=1&b=2&amp;c=3\">", "![picture](https://github.com/?a=1&amp;b=2&amp;c=3)")]
    [InlineData("`{{ .Values.x }}` is code", "`{{ .Values.x }}` is code")]
    public void Nothing_is_evaluated_where_the_document_is_published(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("it cost $5 and $6", @"it cost \$5 and \$6")]
    [InlineData("$$x$$", @"\$\$x\$\$")]
    [InlineData("https://example.com/?$filter=x", "https://example.com/?%24filter=x")]
    public void Money_is_no_formula(string text, string expected) => Assert.Equal(expected, MarkdownText.Block(text));

    [Theory]
    [InlineData("mermaid")]
    [InlineData("MATH")]
    [InlineData("geojson")]
    public void Code_of_which_GitHub_makes_a_drawing_stays_code(string language) =>
        Assert.Equal("```text\ngraph TD\n```", MarkdownText.Block($"```{language}\ngraph TD\n```"));

    [Fact]
    public void Other_code_keeps_its_language() => Assert.Equal("```csharp\nvar x = 1;\n```", MarkdownText.Block("```csharp\nvar x = 1;\n```"));

    [Fact]
    public void A_title_neither_counts_nor_calculates() => Assert.Equal(@"\$x\$ \{&#8203;\{y}}", MarkdownText.Escape("$x$ {{y}}"));

    [Theory]
    [InlineData("www.{")]
    [InlineData("{")]
    [InlineData("$")]
    [InlineData("a*b{")]
    public void A_heap_of_them_costs_no_more_than_it_is_long(string part) =>
        Growth.IsLinear(length => Growth.Heap(part, length), text => MarkdownText.Block(text));
}
