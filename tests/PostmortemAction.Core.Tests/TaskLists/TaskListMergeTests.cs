using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.TaskLists;

/// <summary>What people do to the list of tasks in a document, and what it looks like afterwards.</summary>
public class TaskListMergeTests
{
    private const string Last = """
        ## Tasks

        - [ ] [#45](u/45) Add an alert · @ade · due 2024-05-03
        - [ ] [#46](u/46) Test the rollback

        """;

    [Fact]
    public void A_row_that_a_reviewer_adds_gets_the_link_to_its_issue() =>
        Assert.Equal(Last + "* [#47](u/47) Page the team @jo\n", Merge(Last + "* Page the team @jo\n", Last + "- [ ] [#47](u/47) Page the team · @jo\n"));

    [Fact]
    public void A_row_that_a_reviewer_adds_with_a_box_keeps_it() =>
        Assert.Equal(Last + "- [ ] [#47](u/47) Page the team\n", Merge(Last + "- [ ] Page the team\n", Last + "- [ ] [#47](u/47) Page the team\n"));

    [Fact]
    public void The_box_of_a_follow_up_that_was_closed_is_ticked_beside_what_people_wrote() =>
        Assert.Equal(Ticked(Edited), Merge(Edited, Ticked(Last)));

    [Fact]
    public void The_box_of_a_follow_up_that_was_opened_again_is_empty_again() =>
        Assert.Equal(Edited, DocumentMerge.Of(Ticked(Last), Ticked(Edited), Last).Text);

    [Fact]
    public void A_row_without_a_box_gets_one_once_it_is_done() =>
        Assert.Equal("## Tasks\n\n- [x] [#45](u/45) Add a loud alert\n", Merge("## Tasks\n\n- [#45](u/45) Add a loud alert\n", Ticked(Last)));

    [Fact]
    public void A_task_that_the_incident_brings_anew_stands_below_what_people_wrote() =>
        Assert.Equal(Edited + "- [ ] [#47](u/47) Page the team\n", Merge(Edited, Last + "- [ ] [#47](u/47) Page the team\n"));

    [Fact]
    public void A_row_that_people_took_out_stays_out()
    {
        var current = "## Tasks\n\n- [ ] [#45](u/45) Add an alert · @ade · due 2024-05-03\n";

        Assert.Equal(current, Merge(current, Last));
    }

    [Fact]
    public void What_the_incident_rewords_follows_it_beside_a_row_that_people_changed() =>
        Assert.Equal(
            Edited.Replace("Test the rollback", "Practise the rollback", StringComparison.Ordinal),
            Merge(Edited, Last.Replace("Test the rollback", "Practise the rollback", StringComparison.Ordinal)));

    [Fact]
    public void A_row_that_people_reworded_keeps_their_words() =>
        Assert.Equal(Edited, Merge(Edited, Last.Replace("Add an alert", "Add two alerts", StringComparison.Ordinal)));

    [Fact]
    public void Rows_keep_the_order_that_people_gave_them_and_the_words_between_them()
    {
        var current = "## Tasks\n\nMost urgent first.\n\n- [ ] [#46](u/46) Test the rollback\n  with the whole team\n- [ ] [#45](u/45) Add an alert · @ade · due 2024-05-03\n\nThe rest can wait.\n";

        Assert.Equal(Ticked(current), Merge(current, Ticked(Last)));
    }

    [Fact]
    public void A_list_with_Windows_line_ends_keeps_them()
    {
        var current = Edited.Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal(Ticked(current), Merge(current, Ticked(Last)));
    }

    [Fact]
    public void A_row_of_a_table_gets_its_issue_in_the_column_for_it()
    {
        const string Table = "## Action Items\n\n| Action item | Owner | Bug |\n| --- | --- | --- |\n| Add an alert | @ade | [#45](u/45) |\n";

        var merged = DocumentMerge.Of(Table, Table + "| Page the team \\| now | @jo | |\n", Table + "| Page the team \\| now | @jo | [#47](u/47) |\n").Text;

        Assert.Equal(Table + "| Page the team \\| now | @jo | [#47](u/47) |\n", merged);
    }

    [Fact]
    public void Merging_a_second_time_changes_nothing()
    {
        var fresh = Ticked(Last) + "- [ ] [#47](u/47) Page the team · @jo\n";
        var once = Merge(Edited + "1. Page the team @jo\n", fresh);

        Assert.Equal(once, DocumentMerge.Of(fresh, once, fresh).Text);
    }

