using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.Documents;

/// <summary>Sections that people add, move, rename or delete stay so, whatever the facts do next.</summary>
public class PeoplesSectionTests
{
    private const string Last = "# Login\n\nIt is down.\n\n## Impact\n\nAll.\n\n## Timeline\n\n- 10:00 x\n";
    private const string Fresh = "# Login\n\nIt is up.\n\n## Impact\n\nHalf.\n\n## Customers\n\nTwelve.\n\n## Timeline\n\n- 10:05 x\n";

    [Fact]
    public void Added() =>
        Assert.Equal(
            "# Login\n\nIt is up.\n\n## Mine\n\nNobody else's.\n\n## Impact\n\nHalf.\n\n## Customers\n\nTwelve.\n\n## Timeline\n\n- 10:05 x\n",
            Merge(Last.Replace("## Impact", "## Mine\n\nNobody else's.\n\n## Impact", StringComparison.Ordinal)));

    [Fact]
    public void Added_below_a_section_of_ours_it_stays_below_that_one() =>
        Assert.Equal(
            "# Login\n\nIt is up.\n\n## Impact\n\nHalf.\n\n### Mine\n\nMore on it.\n\n## Customers\n\nTwelve.\n\n## Timeline\n\n- 10:05 x\n",
            Merge(Last.Replace("All.\n", "All.\n\n### Mine\n\nMore on it.\n", StringComparison.Ordinal)));

    [Fact]
    public void Moved() =>
        Assert.Equal(
            "# Login\n\nIt is up.\n\n## Timeline\n\n- 10:05 x\n\n## Impact\n\nHalf.\n\n## Customers\n\nTwelve.\n",
            Merge("# Login\n\nIt is down.\n\n## Timeline\n\n- 10:00 x\n\n## Impact\n\nAll.\n"));

    [Fact]
    public void Renamed()
    {
        var merged = DocumentMerge.Of(Last, Last.Replace("## Impact", "## Whom it hit", StringComparison.Ordinal), Fresh);

        Assert.Contains("## Whom it hit\n\nAll.\n", merged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("## Impact", merged.Text, StringComparison.Ordinal);
        Assert.Equal("## Impact", Assert.Single(merged.Offers).Key);
    }

    [Fact]
    public void Deleted()
    {
        var merged = DocumentMerge.Of(Last, "# Login\n\nIt is down.\n\n## Timeline\n\n- 10:00 x\n", Fresh);

        Assert.Equal("# Login\n\nIt is up.\n\n## Customers\n\nTwelve.\n\n## Timeline\n\n- 10:05 x\n", merged.Text);
        Assert.Equal("## Impact", Assert.Single(merged.Offers).Key);
    }

    [Fact]
    public void Deleted_while_its_facts_stay_it_is_not_spoken_of_again() =>
        Assert.Empty(DocumentMerge.Of(Last, "# Login\n\nIt is down.\n", Last).Offers);

    [Fact]
    public void Added_with_a_name_that_the_facts_bring_later() =>
        Assert.Contains("## Customers\n\nMine: three.\n", Merge(Last + "\n## Customers\n\nMine: three.\n"), StringComparison.Ordinal);

    [Fact]
    public void Added_with_the_name_of_a_section_of_ours()
    {
        var merged = Merge(Last.Replace("## Timeline", "## Impact\n\nMine.\n\n## Timeline", StringComparison.Ordinal));

        Assert.Contains("## Impact\n\nHalf.\n\n", merged, StringComparison.Ordinal);
        Assert.Contains("## Impact\n\nMine.\n\n", merged, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_fence_of_a_person_hides_nothing_of_theirs()
    {
        var theirs = Last.Replace("All.\n", "All.\n\n```\nmine, never closed\n", StringComparison.Ordinal);

        var once = Merge(theirs);

        Assert.Contains("All.\n\n```\nmine, never closed\n", once, StringComparison.Ordinal);
        Assert.Equal(once, DocumentMerge.Of(Fresh, once, Fresh).Text);
    }

    private static string Merge(string current) => DocumentMerge.Of(Last, current, Fresh).Text;
}
