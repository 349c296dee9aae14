using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.Documents;

/// <summary>What people do to the metadata at the top of a document.</summary>
public class FrontMatterMergeTests
{
    private const string Last = "---\nincident: 12\nseverity: \"SEV2\"\nduration_minutes: 120\nstatus: resolved\n---\n\n# Login\n";
    private static readonly string Fresh = Last.Replace("120", "140", StringComparison.Ordinal);

    [Theory]
    [InlineData("tags: [login]\n")]
    [InlineData("tags:\n  - login\n  - shop\n")]
    [InlineData("tags:\n- login\n")]
    [InlineData("# for our site\n")]
    [InlineData("\n")]
    public void What_somebody_adds_keeps_no_figure_from_following(string added)
    {
        var current = Last.Replace("status:", added + "status:", StringComparison.Ordinal);

        var merged = DocumentMerge.Of(Last, current, Fresh);

        Assert.Equal(Fresh.Replace("status:", added + "status:", StringComparison.Ordinal), merged.Text);
        Assert.Empty(merged.Offers);
    }

    [Fact]
    public void What_somebody_changed_stays_and_its_news_is_offered()
    {
        var current = Last.Replace("SEV2", "SEV3", StringComparison.Ordinal);

        var merged = DocumentMerge.Of(Last, current, Fresh.Replace("SEV2", "SEV1", StringComparison.Ordinal));

        Assert.Equal(Fresh.Replace("SEV2", "SEV3", StringComparison.Ordinal), merged.Text);
        Assert.Equal(DocumentSection.FrontMatter, Assert.Single(merged.Offers).Key);
    }

    [Fact]
    public void What_somebody_took_out_stays_out_and_a_new_key_comes()
    {
        var current = Last.Replace("incident: 12\n", "", StringComparison.Ordinal);

        var merged = DocumentMerge.Of(Last, current, Fresh.Replace("status:", "detected: x\nstatus:", StringComparison.Ordinal));

        Assert.Equal("---\nseverity: \"SEV2\"\nduration_minutes: 140\nstatus: resolved\ndetected: x\n---\n\n# Login\n", merged.Text);
        Assert.Empty(merged.Offers);
    }

    [Fact]
    public void A_key_that_the_facts_do_not_give_any_more_goes_with_what_stands_below_it() =>
        Assert.Equal(
            "---\nincident: 12\nmine: 1\n---\n\n# Login\n",
            DocumentMerge.Of("---\nincident: 12\nservices:\n  - login\n---\n\n# Login\n", "---\nincident: 12\nservices:\n  - login\nmine: 1\n---\n\n# Login\n", "---\nincident: 12\n---\n\n# Login\n").Text);

    [Fact]
    public void Windows_line_ends_stay()
    {
        var current = Last.Replace("status:", "tags: [login]\nstatus:", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal(current.Replace("120", "140", StringComparison.Ordinal), DocumentMerge.Of(Last, current, Fresh).Text);
    }
}
