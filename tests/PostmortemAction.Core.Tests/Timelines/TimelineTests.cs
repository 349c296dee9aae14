using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Tests.Timelines;

public class TimelineTests
{
    private static readonly IncidentRecord Started = Records.Incident with { Body = Records.Body(("Started", "2024-04-14 10:00 UTC")) };

    [Theory]
    [InlineData("10:05 rolled back", "rolled back")]
    [InlineData("- 10:05: rolled back", "rolled back")]
    [InlineData("* **10:05 UTC** - rolled back", "rolled back")]
    [InlineData("**10:05:** rolled back", "rolled back")]
    [InlineData("1. 10:05 AM rolled back", "rolled back")]
    [InlineData("| 10:05 | rolled back |\n| --- | --- |\n| 10:05 | rolled back |", "rolled back")]
    [InlineData("10:05 - 10:20 rolled back", "rolled back")]
    [InlineData("10:05 **bold** move", "**bold** move")]
    [InlineData("- 10:05 UTC\n  rolled back", "rolled back")]
    [InlineData("10:05 rolled back\nand waited", "rolled back\nand waited")]
    [InlineData("🔥 10:05 rolled back", "rolled back")]
    [InlineData("- ⏱️ **10:05** rolled back", "rolled back")]
    [InlineData("rolled back\nApr 14, 10:05 UTC", "rolled back")]
    [InlineData("mira\n10:05 AM\nrolled back", "mira: rolled back")]
    [InlineData("| Time | Who | What |\n| --- | --- | --- |\n| 10:05 | Mira | rolled back |", "Mira: rolled back")]
    [InlineData("| Time | What | Kind | Who |\n| --- | --- | --- | --- |\n| 10:05 | rolled back | | mira |", "rolled back")]
    public void A_line_that_begins_with_a_time_is_an_entry_at_that_time(string text, string expected)
    {
        var entry = Assert.Single(Told(Started with { Body = Started.Body + "\n\n" + Records.Body(("Timeline", text)) }));

        Assert.Equal("2024-04-14 10:05 UTC", entry.At?.Describe());
        Assert.Equal(expected, entry.Text);
    }

    [Theory]
    [InlineData("**Mira** 10:05 AM\nit is slow\nvery\n\n**Jun** 10:10 AM\nrolled back")]
    [InlineData("mira  [10:05 AM]\nit is slow\nvery\n\nJun 10:10\nrolled back")]
    public void A_copied_chat_says_who_wrote_when_above_the_words(string chat) =>
        Assert.Equal(
            ["10:05 mira: it is slow\nvery", "10:10 jun: rolled back"],
            Told(Started with { Comments = [Records.Comment(chat, "2024-04-14T10:20:00Z")] }).Select(entry => $"{entry.At!.Describe()[11..16]} {entry.Text.Replace('M', 'm').Replace('J', 'j')}"));

    [Fact]
    public void A_status_page_says_when_below_the_words() =>
        Assert.Equal(
            ["10:05 **Investigating** - We are looking.", "10:15 **Identified** - A fix is on its way."],
            Told(Started with { Comments = [Records.Comment("**Investigating** - We are looking.\nApr 14, 10:05 UTC\n\n**Identified** - A fix is on its way.\nApr 14, 10:15 UTC", "2024-04-14T10:20:00Z")] })
                .Select(entry => $"{entry.At!.Describe()[11..16]} {entry.Text}"));

    [Theory]
    [InlineData("Where we are:\n- lag is 2 M\n- next at 10:45\n\nBye", "Where we are: lag is 2 M; next at 10:45")]
    [InlineData("On 2024-04-14 at 10:05 mira wrote:\n\n> all fine\n\nNot here.", "Not here.")]
    public void The_first_sentence_of_a_comment_says_something(string comment, string text) =>
        Assert.Equal(text, Assert.Single(Told(Started with { Comments = [Records.Comment(comment, "2024-04-14T10:20:00Z")] })).Text);

    [Theory]
    [InlineData("+1")]
    [InlineData("👀")]
    public void A_comment_without_a_word_tells_nothing(string comment) => Assert.Empty(Told(Started with { Comments = [Records.Comment(comment, "2024-04-14T10:20:00Z")] }));