    [Fact]
    public void What_people_wrote_in_place_of_the_list_stays_and_the_news_is_offered()
    {
        var merged = DocumentMerge.Of(Last, "## Tasks\n\nSee the board.\n", Ticked(Last));

        Assert.Equal("## Tasks\n\nSee the board.\n", merged.Text);
        Assert.Single(merged.Offers);
    }

    [Theory]
    [InlineData("a | b", "a \\| b")]
    [InlineData("a \\| b", "a \\| b")]
    [InlineData("a \\\\| b", "a \\\\\\| b")]
    public void A_task_that_the_incident_brings_anew_goes_into_the_columns_that_people_chose(string words, string cell)
    {
        const string Table = "## Tasks\n\n| Area | Task | Owner | Due | Issue |\n| --- | --- | --- | --- | --- |\n| infra | Add an alert | @ade | 2024-05-03 | #45 |\n| infra | Test the rollback | | | #46 |\n";

        var merged = Merge(Table, Last + $"- [ ] [#47](u/47) Page the {words} team · @jo · due 2024-06-01\n");

        Assert.Equal(Table + $"| – | Page the {cell} team | @jo | 2024-06-01 | [#47](u/47) |\n", merged);
    }

    [Fact]
    public void What_the_incident_says_of_a_task_follows_in_the_columns_that_people_chose_where_they_left_it()
    {
        const string Table = "## Tasks\n\n| Area | Task | Owner | Due | Issue |\n| --- | --- | --- | --- | --- |\n| infra | Add an alert | @ade | 2024-05-03 | #45 |\n| infra | Test it all | @kim | | #46 |\n";
        var fresh = "## Tasks\n\n- [x] [#45](u/45) Add a loud alert · @jo · due 2024-05-10\n- [ ] [#46](u/46) Test the rollback · @jo\n";

        Assert.Equal(
            Table.Replace("| Add an alert | @ade | 2024-05-03 | #45 |", "| Add a loud alert | @jo | 2024-05-10 | #45 ✓ |", StringComparison.Ordinal),
            Merge(Table, fresh));
    }

    [Fact]
    public void A_row_that_ends_early_is_filled_up_to_its_issue()
    {
        const string Table = "## Tasks\n\n| Task | Owner | Due | Issue |\n| --- | --- | --- | --- |\n| Add an alert | @ade | 2024-05-03 | #45 |\n";

        Assert.Equal(Table + "| Page the team | @jo |  | [#47](u/47) |\n", Merge(Table + "| Page the team | @jo |\n", Last + "- [ ] [#47](u/47) Page the team · @jo\n"));
    }

    [Fact]
    public void A_table_that_people_made_a_list_stays_one()
    {
        const string Table = "## Tasks\n\n| Task | Owner | Due | Bug |\n| --- | --- | --- | --- |\n| Add an alert | @ade | – | [#45](u/45) |\n";
        var fresh = Table.Replace("(u/45)", "(u/45) ✓", StringComparison.Ordinal) + "| Page the team | @jo | – | [#47](u/47) |\n";

        Assert.Equal(
            "## Tasks\n\n- [x] [#45](u/45) Add an alert · @ade\n- [ ] [#47](u/47) Page the team · @jo\n",
            DocumentMerge.Of(Table, "## Tasks\n\n- [ ] [#45](u/45) Add an alert · @ade\n", fresh).Text);
    }

    [Fact]
    public void Rows_follow_in_whichever_section_people_keep_them()
    {
        var current = "## Tasks\n\n- [ ] [#46](u/46) Test the rollback\n\n## Later\n\n- [ ] [#45](u/45) Add an alert · @ade · due 2024-05-03\n";

        Assert.Equal(Ticked(current), Merge(current, Ticked(Last)));
    }

    [Fact]
    public void A_row_that_people_moved_below_others_follows_and_details_stay_details()
    {
        var current = "## Tasks\n\n- Alerts\n  - Login\n    - [ ] [#45](u/45) Add an alert · @ade · due 2024-05-03\n    - on the error rate\n- [ ] [#46](u/46) Test the rollback\n";

        Assert.Equal(Ticked(current), Merge(current, Ticked(Last)));
    }

    [Fact]
    public void A_follow_up_that_is_spoken_of_elsewhere_keeps_its_row_in_the_list()
    {
        var current = "## Notes\n\n- #45 would have helped most\n\n" + Edited;

        Assert.Equal(Ticked(current), Merge(current, Ticked(Last)));
    }

    private static string Edited => Last.Replace("Add an alert", "Add a loud alert", StringComparison.Ordinal);

    private static string Ticked(string list) => list.Replace("[ ] [#45]", "[x] [#45]", StringComparison.Ordinal);

    private static string Merge(string current, string fresh) => DocumentMerge.Of(Last, current, fresh).Text;
}
