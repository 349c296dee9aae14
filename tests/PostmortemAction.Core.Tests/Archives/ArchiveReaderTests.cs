using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Tests.Archives;

public class ArchiveReaderTests
{
    [Fact]
    public void A_row_holds_what_the_document_says()
    {
        var row = Documents.Read(Documents.Text(services: "login, shop", more: "## Impact\n\n30% of users could not log in.\n\n## Tasks\n\n- [x] Add a test\n- [ ] Add an alert\n- [ ] Tell people\n"));

        Assert.Equal(new LocalDate(2024, 4, 14), row.Date);
        Assert.Equal(("Login is down", "SEV2", 60, 5, 30), (row.Title, row.Severity, row.DurationMinutes, row.DetectMinutes, row.UsersAffectedPercent));
        Assert.Equal(["login", "shop"], row.Services);
        Assert.Equal((3, 2, 1), (row.FollowUps, row.Open, row.Done));
        Assert.Empty(row.Gaps);
        Assert.Empty(row.Problems);
    }

    [Fact]
    public void A_label_that_came_later_than_the_stated_end_contradicts_nothing_and_what_people_told_does()
    {
        Assert.Empty(Read("#event-7").Problems);
        Assert.Equal("resolved-after-end", Assert.Single(Read("#issuecomment-7").Problems).Code);
        Assert.Equal(60, Read("#event-7").DurationMinutes);

        static ArchiveRow Read(string proof) => Documents.Read(Documents.Text(more:
            $"## Timeline\n\n| Time | What | Kind | Proof |\n| --- | --- | --- | --- |\n| 10:05 | The pager goes off | detection | [proof](https://github.com/acme/shop/issues/1) |\n| 11:20 | Labelled `resolved` | resolution | [proof](https://github.com/acme/shop/issues/1{proof}) |\n"));
    }

    [Fact]
    public void What_the_document_does_not_say_is_unknown_with_a_reason()
    {
        var row = Documents.Read("# Login was slow\n\n## Root cause\n\nA typo.\n");

        Assert.Null(row.Date);
        Assert.Null(row.DurationMinutes);
        Assert.Null(row.DetectMinutes);
        Assert.Null(row.FollowUps);
        Assert.Equal(
            [ArchiveColumns.Date, ArchiveColumns.Severity, ArchiveColumns.Services, ArchiveColumns.Duration, ArchiveColumns.Detect, ArchiveColumns.Users, ArchiveColumns.FollowUps],
            row.Gaps.Select(gap => gap.Column));
        Assert.All(row.Gaps, gap => Assert.NotEmpty(gap.Reason));
        Assert.Equal([ArchiveCells.Unknown, "Login was slow", .. Enumerable.Repeat(ArchiveCells.Unknown, 6)], ArchiveCells.Of(row));
    }

    [Theory]
    [InlineData("2024/2024-04-14-login.md", "2024-04-14")]
    [InlineData("postmortem-2024-04-14.md", "2024-04-14")]
    [InlineData("2024-04-14/login.md", null)]
    [InlineData("2024-02-30-login.md", null)]
    [InlineData("12024-04-14.md", null)]
    public void Without_a_start_the_date_is_the_one_in_the_name_of_the_file(string path, string? date) =>
        Assert.Equal(date ?? ArchiveCells.Unknown, ArchiveCells.Of(Documents.Read("# Login was slow\n\n## Root cause\n\nA typo.\n", path))[0]);

    [Fact]
    public void The_stated_start_counts_more_than_the_name_of_the_file() =>
        Assert.Equal(new LocalDate(2024, 4, 14), Documents.Read(Documents.Text(), "2024-04-20-login.md").Date);

    [Theory]
    [InlineData("- Add a test\n- Add an alert", null)]
    [InlineData("- [x] Add a test\n- Add an alert", null)]
    [InlineData("- [X] Add a test\n- [x] Add an alert", 2)]
    [InlineData("1. [ ] Add a test\n2. [x] Add an alert", 1)]
    public void Open_and_done_are_known_only_where_every_task_has_a_box(string tasks, int? done)
    {
        var row = Documents.Read(Documents.Text(more: $"## Tasks\n\n{tasks}\n"));

        Assert.Equal((2, done), (row.FollowUps, row.Done));
        Assert.Equal(done is null, row.Gaps.Any(gap => gap.Column == ArchiveColumns.FollowUps));
        Assert.Equal(done is null ? "2 named" : $"{2 - done} open, {done} done", ArchiveCells.Of(row)[^1]);
    }

    [Fact]
    public void A_sentence_about_services_is_no_name_of_one()
    {
        var row = Documents.Read(Documents.Text(services: "During the outage, the primary website was inaccessible to all users."));

        Assert.Empty(row.Services);
        Assert.Contains(row.Gaps, gap => gap is { Column: ArchiveColumns.Services, Reason: "they are told in a sentence, not named" });
    }

