using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.Documents;

public class DocumentMergeTests
{
    private const string Last = "# Login\n\nIt is down.\n\n## Impact\n\nAll.\n\n## Timeline\n\n- 10:00 x\n";

    [Fact]
    public void A_section_that_somebody_edited_stays_and_its_news_is_offered()
    {
        var merged = Merge(Last.Replace("All.", "Nearly all.", StringComparison.Ordinal), Last.Replace("All.", "Half.", StringComparison.Ordinal).Replace("10:00", "10:05", StringComparison.Ordinal));

        Assert.Equal("# Login\n\nIt is down.\n\n## Impact\n\nNearly all.\n\n## Timeline\n\n- 10:05 x\n", merged.Text);
        Assert.Equal(new SectionOffer("## Impact", "## Impact\n\nAll.", "## Impact\n\nHalf."), Assert.Single(merged.Offers));
    }

    [Fact]
    public void Who_writes_what_the_facts_come_to_say_gets_no_offer() =>
        Assert.Empty(Merge(Last.Replace("All.", "Half.", StringComparison.Ordinal), Last.Replace("All.", "Half.", StringComparison.Ordinal)).Offers);

    [Fact]
    public void A_new_section_of_the_facts_lands_behind_its_neighbour() =>
        Assert.Equal(
            "# Login\n\nIt is down.\n\n## Impact\n\nAll.\n\n### Customers\n\nTwelve.\n\n## Timeline\n\n- 10:00 x\n",
            Merge(Last, Last.Replace("All.\n", "All.\n\n### Customers\n\nTwelve.\n", StringComparison.Ordinal)).Text);

    [Fact]
    public void A_document_that_nobody_touched_becomes_the_new_one_in_its_order()
    {
        const string Fresh = "# Login\n\nIt is down.\n\n## Timeline\n\n- 10:05 x\n\n## Impact\n\nAll.\n\n## Lessons\n";

        Assert.Equal(Fresh, Merge(Last, Fresh).Text);
    }

    [Fact]
    public void A_title_that_somebody_gave_the_document_stays_the_only_one_when_the_incident_is_renamed()
    {
        var current = Last.Replace("# Login\n", "# No login in Europe\n", StringComparison.Ordinal);

        var merged = Merge(current, Last.Replace("# Login\n", "# Nobody could log in\n", StringComparison.Ordinal));

        Assert.Equal(current, merged.Text);
        Assert.Equal(new SectionOffer("# Nobody could log in", "", "# Nobody could log in\n\nIt is down."), Assert.Single(merged.Offers));
    }

    [Theory]
    [InlineData("- 10:00 x\n")]
    [InlineData("- 10:00 x")]
    [InlineData("- 10:00 x\n\n\n")]
    [InlineData("Mine.")]
    public void A_new_section_at_the_end_begins_on_a_line_of_its_own(string end)
    {
        var merged = Merge(Last.Replace("- 10:00 x\n", end, StringComparison.Ordinal), Last + "\n## Lessons\n\nNone.\n").Text;

        Assert.Contains($"## Timeline\n\n{end}", merged, StringComparison.Ordinal);
        Assert.EndsWith("\n\n## Lessons\n\nNone.\n", merged, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_section_at_the_top_stands_at_the_top() =>
        Assert.StartsWith("> A note.\n\n# Login", Merge(Last, "> A note.\n\n" + Last).Text, StringComparison.Ordinal);

    [Fact]
    public void Metadata_that_a_person_put_on_top_stays_on_top() =>
        Assert.StartsWith(
            "---\nteam: web\n---\n\n# Login again\n",
            Merge("---\nteam: web\n---\n\n" + Last, Last.Replace("# Login", "# Login again", StringComparison.Ordinal)).Text, StringComparison.Ordinal);

    [Fact]
    public void A_section_that_went_from_the_facts_goes_if_nobody_touched_it()
    {
        var fresh = Last[..Last.IndexOf("## Timeline", StringComparison.Ordinal)];

        Assert.DoesNotContain("Timeline", Merge(Last, fresh).Text, StringComparison.Ordinal);
        Assert.Contains("## Timeline\n\n- 10:00 x\n- mine\n", Merge(Last + "- mine\n", fresh).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_somebody_emptied_stays_empty_and_what_changes_is_offered()
    {
        var merged = Merge("", Last.Replace("All.", "Half.", StringComparison.Ordinal));

        Assert.Equal("", merged.Text);
        Assert.Equal("## Impact", Assert.Single(merged.Offers).Key);
    }

    [Fact]
    public void A_document_with_the_browsers_line_ends_is_not_touched() =>
        Assert.Equal(
            Drafts.Said(Last.Replace("All.", "Half.", StringComparison.Ordinal)),
            Drafts.Said(Merge(Last.Replace("\n", "\r\n", StringComparison.Ordinal), Last.Replace("All.", "Half.", StringComparison.Ordinal)).Text));

    [Fact]
    public void A_heading_that_nobody_can_tell_from_a_counted_one_ends_no_run()
    {
        var twins = "## Notes\n\n1\n\n## Notes\n\n2\n\n## Notes (2)\n\n3\n";

        Assert.Equal(twins, DocumentMerge.Of(twins, twins, twins).Text);
        Assert.Empty(DocumentMerge.Differences(twins, twins));
    }

    [Fact]
    public void The_differences_of_two_documents_of_ours_are_the_sections_that_say_something_new() =>
        Assert.Equal(
            [new("## Impact", "## Impact\n\nAll.", "## Impact\n\nHalf."), new("## Lessons", "", "## Lessons\n\nNone.")],
            DocumentMerge.Differences(Last, Last.Replace("All.", "Half.", StringComparison.Ordinal) + "\n## Lessons\n\nNone.\n"));

    private static MergedDocument Merge(string current, string fresh) => DocumentMerge.Of(Last, current, fresh);
}