    [Fact]
    public void A_date_above_entries_is_their_date() =>
        Assert.Equal(
            ["2024-04-15 09:00", "2024-04-15 10:30", "2024-04-16 08:00"],
            Told(Started with { Body = Started.Body + "\n\n" + Records.Body(("Timeline", "**April 15, 2024**\n\n- 09:00 one\n- 10:30 two\n\n**2024-04-16**\n\n- 08:00 three")) })
                .Select(entry => entry.At!.Describe()[..16]));

    [Fact]
    public void What_is_nested_below_an_entry_belongs_to_it_and_a_second_time_in_a_line_is_text() =>
        Assert.Equal(
            ["rolled back\nwhich took until 10:09\nand helped", "back since 10:18, confirmed"],
            Told(Started with { Body = Started.Body + "\n\n" + Records.Body(("Timeline", "- 10:05 rolled back\n  - which took until 10:09\n  - and helped\n- 10:20 back since 10:18, confirmed")) })
                .Select(entry => entry.Text));

    [Fact]
    public void An_entry_in_another_zone_than_the_rest_stands_at_its_moment() =>
        Assert.Equal(
            ["10:05 ours", "10:10 theirs"],
            Told(Started with { Body = Started.Body + "\n\n" + Records.Body(("Timeline", "10:05 ours\n12:10 CEST theirs")) })
                .Select(entry => $"{entry.At!.Describe()[11..16]} {entry.Text}"));

    [Fact]
    public void A_line_without_a_time_stays_an_entry_without_one_in_its_place()
    {
        var entries = Told(Started with { Body = Started.Body + "\n\n" + Records.Body(("Timeline", "- 10:05 one\n- nobody looked at a clock\n- 10:20 two")) });

        Assert.Equal(["one", "nobody looked at a clock", "two"], entries.Select(entry => entry.Text));
        Assert.Null(entries[1].At);
    }

    [Fact]
    public void A_comment_is_an_entry_at_its_posting_time_with_its_first_sentence()
    {
        var entry = Assert.Single(Told(WithComment("It is the database. Or is it?", "2024-04-14T10:20:00Z")));

        Assert.Equal(("2024-04-14 10:20 UTC", "It is the database.", "jun"), (entry.At?.Describe(), entry.Text, entry.Author));
    }

    [Fact]
    public void A_comment_with_times_gives_an_entry_for_each_and_none_for_itself() =>
        Assert.Equal(
            ["10:10 one", "10:15 two"],
            Told(WithComment("What I did:\n\n- 10:10 one\n- 10:15 two", "2024-04-14T10:20:00Z")).Select(entry => $"{entry.At!.Describe()[11..16]} {entry.Text}"));

    [Fact]
    public void An_entry_links_to_what_proves_it() =>
        Assert.Equal("https://github.com/acme/shop/issues/42#issuecomment-1", Assert.Single(Told(WithComment("Seen.", "2024-04-14T10:20:00Z"))).Source);

    [Fact]
    public void Bots_hidden_comments_and_our_own_are_no_entries()
    {
        var comment = Records.Comment("Seen.", "2024-04-14T10:20:00Z");

        Assert.Empty(Told(Started with { Comments = [comment with { AuthorIsBot = true }, comment with { Hidden = true }, comment with { Ours = true }] }));
    }

    [Fact]
    public void Comments_of_people_without_write_permission_count_only_where_the_team_says_so()
    {
        var record = Started with { Comments = [Records.Comment("10:30 Mine was first", "2024-04-14T10:31:00Z") with { AuthorMayWrite = false }] };

        Assert.Empty(Told(record));
        Assert.Single(Told(record, new() { Authors = AuthorRule.All }));
    }

    [Fact]
    public void With_marked_only_lines_with_a_time_count_and_with_none_nothing_does()
    {
        var record = Started with
        {
            Comments = [Records.Comment("Talk.", "2024-04-14T10:20:00Z"), Records.Comment("10:30 fact", "2024-04-14T10:31:00Z")],
        };

        Assert.Equal("fact", Assert.Single(Told(record, new() { Comments = CommentRule.Marked })).Text);
        Assert.Empty(Told(record, new() { Comments = CommentRule.None }));
    }

    [Fact]
    public void Talk_after_the_end_is_no_entry_but_a_stated_time_is()
    {
        var record = Started with
        {
            Comments = [Records.Comment("Thanks everyone!", "2024-04-14T13:00:00Z"), Records.Comment("11:40 it was me", "2024-04-14T13:01:00Z")],
        };

        Assert.Equal("it was me", Assert.Single(Told(record)).Text);
    }

