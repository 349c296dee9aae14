using PostmortemAction.Core.Bodies;

namespace PostmortemAction.Core.Tests.Bodies;

public class OwnBlockTests
{
    private const string End = "<!-- postmortem-action end -->";
    private static readonly string Old = OwnBlock.Wrap("### Ours\n\n- [ ] one\n- [ ] two");

    [Fact]
    public void Our_part_is_replaced_and_the_rest_stays() =>
        Assert.Equal("above\n\n" + OwnBlock.Wrap("new") + "\n\nbelow", OwnBlock.Update("above\n\n" + Old + "\n\nbelow", "new"));

    [Fact]
    public void A_body_with_the_browsers_line_ends_is_read_as_it_was_written() =>
        Assert.Equal("above\n\n" + OwnBlock.Wrap("new") + "\n\nbelow", OwnBlock.Update(Crlf("above\n\n" + Old + "\n\nbelow\n"), "new"));

    [Fact]
    public void Where_somebody_wrote_into_our_part_only_the_hidden_mark_of_a_follow_up_is_brought_up_to_date()
    {
        const string Old = "<!-- postmortem-action follow-up due=2026%2D06%2D01 incident=12 task=x -->\nAdd an alert\n\n- Due: 2026-06-01";
        const string New = "<!-- postmortem-action follow-up due=2026%2D01%2D20 incident=12 task=x -->\nAdd an alert\n\n- Due: 2026-01-20";
        var edited = OwnBlock.Wrap(Old).Replace("Add an alert", "Add an alert, see the runbook", StringComparison.Ordinal);

        var updated = OwnBlock.Update(edited, New)!;

        Assert.Equal(edited.Replace("due=2026%2D06%2D01", "due=2026%2D01%2D20", StringComparison.Ordinal), updated);
        Assert.True(OwnBlock.IsEdited(updated));
        Assert.Null(OwnBlock.Update(updated, New));
    }

    [Fact]
    public void What_says_so_already_is_not_written_again() =>
        Assert.Null(OwnBlock.Update("above\n" + Crlf(Old) + "\nbelow", "\n### Ours\n\n- [ ] one\n- [ ] two\n"));

    [Fact]
    public void Ticks_are_no_edit_and_are_carried_over_to_the_lines_that_stay() =>
        Assert.Equal(
            OwnBlock.Wrap("### Ours\n\n- [ ] none\n- [ ] two").Replace("- [ ] two", "- [X] two", StringComparison.Ordinal),
            OwnBlock.Update(Old.Replace("- [ ]", "- [X]", StringComparison.Ordinal), "### Ours\n\n- [ ] none\n- [ ] two"));

    [Theory]
    [InlineData("- [x] one")]
    [InlineData("- [X] one")]
    public void A_tick_alone_is_nothing_to_write(string ticked)
    {
        var body = Old.Replace("- [ ] one", ticked, StringComparison.Ordinal);

        Assert.Null(OwnBlock.Update(body, "### Ours\n\n- [ ] one\n- [ ] two"));
        Assert.False(OwnBlock.IsEdited(body));
        Assert.Equal(OwnBlock.SumIn(Old), OwnBlock.SumIn(body));
    }

    [Theory]
    [InlineData("- [ ] one", "- [ ] one, see the runbook")]
    [InlineData("- [ ] one\n", "")]
    [InlineData("### Ours", "### Ours ")]
    [InlineData("- [ ] two", "- [ ] two\n\nA line of mine")]
    [InlineData("- [ ] two", "- [ ] two\n<!-- postmortem-action end -->")]
    public void Our_part_into_which_somebody_wrote_stays(string ours, string theirs)
    {
        var body = Old.Replace(ours, theirs, StringComparison.Ordinal);

        Assert.Null(OwnBlock.Update(body, "new"));
        Assert.True(OwnBlock.IsEdited(body));
        Assert.False(OwnBlock.IsUntouched(body));
    }

    [Theory]
    [InlineData("mine alone")]
    [InlineData("")]
    [InlineData("no end <!-- postmortem-action begin 00 -->\nx")]
    [InlineData("<!-- postmortem-action end --> before <!-- postmortem-action begin 00 -->\n")]
    [InlineData("x\n<!-- postmortem-action end -->\n<!-- postmortem-action begin 00 -->\n")]
    public void Our_part_that_somebody_took_out_stays_out(string body)
    {
        Assert.Null(OwnBlock.Update(body, "new"));
        Assert.Null(OwnBlock.SumIn(body));
        Assert.False(OwnBlock.IsEdited(body));
        Assert.False(OwnBlock.IsUntouched(body));
    }

    /// <summary>Which of two is ours is not to be known, and to guess could cost somebody's words.</summary>
    [Theory]
    [InlineData("above")]
    [InlineData("below")]
    public void Where_our_part_stands_twice_all_of_it_stays(string place)
    {
        var body = place == "above" ? $"{Old}\n\nwords between\n\n{Old}" : $"{Old}\n{Old}";

        Assert.Null(OwnBlock.Update(body, "new"));
        Assert.True(OwnBlock.IsEdited(body));
    }

    [Theory]
    [InlineData("", "\n" + End)]
    [InlineData("", "\nquoting\n" + End + "\nwords")]
    [InlineData("<!-- postmortem-action begin -->\nwords\n", "")]
    [InlineData("<!-- postmortem-action begin 00 -->\nwords\n" + End + "\n", "")]
    public void A_marker_that_a_person_quotes_costs_nobody_a_word(string above, string below) =>
        Assert.Null(OwnBlock.Update(above + Old + below, "new"));

    [Theory]
    [InlineData("we saw " + End + " in it")]
    [InlineData("<!-- postmortem-action begin 12 -->")]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("a\n" + End)]
    public void Our_part_reads_back_whatever_it_says(string block)
    {
        var body = OwnBlock.Wrap(block);

        Assert.Equal(OwnBlock.Sum(block), OwnBlock.SumIn(body));
        Assert.True(OwnBlock.IsUntouched(body));
        Assert.Equal(OwnBlock.Wrap("new"), OwnBlock.Update(body, "new"));
    }

    [Fact]
    public void A_body_is_untouched_when_it_holds_our_part_and_nothing_else()
    {
        Assert.True(OwnBlock.IsUntouched(Crlf(Old) + "\r\n"));
        Assert.False(OwnBlock.IsUntouched("mine\n" + Old));
        Assert.False(OwnBlock.IsUntouched(Old + "\nmine"));
    }

    private static string Crlf(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);
}
