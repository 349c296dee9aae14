using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Tests.Archives;

public class ArchiveBlockTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\n")]
    public void Where_there_is_no_index_a_title_stands_above_it(string? existing)
    {
        var text = ArchiveBlock.Update(existing, "one", "README.md");

        Assert.Matches("^# Postmortems\n\n<!-- postmortem-action index begin [0-9a-f]{32} -->\none\n<!-- postmortem-action index end -->\n$", text);
    }

    [Fact]
    public void What_people_wrote_above_and_below_stays_to_the_byte()
    {
        var first = ArchiveBlock.Update("\uFEFF# Ours  \n\nHello.", "one", "README.md");
        var edited = $"{first}\n  Below. \r\n";

        var second = ArchiveBlock.Update(edited, "two", "README.md");

        Assert.StartsWith("\uFEFF# Ours  \n\nHello.\n\n<!--", first, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF# Ours  \n\nHello.", second, StringComparison.Ordinal);
        Assert.EndsWith("-->\n\n  Below. \r\n", second, StringComparison.Ordinal);
        Assert.Contains("two", second, StringComparison.Ordinal);
        Assert.DoesNotContain("one", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_same_block_changes_nothing_also_with_line_ends_of_Windows(string newLine)
    {
        var text = ArchiveBlock.Update(null, "one\n\ntwo", "README.md").Replace("\n", newLine, StringComparison.Ordinal);

        Assert.Equal(text, ArchiveBlock.Update(text, "one\n\ntwo", "README.md"));
    }

    [Fact]
    public void Where_somebody_wrote_into_our_part_nothing_is_written()
    {
        var text = ArchiveBlock.Update(null, "one", "README.md").Replace("one", "one, and more", StringComparison.Ordinal);

        Assert.Equal("index-edited", Refused(text));
    }

    [Theory]
    [InlineData("<!-- postmortem-action index end -->")]
    [InlineData("<!-- postmortem-action index begin x -->")]
    [InlineData("<!-- postmortem-action index end -->\n<!-- postmortem-action index begin x -->")]
    public void Marks_that_are_not_there_once_each_are_told(string text) => Assert.Equal("index-marks-broken", Refused(text));

    [Fact]
    public void Our_part_twice_is_told()
    {
        var text = ArchiveBlock.Update(null, "one", "README.md");

        Assert.Equal("index-marks-broken", Refused(text + text));
    }

    private static string Refused(string text) => Assert.Single(Assert.Throws<ProblemException>(() => ArchiveBlock.Update(text, "two", "README.md")).Problems).Code;
}
