using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.Reviews;

/// <summary>The review as a whole: its order, its levels, and documents that are none.</summary>
public class ReviewTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# Shopping list\n\n- bread\n- butter\n")]
    [InlineData("<html><body><script>alert(1)</script></body></html>")]
    public void What_is_no_postmortem_any_more_is_one_error(string text)
    {
        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal(("not-a-postmortem", ProblemLevel.Error), (finding.Code, finding.Level));
    }

    [Fact]
    public void What_is_too_long_is_not_read()
    {
        Assert.Equal(["too-long"], Paper.Codes(Paper.Good + new string('x', 200_000)));
        Assert.Equal(["too-long"], Paper.Codes(Paper.Good + new string('7', 400_000)));
    }

    [Fact]
    public void The_numbers_of_issues_change_nothing_in_it()
    {
        var text = Paper.Saying("We should have known.").Replace("@jun", "", StringComparison.Ordinal) + new string('x', 199_000 - Paper.Good.Length);

        Assert.Equal(Paper.Review(text).Findings, Paper.Review(text.Replace("43", new string('9', 900), StringComparison.Ordinal)).Findings);
    }

    [Fact]
    public void Whatever_somebody_makes_of_a_document_it_is_reviewed()
    {
        var lines = Paper.Good.Split('\n');
        string[] wreckage = ["---", "```", "<!--", "[a](", "| --- |", "> > > >", "\u202E\u0000", "- 25:61 Detection", "````````", "***", "\ud800", new string('[', 2000), new string('>', 2000)];
        foreach (var piece in wreckage)
        {
            for (var i = 0; i < lines.Length; i += 3)
            {
                var text = string.Join('\n', lines[..i].Append(piece).Concat(lines[(i + 1)..]));
                Assert.All(Paper.Review(text).Findings, finding => Assert.InRange(finding.Line, 1, text.Split('\n').Length));
            }
        }
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_lines_and_are_the_same_every_time()
    {
        var text = Paper.Without("Escalation").Replace("@jun", "", StringComparison.Ordinal).Replace("A deployment", "We should have known. A deployment", StringComparison.Ordinal);

        var review = Paper.Review(text);

        Assert.True(review.Findings.Count >= 3);
        Assert.Equal(review.Findings.OrderBy(finding => finding.Line), review.Findings);
        Assert.Equal(review.Findings, Paper.Review(text).Findings);
        Assert.Equal(review.Findings, Paper.Review(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Findings);
    }

    [Fact]
    public void Lines_count_from_the_top_of_the_file()
    {
        var text = "---\nincident: 42\n---\n\n" + Paper.Saying("We should have known.");

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal("We should have known.", text.Split('\n')[finding.Line - 1]);
    }

    [Theory]
    [InlineData(FailOn.Never, false, false)]
    [InlineData(FailOn.Error, false, true)]
    [InlineData(FailOn.Warning, true, true)]
    public void The_team_says_what_fails_a_run(FailOn rule, bool onWarning, bool onError)
    {
        Assert.Equal(onWarning, Paper.Review(Paper.Without("Escalation")).Fails(rule));
        Assert.Equal(onError, Paper.Review("").Fails(rule));
        Assert.False(Paper.Review(Paper.Saying("We should have known.")).Fails(rule));
        Assert.False(Paper.Review(Paper.Without("Escalation") + "\n<!-- review: ok missing-escalation - one team -->").Fails(rule));
    }

    [Fact]
    public void Words_are_judged_in_English_only()
    {
        const string German = "Die Kasse nahm keine Gutscheine mehr an und niemand konnte bezahlen, bis die alte Version wieder lief. ";
        var text = Paper.With("Add an alert on keys that no server has loaded", "Alarm auf fehlende Schlüssel einrichten")
            .Replace("A deployment switched", string.Concat(Enumerable.Repeat(German, 20)), StringComparison.Ordinal);

        Assert.Empty(Paper.Codes(text));
    }

    [Fact]
    public void Every_code_stands_in_the_table_once() =>
        Assert.Equal(FindingKinds.All.Count, FindingKinds.All.Select(kind => kind.Code).Distinct().Count());

    /// <summary>Ways in which real documents are written, each with the one thing that is wrong with it.</summary>
    [Theory]
    [InlineData("Duration: the outage lasted 1 hour, from 11:00 AM to 12:00 PM on May 25, 2024.", "- 11:00 AM: Detected by an alert.\n- 12:00 PM: Resolved.", "- Add a test @jun due 2024-06-01 #7", "missing-zone")]
    [InlineData("Duration: May 25, 2024, 11:00 AM UTC to 12:00 PM UTC", "- 11:00 AM: Detected by an alert.\n- 12:00 PM: Resolved.", "", "missing-tasks")]
    [InlineData("Start time: May 5, 2024, 03:30 AM (UTC)\nEnd time: May 8, 2024, 10:50 PM (UTC)", "Detection:\nAn alert pinged us at 10:30 AM.", "- Add a test @jun due 2024-06-01 #7", "detected-late")]
    [InlineData("Start time: May 5, 2024, 14:30 UTC\nEnd time: May 5, 2024, 17:45 UTC", "- 14:30 UTC: Issue detected\nAn alert fired.\n\n- 15:45 UTC: Escalation\nThe other team came.\n\n- 17:00 UTC: Resolution\nIt was fixed.", "- Add a test @jun due 2024-06-01 #7", "resolution-differs")]
    public void A_careful_reader_points_at_it(string duration, string timeline, string tasks, string code)
    {
        var text = $"Issue Summary\n{duration}\nImpact: The login service was down, and 30% of users could not log in.\n\nTimeline\n{timeline}\n\n"
            + "Root cause: a bug in the new release of the login made every login fail.\n\nResolution: the release was rolled back and the bug was taken out of it.\n\n"
            + $"Improvements:\n- Better reviews\n\nTasks:\n{tasks}\n";

        Assert.Equal([code], Paper.Codes(text).Except(["severity-unknown", "silence"]));
    }
}
