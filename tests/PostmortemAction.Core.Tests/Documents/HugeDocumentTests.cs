using System.Globalization;
using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.Documents;

/// <summary>Long incidents make long documents; a merge must not notice.</summary>
public class HugeDocumentTests
{
    [Fact]
    public void Two_thousand_sections()
    {
        var last = Sections(0, 2_000, "old");
        var current = last.Replace("## 7\n\nold", "## 7\n\nmine", StringComparison.Ordinal);

        var merged = DocumentMerge.Of(last, current, Sections(0, 2_000, "new"));

        Assert.Equal(Sections(0, 2_000, "new").Replace("## 7\n\nnew", "## 7\n\nmine", StringComparison.Ordinal), merged.Text);
        Assert.Single(merged.Offers);
    }

    [Fact]
    public void Two_thousand_sections_go_and_two_thousand_others_come() =>
        Assert.Equal(Sections(2_000, 2_000, "new"), DocumentMerge.Of(Sections(0, 2_000, "old"), Sections(0, 2_000, "old"), Sections(2_000, 2_000, "new")).Text);

    [Fact]
    public void Every_other_section_of_two_thousand_was_taken_out_by_a_person_and_as_many_come()
    {
        var last = string.Concat(Enumerable.Range(0, 1_000).Select(i => One(i, "old")));
        var fresh = string.Concat(Enumerable.Range(0, 1_000).Select(i => One(i, "old") + One(i + 1_000, "new")));

        Assert.Equal(1_000, DocumentSection.Split(DocumentMerge.Of(last, "", fresh).Text).Count);
    }

    [Fact]
    public void Two_thousand_sections_of_one_name() =>
        Assert.Equal(2_000, DocumentSection.Split(string.Concat(Enumerable.Repeat("## Notes\n\nx\n\n", 2_000))).Count);

    [Fact]
    public void A_section_of_65_536_characters_on_one_line()
    {
        var text = new string('x', 65_536);
        var merged = DocumentMerge.Of("# A\n\n" + text, "# A\n\n" + text + " mine", "# A\n\n" + text + " ours");

        Assert.EndsWith(" mine", merged.Text, StringComparison.Ordinal);
        Assert.Contains("ours", TextDiff.Fenced(merged.Offers[0].Before, merged.Offers[0].After), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_open_fences() =>
        Assert.NotEmpty(DocumentSection.Split(string.Concat(Enumerable.Repeat("```\n~~~~\n", 5_000))));

    [Fact]
    public void Five_thousand_changed_lines()
    {
        var (before, after) = (Lines("old"), Lines("new"));

        Assert.Equal(10_000, TextDiff.Of(before, after).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static string Lines(string word) => string.Join('\n', Enumerable.Range(0, 5_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"- {i} {word}")));

    private static string Sections(int from, int count, string word) => string.Concat(Enumerable.Range(from, count).Select(i => One(i, word))).TrimEnd() + "\n";

    private static string One(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"## {number}\n\n{word}\n\n");
}