    [Fact]
    public void The_same_words_in_the_same_minute_are_one_entry()
    {
        var record = Started with
        {
            Body = Started.Body + "\n\n" + Records.Body(("Timeline", "10:20 rolled back")),
            Comments = [Records.Comment("Rolled back.", "2024-04-14T10:20:30Z")],
        };

        Assert.Single(Told(record));
    }

    [Theory]
    [InlineData("🚑 **Mitigation:** the old policy", EntryKind.Mitigation, "the old policy")]
    [InlineData("erin restarts consumers (mitigated)", EntryKind.Mitigation, "erin restarts consumers (mitigated)")]
    [InlineData("Misleading path: the database", EntryKind.MisleadingPath, "the database")]
    [InlineData("[misleading-path] the database", EntryKind.MisleadingPath, "the database")]
    [InlineData("**Escalation**: called the network team", EntryKind.Escalation, "called the network team")]
    [InlineData("The alert fired", EntryKind.Detection, "The alert fired")]
    [InlineData("Login is back to normal", EntryKind.Resolution, "Login is back to normal")]
    [InlineData("Login is not back to normal", null, "Login is not back to normal")]
    [InlineData("Waiting until resolved", null, "Waiting until resolved")]
    [InlineData("Error rate is still high. Not resolved yet.", null, "Error rate is still high. Not resolved yet.")]
    [InlineData("No, that did not help! All resolved now", EntryKind.Resolution, "No, that did not help! All resolved now")]
    [InlineData("It was not great. All resolved now", EntryKind.Resolution, "It was not great. All resolved now")]
    [InlineData("Coffee", null, "Coffee")]
    public void An_entrys_kind_comes_from_its_tag_then_from_its_words(string text, EntryKind? kind, string expected)
    {
        var entry = Assert.Single(Told(WithComment($"10:20 {text}", "2024-04-14T10:20:00Z")));

        Assert.Equal((kind, expected), (entry.Kind, entry.Text));
        Assert.Equal(kind is null, entry.KindFrom is null);
    }

    [Theory]
    [InlineData("Is it resolved?")]
    [InlineData("is it resolved? anyone?")]
    [InlineData("Is it resolved")]
    [InlineData("Resolved? I cannot see it")]
    [InlineData("Has anybody restarted it?")]
    [InlineData("Why was nobody alerted?")]
    [InlineData("What does the status page say?")]
    public void A_question_says_of_nothing_that_it_happened(string text) => Assert.Null(KindOf(text));

    [Theory]
    [InlineData("Hopefully resolved")]
    [InlineData("I hope that all of it is resolved now")]
    [InlineData("We have to get this resolved")]
    [InlineData("We need to have it resolved by noon")]
    [InlineData("Waiting for the import to get resolved")]
    [InlineData("Once the last of the seven shards is restarted we look again")]
    [InlineData("That should have alerted us")]
    [InlineData("Nobody was alerted")]
    [InlineData("Nobody in the whole of the company was alerted")]
    [InlineData("No one was alerted")]
    [InlineData("None of the pods restarted")]
    [InlineData("No alert fired")]
    [InlineData("It isn’t resolved")]
    public void What_did_not_happen_or_only_might_is_no_kind(string text) => Assert.Null(KindOf(text));

    [Theory]
    [InlineData("DNS name resolved fine")]
    [InlineData("The hostname was resolved again")]
    [InlineData("I restarted my laptop")]
    public void A_word_in_another_sense_is_no_kind(string text) => Assert.Null(KindOf(text));

    [Theory]
    [InlineData("No errors any more, all resolved", EntryKind.Resolution)]
    [InlineData("No, it is resolved", EntryKind.Resolution)]
    [InlineData("Not resolved at first. Resolved now", EntryKind.Resolution)]
    [InlineData("DNS issue resolved", EntryKind.Resolution)]
    [InlineData("I can confirm that it is resolved", EntryKind.Resolution)]
    [InlineData("It is resolved. Can you confirm?", EntryKind.Resolution)]
    [InlineData("Resolved on May 30", EntryKind.Resolution)]
    [InlineData("Who did it? Jun rolled back", EntryKind.Mitigation)]
    [InlineData("There was no other way and we rolled back", EntryKind.Mitigation)]
    [InlineData("That is why we rolled back", EntryKind.Mitigation)]
    [InlineData("Have restarted the pods", EntryKind.Mitigation)]
    public void What_another_sentence_or_clause_says_takes_nothing_back(string text, EntryKind kind) => Assert.Equal(kind, KindOf(text));

