using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Tests.Reading;

/// <summary>The ways in which people write postmortems without a form.</summary>
public class FreeTextTests
{
    [Theory]
    [InlineData("# Root cause\n\nA typo.")]
    [InlineData("##### Root Cause:\nA typo.")]
    [InlineData("**Root cause**\nA typo.")]
    [InlineData("__Root Cause:__ A typo.")]
    [InlineData("Root cause: A typo.")]
    [InlineData("ROOT CAUSE\nA typo.")]
    [InlineData("- **Root Cause**: A typo.")]
    [InlineData("3. Root cause\nA typo.")]
    [InlineData("What was the root cause?\n   A typo.")]
    [InlineData("<h2>Root cause</h2>\n<p>A typo.</p>")]
    [InlineData("## 🔍 Root Cause\n\nA typo.")]
    public void A_section_begins_with_its_name_in_whatever_dress(string section) =>
        Assert.Equal("A typo.", Read($"Summary\nLogin was down.\n\n{section}\n\n# Timeline\n\n10:00 x").Incident.RootCause);

    [Fact]
    public void The_section_of_causes_counts_before_the_line_of_the_summary() =>
        Assert.Equal("A typo in the file.", Read("Issue summary\n- Root cause: a bug\n\nRoot cause and resolution\n- Root cause: A typo in the file.\n- Resolution: Fixed it.").Incident.RootCause);

    [Fact]
    public void Labels_inside_a_timeline_are_labels_of_entries_and_end_no_section()
    {
        var postmortem = Read("Timeline\nDetection:\n10:30 the pager\nResolution:\nWe rolled back.\n\nRoot cause and resolution\nResolution:\nThe old version.");

        Assert.Equal("The old version.", postmortem.Incident.Resolution);
        Assert.Equal(["the pager", "We rolled back."], postmortem.Timeline.Select(entry => entry.Text));
    }

    [Theory]
    [InlineData("Duration: from 10:00 AM to 12:00 PM (UTC) on June 7, 2024", "2024-06-07 10:00 UTC", "2024-06-07 12:00 UTC")]
    [InlineData("Duration: June 7, 2024, 10:00 UTC - June 8, 2024, 01:00 UTC", "2024-06-07 10:00 UTC", "2024-06-08 01:00 UTC")]
    [InlineData("- Start Time: 2024-06-07, 01:00 PM\n- End Time: 2024-06-07, 02:30 PM", "2024-06-07 13:00 UTC", "2024-06-07 14:30 UTC")]
    [InlineData("On June 7th, 2024, between 9:00 and 11:00 AM, login was down.", "2024-06-07 09:00 UTC", "2024-06-07 11:00 UTC")]
    [InlineData("On June 7th, 2024, between 1:00 and 3:00 PM, login was down.", "2024-06-07 13:00 UTC", "2024-06-07 15:00 UTC")]
    [InlineData("From 6:00 a.m. to 12:16 p.m. GMT+1, January 14, 2020, requests failed.", "2020-01-14 06:00 +01:00", "2020-01-14 12:16 +01:00")]
    [InlineData("From 10:30 PM to 8:30 AM we were down. It was May 10, 2020.", "2020-05-10 22:30 UTC", "2020-05-11 08:30 UTC")]
    [InlineData("Start: 03, 14, 2024, 10:00 AM UTC\nEnd: 03, 14, 2024, 12:30 PM UTC", "2024-03-14 10:00 UTC", "2024-03-14 12:30 UTC")]
    [InlineData("On 2023-01-25 at 09:15 UTC we deployed. By 9:40 UTC traffic had returned to normal.", "2023-01-25 09:15 UTC", "2023-01-25 09:40 UTC")]
    [InlineData("From 2:00 PM to 4:30 on June 7, 2024 UTC, login was down.", "2024-06-07 14:00 UTC", "2024-06-07 16:30 UTC")]
    [InlineData("From 10:30 AM to 1:00 on June 7, 2024 UTC, login was down.", "2024-06-07 10:30 UTC", "2024-06-07 13:00 UTC")]
    [InlineData("On June 7, 2024, from 11:30 PM to 12:15, login was down.", "2024-06-07 23:30 UTC", "2024-06-08 00:15 UTC")]
    [InlineData("On June 7, 2024, from 11:00 to 1:00 AM, login was down.", "2024-06-07 23:00 UTC", "2024-06-08 01:00 UTC")]
    [InlineData("From 2:00 PM to 16:30 on June 7, 2024 UTC, login was down.", "2024-06-07 14:00 UTC", "2024-06-07 16:30 UTC")]
    [InlineData("From June 7, 2024 2:00 PM to June 8, 2024 4:30 login was down.", "2024-06-07 14:00 UTC", "2024-06-08 04:30 UTC")]
    [InlineData("Login was down from December 31 23:50 UTC to January 1, 2025 00:20 UTC.", "2024-12-31 23:50 UTC", "2025-01-01 00:20 UTC")]
    [InlineData("Login was down from December 31, 2024 23:50 UTC to January 1 00:20 UTC.", "2024-12-31 23:50 UTC", "2025-01-01 00:20 UTC")]
    [InlineData("From 11:00 PM to 1:00 AM UTC on January 1, 2025, login was down.", "2024-12-31 23:00 UTC", "2025-01-01 01:00 UTC")]
    [InlineData("From 11:00 PM to 1:00 AM UTC on June 7, login was down.", "--06-06T23:00", "--06-07T01:00")]
    [InlineData("Login was down from 11:00 PM on June 30 to 1:00 AM.", "--06-30T23:00", "--07-01T01:00")]
    [InlineData("From 29 February 2023 23:00 to 01:00 login was down.", null, null)]
    public void Start_and_end_are_read_from_labels_spans_and_prose(string summary, string? start, string? end)
    {
        var postmortem = Read($"Issue Summary\n{summary}\n\nTasks\n- one");

        Assert.Equal((start, end), (postmortem.Milestones.Started?.Moment.Describe(), postmortem.Milestones.Resolved?.Moment.Describe()));
    }

