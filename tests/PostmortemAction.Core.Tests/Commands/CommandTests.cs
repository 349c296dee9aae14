using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Tests.Commands;

/// <summary>Steering an incident from its comments, while it lasts.</summary>
public class CommandTests
{
    private static readonly IncidentRecord Started = Records.Incident with
    {
        Body = Records.Body(("Started", "2024-04-14 10:00 UTC"), ("Users affected", "10%"), ("Tasks", "- one")),
    };

    [Theory]
    [InlineData("/started 09:50 UTC", "time_to_resolve", null)]
    [InlineData("/detected 10:04", "time_to_detect", 4L)]
    [InlineData("/detected", "time_to_detect", 20L)]
    [InlineData("/resolved 10:15", "duration", 15L)]
    public void A_time_command_sets_a_moment_and_without_a_time_the_comments(string command, string measure, long? minutes) =>
        Assert.Equal(minutes, Read(command).Measure(measure).Minutes);

    [Fact]
    public void Acknowledged_and_mitigated_are_told_by_command()
    {
        var postmortem = Read("/detected 10:04\n/acknowledged 10:07\n/mitigated 10:15");

        Assert.Equal((3L, 11L), (postmortem.Measure("time_to_acknowledge").Minutes, postmortem.Measure("time_to_mitigate").Minutes));
    }

    [Fact]
    public void Answers_are_set_and_lists_are_added_to()
    {
        var incident = Read("""
            /severity SEV1
            /affected 30%
            /impact Nobody can log in
            /service login API
            /service checkout
            /root-cause A typo
            /resolution Took it out
            /task Add an alert @jun due 2024-06-01
            /improvement Better alerts
            """).Incident;

        Assert.Equal(("SEV1", 30.0, "Nobody can log in", "A typo", "Took it out"), (incident.Severity, incident.UsersAffectedPercent, incident.Impact, incident.RootCause, incident.Resolution));
        Assert.Equal(["login API", "checkout"], incident.Services);
        Assert.Equal(["one", "Add an alert"], incident.Tasks.Select(task => task.Title));
        Assert.Equal("jun", incident.Tasks[1].Owner);
        Assert.Equal(["Better alerts"], incident.Improvements);
    }

    [Fact]
    public void A_colon_behind_a_commands_name_is_none_of_its_words()
    {
        var postmortem = Read("/root-cause: A typo\n/impact: Nobody\n/Task: Add an alert\n/severity: P1\n/resolved:10:15");

        Assert.Equal(("A typo", "Nobody", "SEV1"), (postmortem.Incident.RootCause, postmortem.Incident.Impact, postmortem.Incident.Severity));
        Assert.Equal(["one", "Add an alert"], postmortem.Incident.Tasks.Select(task => task.Title));
        Assert.Equal(15, postmortem.Measure("duration").Minutes);
    }

