using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.Documents;

/// <summary>What people made of a document and what the facts say since, section by section.</summary>
public class DocumentComparisonTests
{
    private const string Ours = "---\nstatus: draft\n---\n\n# Login\n\n## Cause\n\nA typo.\n";

    [Fact]
    public void What_nobody_touched_is_the_same() => Assert.All(Compare(Ours, Ours, Ours), section => Assert.Equal(SectionState.Same, section.State));

    [Fact]
    public void Line_ends_and_blank_lines_are_no_difference() =>
        Assert.All(Compare(Ours, Ours.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n", Ours), section => Assert.Equal(SectionState.Same, section.State));

    [Fact]
    public void What_people_changed_is_theirs_and_shown()
    {
        var section = Cause(Ours, Ours.Replace("A typo.", "A comma.", StringComparison.Ordinal), Ours);

        Assert.Equal((SectionState.Edited, null), (section.State, section.News));
        Assert.Contains("-A typo.\n+A comma.\n", section.Edit, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_facts_say_since_is_told_beside_peoples_words()
    {
        var section = Cause(Ours, Ours.Replace("A typo.", "A comma.", StringComparison.Ordinal), Ours.Replace("A typo.", "A typo in the key.", StringComparison.Ordinal));

        Assert.Contains("+A comma.", section.Edit, StringComparison.Ordinal);
        Assert.Contains("+A typo in the key.", section.News, StringComparison.Ordinal);
    }

    [Fact]
    public void What_we_wrote_and_would_not_write_now_is_behind()
    {
        var section = Cause(Ours, Ours, Ours.Replace("A typo.", "A typo in the key.", StringComparison.Ordinal));

        Assert.Equal((SectionState.Behind, null), (section.State, section.Edit));
        Assert.Contains("-A typo.\n+A typo in the key.\n", section.News, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_our_words_are_not_known_nobody_is_said_to_have_changed_them() =>
        Assert.Equal(SectionState.Different, Cause(null, Ours.Replace("A typo.", "A comma.", StringComparison.Ordinal), Ours).State);

    [Fact]
    public void A_section_that_we_never_wrote_is_peoples_own() =>
        Assert.Contains(new("## Thanks", SectionState.Own, null, null), Compare(Ours, Ours + "\n## Thanks\n\nTo all.\n", Ours));

    [Theory]
    [InlineData(true, SectionState.Missing)]
    [InlineData(false, SectionState.New)]
    public void What_people_took_out_is_told_apart_from_what_came_since(bool isOurs, SectionState state)
    {
        const string Without = "---\nstatus: draft\n---\n\n# Login\n";

        Assert.Contains(new("## Cause", state, null, null), Compare(isOurs ? Ours : Without, Without, Ours));
    }

    private static ComparedSection Cause(string? last, string current, string fresh) => Assert.Single(Compare(last, current, fresh), section => section.Key == "## Cause");

    private static IReadOnlyList<ComparedSection> Compare(string? last, string current, string fresh) => DocumentComparison.Of(last, current, fresh);
}