    [Theory]
    [InlineData("- Users affected: not known")]
    [InlineData("- **Users affected**: not known")]
    [InlineData("| Fact | Value | How it is known |\n| --- | --- | --- |\n| Users affected | not known | Comment `/affected 30%`. |")]
    public void A_share_of_users_that_the_document_calls_not_known_is_not_read_off_its_prose(string fact)
    {
        var row = Documents.Read(Documents.Text(more: $"## Summary\n\n{fact}\n\n## Impact\n\n50 % of the customers in the EU could not pay.\n"));

        Assert.Null(row.UsersAffectedPercent);
        Assert.Contains(row.Gaps, gap => gap is { Column: ArchiveColumns.Users, Reason: "it says that the share is not known" });
    }

    [Theory]
    [InlineData("[#45](https://github.com/acme/shop/issues/45) ✓", "[#46](https://github.com/acme/shop/issues/46)", 1, 2)]
    [InlineData("[#45](https://github.com/acme/shop/issues/45)", "[acme/login#46](https://github.com/acme/login/issues/46) ✓", 1, 0)]
    [InlineData("[#45](https://github.com/acme/shop/issues/45) ✓", "–", null, 0)]
    public void In_a_table_of_tasks_a_tick_behind_the_issue_is_the_box(string first, string second, int? done, int issues)
    {
        var row = Documents.Read(Documents.Text(more: $"## Action Items\n\n| Action item | Owner | Bug |\n| --- | --- | --- |\n| Add a test | – | {first} |\n| Add an alert | @jun | {second} |\n"));

        Assert.Equal((2, done, issues), (row.FollowUps, row.Done, row.FollowUpIssues.Count));
        Assert.Equal(
            done is null ? ["not each of its tasks has a box to tick or an issue whose state is known, so how many are open is not known"] : [],
            row.Gaps.Where(gap => gap.Column == ArchiveColumns.FollowUps).Select(gap => gap.Reason));
    }

    [Fact]
    public void Where_a_document_contradicts_itself_it_says_so_and_the_row_stays()
    {
        var row = Documents.Read("# Login is down\n\n- Start: 2024-04-14 10:00 UTC\n- End: 2024-04-14 09:00 UTC\n");

        Assert.Equal(["negative-measure"], row.Problems.Select(problem => problem.Code));
        Assert.All(row.Problems, problem => Assert.Equal("login.md", problem.Place));
        Assert.Null(row.DurationMinutes);
    }

    [Fact]
    public void A_duration_of_more_than_ten_years_is_not_known_and_said()
    {
        var row = Documents.Read("# Login is down\n\n## Summary\n\nDuration: 99999999999 days\n\n## Root cause\n\nA typo.\n");

        Assert.Equal(ArchiveCells.Unknown, ArchiveCells.Of(row)[4]);
        Assert.Equal(["duration-too-long"], row.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Metadata_that_differs_from_the_text_is_one_problem()
    {
        var row = Documents.Read($"---\nincident: 42\nduration_minutes: 90\n---\n\n{Documents.Text()}");

        Assert.Equal(42, row.Incident);
        Assert.Equal(["front-matter-differs"], row.Problems.Select(problem => problem.Code));
        Assert.Equal(60, row.DurationMinutes);
    }

    [Theory]
    [InlineData("---\nincident: 42\nseverity: \"SEV2\"\n\n", "login.md:1")]
    [InlineData("---\nincident: 42\n<<<<<<< HEAD\nseverity: SEV2\n---\n", "login.md:3")]
    public void Broken_metadata_is_one_problem_at_its_line(string head, string place)
    {
        var row = Documents.Read(head + Documents.Text());

        Assert.Equal((place, "front-matter-broken"), (Assert.Single(row.Problems).Place, row.Problems[0].Code));
        Assert.Equal(60, row.DurationMinutes);
    }

    [Fact]
    public void A_ruler_and_metadata_of_others_are_not_broken()
    {
        Assert.Empty(Documents.Read($"---\n\n{Documents.Text()}").Problems);
        Assert.Empty(Documents.Read($"---\nlayout: post\ntags:\n- a\n  b: c\n# note\n\nurl: https://example.com\n---\n{Documents.Text()}").Problems);
    }

    [Fact]
    public void A_date_that_has_not_come_yet_is_a_problem_and_the_row_stays()
    {
        var row = Documents.Read(Documents.Text(day: "2042-04-14"));

        Assert.True(row.IsInFuture);
        Assert.Equal(["date-in-future"], row.Problems.Select(problem => problem.Code));
        Assert.False(Documents.Read(Documents.Text(day: "2030-01-02")).IsInFuture);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Shopping list\n\nWe need milk.\n")]
    public void What_tells_of_no_incident_is_no_row(string text)
    {
        var refused = Assert.Throws<ProblemException>(() => Documents.Read(text, "notes.md"));

        Assert.Equal(("archive-nothing-read", "notes.md"), (Assert.Single(refused.Problems).Code, refused.Problems[0].Place));
    }
}