    [Fact]
    public void A_blank_in_a_commands_name_is_as_good_as_its_dash()
    {
        var postmortem = Read("/root cause: A typo\n/Went well The pager was fast");

        Assert.Equal(("A typo", "- The pager was fast"), (postmortem.Incident.RootCause, postmortem.Incident.Answers["went-well"]?.Text));
        Assert.DoesNotContain(postmortem.Timeline, entry => entry.Text.Contains("cause", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/task - Add an alert")]
    [InlineData("/task: * Add an alert")]
    [InlineData("/task • Add an alert")]
    [InlineData("/task 1. Add an alert")]
    [InlineData("/task - [ ] Add an alert")]
    public void A_bullet_before_a_commands_words_makes_no_list_in_the_list(string command) =>
        Assert.Equal(["one", "Add an alert"], Read(command).Incident.Tasks.Select(task => task.Title));

    [Theory]
    [InlineData("/severity sev-2", "SEV2")]
    [InlineData("/severity 2", "SEV2")]
    [InlineData("/severity critical", "critical")]
    [InlineData("/severity Major (half of the shop)", "Major (half of the shop)")]
    [InlineData("/severity unknown", null)]
    public void A_severity_is_a_number_or_a_word_that_severities_have(string command, string? severity)
    {
        var postmortem = Read(command);

        Assert.Equal(severity, postmortem.Incident.Severity);
        Assert.DoesNotContain(postmortem.Problems, problem => problem.Code.StartsWith("command-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/postmortem skip It was an exercise")]
    [InlineData("/postmortem skip: It was an exercise")]
    [InlineData("/postmortem: Skip - It was an exercise")]
    public void The_reason_for_no_postmortem_may_stand_behind_a_colon(string command) =>
        Assert.Equal("It was an exercise", Read(command).Incident.Commanded.Skipped?.Reason);

    [Fact]
    public void Lessons_are_told_by_command()
    {
        var answers = Read("/went-well one\n/went-wrong two\n/went-lucky three").Incident.Answers;

        Assert.Equal(("- one", "- two", "- three"), (answers["went-well"]?.Text, answers["went-wrong"]?.Text, answers["lucky"]?.Text));
    }

    [Theory]
    [InlineData("/timeline rolled back | 10:05", "10:05", "rolled back", EntryKind.Mitigation)]
    [InlineData("/timeline a | b | 10:05", "10:05", "a | b", null)]
    [InlineData("/timeline 10:05 rolled back", "10:05", "rolled back", EntryKind.Mitigation)]
    [InlineData("/timeline: 10:05 - rolled back", "10:05", "rolled back", EntryKind.Mitigation)]
    [InlineData("/timeline 500 errors a second", "10:20", "500 errors a second", null)]
    [InlineData("/timeline[misleading-path] the database", "10:20", "the database", EntryKind.MisleadingPath)]
    [InlineData("/escalated the database team", "10:20", "Escalated to the database team", EntryKind.Escalation)]
    [InlineData("/escalated to the database team", "10:20", "Escalated to the database team", EntryKind.Escalation)]
    [InlineData("/escalated: To: the database team", "10:20", "Escalated to the database team", EntryKind.Escalation)]
    [InlineData("/timeline[misleading-path]: the database", "10:20", "the database", EntryKind.MisleadingPath)]
    [InlineData("/timeline[foo] the database", "10:20", "the database", null)]
    public void A_timeline_command_is_an_entry_whatever_the_rule_for_comments(string command, string time, string text, EntryKind? kind)
    {
        var entry = Assert.Single(Told(Read(command, new() { Comments = CommentRule.None })));

        Assert.Equal((time, text, kind), (entry.At!.Describe()[11..16], entry.Text, entry.Kind));
    }

    [Fact]
    public void A_comment_of_commands_alone_is_no_entry_itself_and_one_with_more_is() =>
        Assert.Equal(
            ["It is the database."],
            Told(Records.Assemble(Started with
            {
                Comments = [Records.Comment("/severity SEV1", "2024-04-14T10:20:00Z"), Records.Comment("/affected 20%\nIt is the database. Surely.", "2024-04-14T10:21:00Z")],
            })).Select(entry => entry.Text));

    [Theory]
    [InlineData("/timelin rolled back", "command-unknown", "/timeline rolled back`")]
    [InlineData("/rootcause a typo", "command-unknown", "/root-cause a typo`")]
    [InlineData("/resolve 09:45", "command-unknown", "/resolved 09:45`")]
    [InlineData("/resolve soon", "command-unknown", "/resolved 12:00 UTC`")]
    [InlineData("/severitty banana", "command-unknown", "/severity SEV1`")]
    [InlineData("/started after lunch", "command-time-unreadable", "/started 10:00 UTC")]
    [InlineData("/started 2 days ago 10:00", "command-time-unreadable", "/started 10:00 UTC")]
    [InlineData("/started last Monday 10:00", "command-time-unreadable", "/started 10:00 UTC")]
    [InlineData("/timeline disk replaced | 2 days ago 10:00", "command-time-unreadable", "/timeline rolled back | 10:05")]
    [InlineData("/root cause", "command-incomplete", "/root-cause")]
    [InlineData("/task", "command-incomplete", "/task Add an alert")]
    [InlineData("/task:", "command-incomplete", "/task Add an alert")]
    [InlineData("/task -", "command-incomplete", "/task Add an alert")]
    [InlineData("/affected about a hundredth of the moon", "command-incomplete", "/affected 30%")]
    [InlineData("/affected 130%", "command-incomplete", "/affected 30%")]
    [InlineData("/severity banana", "command-incomplete", "/severity SEV1")]
    [InlineData("/timeline[misleading-paht] the database", "command-tag-unknown", "/timeline[misleading-path]")]
    [InlineData("/timeline[foo] the database", "command-tag-unknown", "/timeline[misleading-path]")]
    [InlineData("/task[P1] Add an alert", "command-tag-unknown", "/task Add an alert")]
    [InlineData("/postmortem skip", "command-incomplete", "`/postmortem skip It was an exercise`. Edit")]
    [InlineData("/postmortem skip:", "command-incomplete", "`/postmortem skip It was an exercise`. Edit")]
    [InlineData("/postmortem reopen it please", "command-incomplete", "`/postmortem reopen`. Edit")]
    [InlineData("/postmortem", "command-incomplete", "`/postmortem reopen` or `/postmortem skip It was an exercise`")]
    public void A_command_that_cannot_be_read_is_answered_with_the_nearest_right_form(string command, string code, string expected)
    {
        var problem = Assert.Single(Read(command).Problems, problem => problem.Code == code);

        Assert.Contains(expected, problem.Fix, StringComparison.Ordinal);
        Assert.Equal("https://github.com/acme/shop/issues/42#issuecomment-1", problem.Place);
    }

    [Fact]
    public void Who_gave_a_command_that_cannot_be_read_finds_the_answer_in_the_status_comment() =>
        Assert.Contains(
            "/started 10:00 UTC",
            Core.Bodies.StatusComment.Of(Read("/started after lunch"), new("acme/shop", "https://github.com/acme/shop", "main"), null, []), StringComparison.Ordinal);

    [Theory]
    [InlineData("/etc/hosts was wrong")]
    [InlineData("/api answers 500")]
    [InlineData("/services:8080 answers 500")]
    [InlineData("```\n/resolved\n```")]
    [InlineData("> /resolved")]
    [InlineData("we typed /resolved")]
    public void What_only_looks_like_a_command_is_text(string body)
    {
        var postmortem = Read(body);

        Assert.DoesNotContain(postmortem.Problems, problem => problem.Code.StartsWith("command-", StringComparison.Ordinal));
        Assert.Equal(124, postmortem.Measure("duration").Minutes);
    }

    [Fact]
    public void Commands_of_people_without_write_permission_do_not_count()
    {
        var record = Started with { Comments = [Records.Comment("/severity SEV1\n/resolved", "2024-04-14T10:20:00Z") with { AuthorMayWrite = false }] };

        var postmortem = Records.Assemble(record, new() { Authors = AuthorRule.All });

        Assert.Null(postmortem.Incident.Severity);
        Assert.Equal(124, postmortem.Measure("duration").Minutes);
    }

    [Fact]
    public void The_last_command_counts_and_a_start_that_differs_from_the_forms_is_said()
    {
        var postmortem = Read("/started 09:30\n/started 09:50");

        Assert.Equal("2024-04-14 09:50 UTC", postmortem.Milestones.Started?.Moment.Describe());
        Assert.Contains(postmortem.Problems, problem => problem.Code == "two-starts");
    }

    [Fact]
    public void A_pin_marks_a_comment_as_an_entry_also_where_only_marked_ones_count() =>
        Assert.Equal("We failed over.", Assert.Single(Told(Read("pin\nWe failed over. It works.", new() { Comments = CommentRule.Marked }))).Text);

    [Fact]
    public void The_teams_reaction_marks_a_comment_as_an_entry_too()
    {
        var record = Started with { Comments = [Records.Comment("We failed over. It works.", "2024-04-14T10:20:00Z") with { Reactions = ["eyes", "rocket"] }] };

        Assert.Single(Told(Records.Assemble(record, new() { Comments = CommentRule.Marked, Pin = "rocket" })));
        Assert.Empty(Told(Records.Assemble(record, new() { Comments = CommentRule.Marked })));
    }

    private static Postmortem Read(string comment, RunSettings? settings = null) =>
        Records.Assemble(Started with { Comments = [Records.Comment(comment, "2024-04-14T10:20:00Z")] }, settings);

    private static List<TimelineEntry> Told(Postmortem postmortem) => [.. postmortem.Timeline.Where(entry => entry.Origin != EntryOrigin.Event)];
}