    [Theory]
    [InlineData("from 11:00 PM to 1:00 AM UTC on April 14", "2024-04-13 23:00 UTC")]
    [InlineData("from 23:00 UTC on April 13 to 01:00 UTC", "2024-04-13 23:00 UTC")]
    public void A_span_over_midnight_without_a_year_is_that_of_the_filing(string span, string start)
    {
        var postmortem = Records.Assemble(Records.Incident with { Form = Core.Forms.FormDefinition.None, Body = $"## Summary\n\nLogin was down {span}.\n" });

        Assert.Equal((start, 120), (postmortem.Milestones.Started?.Moment.Describe(), postmortem.Measure("duration").Minutes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("June 7 ")]
    public void Entries_of_a_document_that_states_its_end_alone_lead_up_to_it(string day)
    {
        var postmortem = Read($"## Summary\n\nLogin was down.\n\nResolved: 2024-06-07 12:00 UTC\n\n## Timeline\n\n- {day}10:00 UTC it begins\n- {day}11:00 UTC we look");

        Assert.Equal(["2024-06-07 10:00 UTC", "2024-06-07 11:00 UTC"], postmortem.Timeline.Select(entry => entry.At?.Describe()));
        Assert.Equal(120, postmortem.Measure("duration").Minutes);
    }

    [Fact]
    public void Without_a_date_only_the_times_are_known_and_still_their_difference()
    {
        var postmortem = Read("Summary\nFrom 6PM to 7PM GMT, requests failed.\n\nTimeline\n5:50 PM – complaint\n7 PM – over");

        Assert.Equal("T18:00", postmortem.Milestones.Started?.Moment.ToString());
        Assert.Equal(60, postmortem.Measure("duration").Minutes);
        Assert.Equal(["T17:50", "T19:00"], postmortem.Timeline.Select(entry => entry.At?.ToString()));
    }

    [Fact]
    public void A_document_without_a_stated_start_begins_and_ends_with_its_timeline()
    {
        var postmortem = Read("Overview\nOn August 10, 2023, login was down.\n\nTimeline\n- 11:50 PM: it begins\n- 12:30 AM: it ends");

        Assert.Equal(40, postmortem.Measure("duration").Minutes);
        Assert.Equal("2023-08-11 00:30 UTC", postmortem.Milestones.Resolved?.Moment.Describe());
        Assert.Equal(Core.Incidents.MilestoneBasis.Timeline, postmortem.Measure("duration").Basis);
    }

    [Fact]
    public void A_stated_duration_that_differs_from_start_and_end_is_a_problem() =>
        Assert.Contains(
            Read("Duration: three hours, from 12:00 PM to 4:00 PM on May 10, 2020").Problems,
            problem => problem.Code == "duration-differs");

    [Theory]
    [InlineData("Duration: 2 hours and 15 minutes", 135)]
    [InlineData("Duration: 45 mins", 45)]
    [InlineData("Duration: 1h 30m", 90)]
    [InlineData("Duration: three hours", 180)]
    [InlineData("Duration: 2 hours (9:00 AM - 11:00 AM, UTC)", 120)]
    public void A_duration_in_words_counts_where_nothing_else_says_it(string text, long minutes) =>
        Assert.Equal(minutes, Read(text).Measure("duration").Minutes);

    [Theory]
    [InlineData("### 2024-06-07 10:00\n\nIt begins.\n\n### 10:20\n\nIt goes on,\nand on.\n\nStill.\n\n## 10:40 - 10:50\n\nIt ends.")]
    [InlineData("| Time | What |\n| --- | --- |\n| 2024-06-07 1000HRS | It begins. |\n| 1020HRS | It goes on,<br>and on. |\n| 1040HRS | It ends. |")]
    [InlineData("1. 2024-06-07 10:00 AM UTC: It begins.\n2. 10:20 AM UTC: It goes on, and on.\n3.10:40 AM UTC: It ends.")]
    [InlineData("_2024-06-07 10:00_ – It begins.  \n_10:20_ – It goes on.  \n_10:40_ – It ends.")]
    [InlineData("When was it detected?\n      2024-06-07 10:00 : It begins.\n   actions taken\n          10:20 : It goes on.\n  how it was resolved\n     10:40 : It ends.")]
    [InlineData("&nbsp;•&nbsp;2024-06-07 10:00a: It begins.\n&nbsp;•&nbsp;10:20a: It goes on.\n&nbsp;•&nbsp;10:40a: It ends.")]
    public void A_timeline_is_read_as_headings_table_list_or_lines(string timeline)
    {
        var entries = Read($"## Timeline\n\n{timeline}\n\n# Root cause\n\nA typo.").Timeline;

        Assert.Equal(["10:00", "10:20", "10:40"], entries.Select(entry => entry.At!.Describe()[11..16]));
        Assert.StartsWith("It goes on", entries[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Timeline (all times in Pacific Time)\n\n", "-07:00")]
    [InlineData("Timeline\n\nAll times in GMT+2\n\n", "+02:00")]
    [InlineData("Timeline (EAT)\n", "+03:00")]
    public void A_phrase_about_all_times_gives_their_zone(string heading, string offset)
    {
        var entry = Assert.Single(Read($"Summary\nIt was on May 10, 2020.\n\n{heading}10:00 it begins").Timeline);

        Assert.EndsWith(offset, entry.At!.Describe(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60% of our user base (around 12,000 users)", 60.0)]
    [InlineData("affecting 100% of them", 100.0)]
    [InlineData("100% of the departments could not use it", 100.0)]
    [InlineData("a 30% decrease in user engagement", null)]
    [InlineData("the disk was 95% of capacity, users saw errors", null)]
    public void A_share_counts_only_where_it_counts_people(string text, double? percent) =>
        Assert.Equal(percent, Read($"Summary\nLogin was down, {text}.").Incident.UsersAffectedPercent);

    [Fact]
    public void Tasks_and_improvements_are_told_apart_by_their_labels()
    {
        var postmortem = Read("Corrective and preventative measures\n- **Improvements**:\n  - one\n  - two\n- **Tasks**:\n  1. **Three**: x\n  2. four\n\nBy doing so we are safe.");

        Assert.Equal(["one", "two"], postmortem.Incident.Improvements);
        Assert.Equal(["Three: x", "four"], postmortem.FollowUps.Select(followUp => followUp.Task.Title));
    }

    [Fact]
    public void One_list_that_is_not_told_apart_is_improvements()
    {
        var postmortem = Read("Corrective and preventative measures\nGoing forward:\n1, one\n   2, two");

        Assert.Equal(["one", "two"], postmortem.Incident.Improvements);
        Assert.Empty(postmortem.FollowUps);
    }

    [Theory]
    [InlineData("---\ntitle: Login is down\n---\n\n## Summary\nx", "Login is down")]
    [InlineData("+++\ntitle = \"Login is down\"\n+++\n\n## Summary\nx", "Login is down")]
    [InlineData("# My first postmortem\n\n## Login is down\n\n### Summary\nx", "Login is down")]
    [InlineData("Login is down\n\nSUMMARY\nx", "Login is down")]
    [InlineData("**Login is down**\n\n**Summary**\nx", "Login is down")]
    [InlineData("Issue summary:\nx", null)]
    public void The_title_stands_before_the_first_section(string body, string? title) =>
        Assert.Equal(title ?? "", Read(body).Incident.Title);

    [Theory]
    [InlineData("# payments\\_api is down", "payments_api is down")]
    [InlineData("# C\\# workers crash", "C# workers crash")]
    [InlineData("# Search \\[EU\\] 5xx", "Search [EU] 5xx")]
    [InlineData("# \\*Everything\\* is slow", "*Everything* is slow")]
    [InlineData("# 1\\. Login down", "1. Login down")]
    [InlineData("# Cluster &lt;prod&gt; down &amp; slow", "Cluster <prod> down & slow")]
    [InlineData("# Login [link](http://example.com/a_b) is down", "Login link is down")]
    [InlineData("# **Login** is down", "Login is down")]
    [InlineData("# <b>x</b>", "x")]
    [InlineData("# Queue `jobs_a` is ~~slow~~ stuck", "Queue jobs_a is slow stuck")]
    [InlineData("# ![logo](logo.png) Login is down", "Login is down")]
    [InlineData("# [bold][31m Search [EU is *slow", "[bold][31m Search [EU is *slow")]
    [InlineData("# <https://example.com> is down", "https://example.com is down")]
    [InlineData("**Login** and \\*search\\* are down", "Login and *search* are down")]
    public void A_title_is_what_people_see_of_it(string heading, string title) =>
        Assert.Equal(title, Read($"{heading}\n\n## Root cause\n\nA typo.\n").Incident.Title);

    [Theory]
    [InlineData("# https://shop.example.com is down\n\n## Root cause\nx", "https://shop.example.com is down")]
    [InlineData("# Tasks are not processed\n\n## Root cause\nx", "Tasks are not processed")]
    [InlineData("# Timeline of a customer is empty\n\n## Root cause\nx", "Timeline of a customer is empty")]
    [InlineData("# Impact: nobody can pay\n\n## Root cause\nx", "Impact: nobody can pay")]
    [InlineData("[Back](README.md)\n\n# Login is down\n\n## Root cause\nx", "Login is down")]
    [InlineData("For our own people only. Do not pass it on.\n\n# Login is down\n\n## Root cause\nx", "Login is down")]
    [InlineData("# Postmortem\n\nLogin is down\n\n## Root cause\nx", "Login is down")]
    [InlineData("---\nincident: 42\n---\n\n# Timeline\n\n## Root cause\nx", "Timeline")]
    [InlineData("# Timeline\n\n- 10:00 x\n\n# Root cause\nx", null)]
    [InlineData("# Timeline (all times in UTC)\n\n- 10:00 x\n\n## Root cause\nx", null)]
    [InlineData("# Debugging timeline\n\n- 10:00 x\n\n# Root cause\nx", null)]
    [InlineData("```\n# a comment in code\n```\n\n## Root cause\nx", null)]
    public void The_first_heading_of_level_one_is_the_title_unless_it_is_a_section(string body, string? title) =>
        Assert.Equal(title ?? "", Read(body).Incident.Title);

    [Fact]
    public void A_title_of_whatever_marks_is_read_in_time_that_grows_with_it() =>
        Growth.IsLinear(length => $"# {Growth.Heap("[**a_", length)}\n\n## Root cause\nx", text => TitleReader.Of(text));

    [Fact]
    public void Unknown_sections_are_kept_whole_in_their_order() =>
        Assert.Equal(
            ["The drama", "Trivia"],
            Read("## Summary\n\nx\n\n## The drama\n\nOh no.\n\n- really\n\n## Trivia\n\ny").Incident.Answers.Extra.Select(section => section.Label));

    [Fact]
    public void One_date_that_leaves_no_choice_settles_the_others()
    {
        var postmortem = Read("Start: 12/03/2024 at 09:15\nEnd: 13/03/2024 at 08:30\n\nTimeline\n12/03/2024 09:15 it begins");

        Assert.Equal("2024-03-12 09:15 UTC", postmortem.Milestones.Started?.Moment.Describe());
        Assert.Equal("2024-03-12 09:15 UTC", Assert.Single(postmortem.Timeline).At?.Describe());
    }

    [Theory]
    [InlineData("under 3 hours")]
    [InlineData("10-15 minutes")]
    [InlineData("more than 2 hours")]
    public void A_bound_is_no_duration(string duration) => Assert.Null(Read($"Duration: {duration}").Measure("duration").Minutes);

    [Fact]
    public void A_teams_own_names_of_sections_are_known() =>
        Assert.Equal(
            "Ein Tippfehler.",
            Records.Assemble(
                new IncidentRecord(null, "", "## Ursache\n\nEin Tippfehler.", null, null, null, "file.md", [], Records.Form, [], []),
                new() { Names = new Dictionary<string, string> { ["Ursache"] = "root-cause" } }).Incident.RootCause);

    [Theory]
    [InlineData("14h30 it begins", "T14:30")]
    [InlineData("2.15 PM - it begins", "T14:15")]
    [InlineData("At 10:05hrs, it begins", "T10:05")]
    [InlineData("From 10:05 AM to 10:20 AM: it begins", "T10:05")]
    public void A_time_is_read_in_further_ways(string line, string at) =>
        Assert.Equal(at, Assert.Single(Read($"Timeline\n- {line}").Timeline).At?.ToString());

    [Fact]
    public void A_timeline_told_as_prose_gives_an_entry_for_each_sentence_with_a_time() =>
        Assert.Equal(
            ["T20:15", "T20:22"],
            Read("Timeline\n\nAt 8:15 p.m. the pager went off. At 8:22 p.m. we rolled back.").Timeline.Select(entry => entry.At?.ToString()));

    [Fact]
    public void A_table_of_facts_is_read_like_labelled_lines() =>
        Assert.Equal(15, Read("## Summary\n\n| Fact | Value |\n| --- | --- |\n| Users affected | 15% |\n| Severity | SEV2 |").Incident.UsersAffectedPercent);

    [Fact]
    public void A_table_of_tasks_gives_what_is_to_be_done_who_does_it_and_by_when()
    {
        var task = Assert.Single(Read("## Action items\n\n| # | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| 1 | Add an alert | @jun | 2024-06-01 | open |").Incident.Tasks);

        Assert.Equal(("Add an alert", "jun", "2024-06-01"), (task.Title, task.Owner, task.Due?.ToString("uuuu-MM-dd", null)));
    }

    [Theory]
    [InlineData("Login is down\n=============\n\nRoot cause\n----------\nA typo.")]
    [InlineData("#Login is down\n\n##Root cause\nA typo.")]
    public void Headings_may_be_underlined_or_lack_their_blank(string body)
    {
        var postmortem = Read(body);

        Assert.Equal(("Login is down", "A typo."), (postmortem.Incident.Title, postmortem.Incident.RootCause));
    }

    [Theory]
    [InlineData("only 6% of them could log in")]
    [InlineData("60% of users were not affected")]
    public void The_share_of_those_who_were_well_is_not_the_one_of_those_who_suffered(string text) =>
        Assert.Null(Read($"Summary\nLogin was slow, {text}.").Incident.UsersAffectedPercent);

    [Fact]
    public void What_was_down_and_what_users_felt_is_read_from_the_questions_of_an_assignment()
    {
        var incident = Read("""
            Impact:
            What service was down/slow? The login API.
            What were users experiencing? Nobody could log in.
            How many % of the users were affected? 60%

            Tasks to Address the Issue:
            Task 1: Add an alert
            Task 2: Test the rollback
            """).Incident;

        Assert.Equal(["The login API."], incident.Services);
        Assert.Equal(("Nobody could log in.", 60.0), (incident.Impact, incident.UsersAffectedPercent));
        Assert.Equal(["Add an alert", "Test the rollback"], incident.Tasks.Select(task => task.Title));
    }

    [Fact]
    public void Where_one_list_was_read_as_improvements_the_pull_request_offers_to_make_tasks_of_it() =>
        Assert.Contains(
            "put them under a heading `Tasks`",
            Read("Preventive measures\n- one\n- two").Problems.Single(problem => problem.Code == "no-tasks").Fix, StringComparison.Ordinal);

    [Fact]
    public void A_heading_in_a_fence_is_none() =>
        Assert.Contains("# Tasks", Read("## Root cause\n\n```\n# Tasks\n- rm -rf\n```\n\n## Timeline\n\n10:00 x").Incident.RootCause, StringComparison.Ordinal);

    [Theory]
    [InlineData("Root cause - A typo.", "A typo.")]
    [InlineData("Root cause – A typo.\nFix – a new file", "A typo.")]
    [InlineData("The root cause was a typo", "The root cause was a typo")]
    [InlineData("We met.\n\nRoot cause was a typo\n\nWe went home.", "Root cause was a typo")]
    public void A_sentence_about_the_cause_is_no_heading_and_a_dash_ends_a_name_as_a_colon_does(string text, string cause) =>
        Assert.Equal(cause, Read(text).Incident.RootCause);

    [Fact]
    public void A_first_heading_that_says_what_happens_begins_no_list_of_tasks()
    {
        var postmortem = Read("# Tasks are not processed\n\n- customers wait\n\n# Tasks for us\n\n- Add an alert");

        Assert.Equal(["Add an alert"], postmortem.Incident.Tasks.Select(task => task.Title));
        Assert.Contains("customers wait", postmortem.Incident.Answers.Preamble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Severity: SEV2\n\nThe switch burned down.")]
    [InlineData("*Priority:* SEV2\nThe switch burned down.")]
    [InlineData("**Severity:** SEV2\n\n**What did we do?**\nThe switch burned down.")]
    [InlineData("Affected services: login\n\nThe switch burned down.")]
    [InlineData("- **Services:** login\n- **Commander:** The switch burned down.")]
    [InlineData("Started: 2024-06-07 10:00 UTC\nThe switch burned down.")]
    [InlineData("Users affected: 30%\n\nThe switch burned down.")]
    [InlineData("Detected by: a customer\nHow it was detected: a customer\n\nThe switch burned down.")]
    public void What_stands_below_a_fact_in_one_line_is_not_of_it_and_stays(string body)
    {
        var incident = Read(body).Incident;

        Assert.EndsWith("The switch burned down.", incident.Answers.Preamble, StringComparison.Ordinal);
        Assert.DoesNotContain("switch", incident.Severity + incident.DetectedHow + string.Join(' ', incident.Services), StringComparison.Ordinal);
    }

    [Fact]
    public void What_went_poorly_is_not_what_went_well() =>
        Assert.Equal("- nobody had access", Read("What went well:\n- the alert\n\nWhat went poorly:\n- nobody had access").Incident.Answers["went-wrong"]?.Text);

    [Fact]
    public void What_stands_below_facts_of_a_section_is_of_the_section() =>
        Assert.Equal("Login was down.\n\nThe switch burned down.", Read("## Summary\n\nLogin was down.\n\nSeverity: SEV2\n\nThe switch burned down.").Incident.Answers["summary"]?.Text);

    [Fact]
    public void A_row_of_facts_that_means_nothing_to_us_is_of_no_other_row()
    {
        var incident = Read("| | |\n|---|---|\n| **Customer impact** | Images are missing |\n| **IC** | Priya |\n| **Severity** | SEV2 |\n| **TTD** | 7 min |").Incident;

        Assert.Equal(("Images are missing", "SEV2"), (incident.Impact, incident.Severity));
        Assert.Equal("| | |\n|---|---|\n| **IC** | Priya |\n| **TTD** | 7 min |", incident.Answers.Preamble);
    }

    [Theory]
    [InlineData("Copied from the chat.\n\n[10:42] ann: errors\n[10:51] ben: a deployment?\n[11:12] ann: all good again", "Copied from the chat.")]
    [InlineData("Login was down.\n\n**What did we do?**\n- 10:42 errors\n- 10:51 a deployment?\n- 11:12 all good again\n\n**Thanks** to all", "Login was down.\n\n\n**Thanks** to all")]
    [InlineData("Impact: nobody could log in\n\n1) 10:42 - errors\n2) 10:51 - a deployment?\n3) 11:12 - all good again", "")]
    [InlineData("10:42 errors\n10:51 a deployment?\n11:12 all good again", "")]
    [InlineData("10:42 errors\n10:51 a deployment?\n11:12 all good again\n\nThanks:", "Thanks:")]
    [InlineData("## Chat\n\n10:42 errors\n10:51 a deployment?\nand a long one\n11:12 all good again\n\n## Root cause\n\nA typo.", "")]
    public void Lines_that_begin_with_a_time_are_the_timeline_where_nothing_is_named_so(string body, string preamble)
    {
        var postmortem = Read(body);

        Assert.Equal(["T10:42", "T10:51", "T11:12"], postmortem.Timeline.Select(entry => entry.At?.ToString()));
        Assert.Equal(preamble, postmortem.Incident.Answers.Preamble);
    }

    [Fact]
    public void Of_a_status_page_each_time_is_that_of_the_words_above_it() =>
        Assert.Equal(
            ["11:12 **Resolved** - It is over.", "10:51 **Monitoring** - A fix is out.", "10:42 **Investigating** - We are looking."],
            Read("**Resolved** - It is over.\nJun 7, 11:12 UTC\n\n**Monitoring** - A fix is out.\nJun 7, 10:51 UTC\n\n**Investigating** - We are looking.\nJun 7, 10:42 UTC")
                .Timeline.Select(entry => $"{entry.At!.Time:HH':'mm} {entry.Text}"));

    [Theory]
    [InlineData("Login was down.\n\n10:42 errors\n10:51 a deployment?")]
    [InlineData("Login was down.\n\n```\n10:42:01 GET /\n10:42:02 GET /\n10:42:03 GET /\n```")]
    [InlineData("10:42 errors\n11:02 more\n12:02 most\n\n## Timeline\n\nWe were asleep.")]
    public void Few_such_lines_a_log_and_what_stands_beside_a_timeline_are_none(string body) =>
        Assert.DoesNotContain(Read(body).Timeline, entry => entry.At is not null);

    [Theory]
    [InlineData("```\n10:42 errors\n11:12 all good again\n```")]
    [InlineData("```text\n10:42 errors\n11:12 all good again\n```\n\n")]
    [InlineData("(CET)\n07.06.2024\n10:42 errors\n11:12 all good again")]
    [InlineData("- 10:42 Uhr: errors\n- 11:12 Uhr all good again\n\n```\n10:42:17 GET /\n```")]
    public void A_timeline_is_read_in_a_fence_too_and_its_zone_is_no_entry(string timeline) =>
        Assert.Equal(["10:42 errors", "11:12 all good again"], Read($"## Timeline\n\n{timeline}").Timeline.Select(entry => $"{entry.At!.Time:HH':'mm} {entry.Text}"));

    [Theory]
    [InlineData("Am 07.06.2024 von 10:00 Uhr bis 12:00 Uhr war der Shop langsam.")]
    [InlineData("On 07.06.2024, from 10:00 to 12:00, the shop was slow.\n\n- Add an alert until 2024-06-28")]
    [InlineData("On June 7, from 10:00 to 12:00, the shop was slow.\n\n- Add an alert until 2024-06-28")]
    public void Until_when_something_is_to_be_done_is_not_the_day_of_the_incident(string body)
    {
        var postmortem = Records.Assemble(new IncidentRecord(42, "", body, null, Records.At("2024-06-07T13:00:00Z"), null, Records.Url, [], Records.Form, [], []));

        Assert.Equal(("2024-06-07 10:00 UTC", "2024-06-07 12:00 UTC"), (postmortem.Milestones.Started?.Moment.Describe(), postmortem.Milestones.Resolved?.Moment.Describe()));
    }

    private static Postmortem Read(string body) => Records.Assemble(new IncidentRecord(
        null, "", body, null, null, null, "file.md", [], Records.Form, [], []));
}
