using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.Documents;

public class DocumentSectionTests
{
    [Fact]
    public void The_sections_in_a_row_are_the_document_byte_for_byte() =>
        Prop.ForAll(Arb.From(Drafts.Any), text => Whole(text) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_string_is_a_document() =>
        Prop.ForAll<NonNull<string>>(text => Whole(text.Get) == text.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_sections_have_the_same_key() =>
        Prop.ForAll(Arb.From(Drafts.Any), text => DocumentSection.Split(text).DistinctBy(section => section.Key).Count() == DocumentSection.Split(text).Count).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("no heading", "")]
    [InlineData("# A\nx\n## B\ny", "# A", "## B")]
    [InlineData("above\n# A", "", "# A")]
    [InlineData("---\ntitle: x\n---\n# A\n", "---", "# A")]
    [InlineData("---\ntitle: x\n---\n\nabove\n# A\n", "---", "", "# A")]
    [InlineData("---\n# a comment in the metadata\n---\n", "---")]
    [InlineData("---\nnot closed\n# A\n", "", "# A")]
    [InlineData("# A\n---\n# B\n---\n", "# A", "# B")]
    [InlineData("# A\n```\n# no heading\n```\n", "# A")]
    [InlineData("# A\n~~~~\n~~~\n# no heading\n~~~~\n# B\n", "# A", "# B")]
    [InlineData("# A\n```\n# nobody closed the fence\n", "# A", "# nobody closed the fence")]
    [InlineData("Title\n=====\n\nSub\n---\n", "")]
    [InlineData("    # code\n#hashtag\n####### seven\n", "")]
    [InlineData("# A\r\nx\r\n  ## B ##\r\n", "# A", "## B ##")]
    public void A_section_begins_at_a_heading_outside_fences_and_metadata(string document, params string[] keys) =>
        Assert.Equal(keys, DocumentSection.Split(document).Select(section => section.Key));

    [Fact]
    public void Of_headings_that_are_alike_each_has_a_key_of_its_own_whatever_others_are_called()
    {
        var keys = DocumentSection.Split("# A\n# A (2)\n# A\n# A\n# A (2)\n").Select(section => section.Key).ToList();

        Assert.Equal(5, keys.Distinct().Count());
        Assert.Equal(("# A", "# A (2)"), (keys[0], keys[1]));
    }

    [Theory]
    [InlineData("# A\nx\n", "# A\r\nx\r\n\r\n\r\n")]
    [InlineData("# A\nx\n", "# A\nx")]
    public void Line_ends_and_blank_lines_below_are_no_content(string one, string other) =>
        Assert.Equal(DocumentSection.Split(one)[0].Content, DocumentSection.Split(other)[0].Content);

    private static string Whole(string document) => string.Concat(DocumentSection.Split(document).Select(section => section.Text));
}