    [Fact]
    public void A_question_in_a_comment_does_not_end_the_incident()
    {
        var record = Started with
        {
            Comments = [Records.Comment("Is it resolved?", "2024-04-14T10:20:00Z"), Records.Comment("No, still looking", "2024-04-14T10:30:00Z")],
        };

        Assert.Equal("2024-04-14 12:04 UTC", Records.Assemble(record).Milestones.Resolved?.Moment.Describe());
    }

    [Fact]
    public void A_label_above_entries_says_their_kind() =>
        Assert.All(
            Told(Started with { Body = Started.Body + "\n\n" + Records.Body(("Timeline", "Misleading paths:\n- the database\n- the network")) }),
            entry => Assert.Equal(EntryKind.MisleadingPath, entry.Kind));

    [Fact]
    public void Events_give_severity_assignment_closing_reopening_pull_requests_and_the_resolved_label()
    {
        var at = Records.At("2024-04-14T10:30:00Z");
        EventRecord Event(string name) => new(name, "mira", false, at, Records.Url);
        var record = Started with
        {
            Events =
            [
                Event("labeled") with { Label = "incident" },
                Event("labeled") with { Label = "SEV3" },
                Event("labeled") with { Label = "SEV1" },
                Event("unlabeled") with { Label = "SEV3" },
                Event("assigned") with { Assignee = "jun" },
                Event("subscribed"),
                Event("something_new"),
                Event("cross-referenced") with { PullRequest = new(57, "Roll back", "https://github.com/acme/shop/pull/57", false) },
                Event("cross-referenced") with { PullRequest = new(58, "Postmortem", "https://github.com/acme/shop/pull/58", true) },
                Event("cross-referenced") with { PullRequest = new(59, "Buy now", "https://github.com/acme/shop/pull/59", false), ActorMayWrite = false },
                Event("closed"),
                Event("reopened"),
                Event("labeled") with { Label = "resolved" },
            ],
        };

        Assert.Equal(
            [
                "Severity set to SEV3", "Severity changed from SEV3 to SEV1", "Assigned to jun",
                "Pull request [#57 Roll back](https://github.com/acme/shop/pull/57)", "Closed the incident", "Reopened the incident", "Labelled `resolved`",
            ],
            Records.Assemble(record).Timeline.Select(entry => entry.Text));
    }

    [Fact]
    public void Entries_are_in_the_order_of_time_whatever_they_were_read_from()
    {
        var record = Started with
        {
            Body = Started.Body + "\n\n" + Records.Body(("Timeline", "10:05 form\n11:00 form again")),
            Comments = [Records.Comment("Comment.", "2024-04-14T10:20:00Z")],
            Events = [Records.Label("SEV1", "2024-04-14T10:30:00Z"), Records.Label("resolved", "2024-04-14T12:04:00Z")],
        };

        Assert.Equal(
            ["form", "Comment.", "Severity set to SEV1", "form again", "Labelled `resolved`"],
            Records.Assemble(record).Timeline.Select(entry => entry.Text));
    }

    private static IncidentRecord WithComment(string body, string at) => Started with { Comments = [Records.Comment(body, at)] };

    private static EntryKind? KindOf(string text) => Assert.Single(Told(WithComment($"10:20 {text}", "2024-04-14T10:20:00Z"))).Kind;

    private static List<TimelineEntry> Told(IncidentRecord record, RunSettings? settings = null) =>
        [.. Records.Assemble(record, settings).Timeline.Where(entry => entry.Origin != EntryOrigin.Event)];

    [Theory]
    [InlineData("10:00 Escalation: **mira** joins", "**mira** joins")]
    [InlineData("**10:00** **Escalation:** **mira** joins", "**mira** joins")]
    [InlineData("10:00 **Escalation**: **mira** joins", "**mira** joins")]
    [InlineData("**10:00 Escalation:** mira joins", "mira joins")]
    public void Marks_around_a_kind_go_with_it_and_those_of_the_words_stay(string line, string text) =>
        Assert.Equal(text, Records.Assemble(("Timeline", line)).Timeline[0].Text);
}
