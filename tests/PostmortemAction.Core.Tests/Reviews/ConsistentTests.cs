using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Tests.Reviews;

/// <summary>What a document says against itself, and against what its times give.</summary>
public class ConsistentTests
{
    [Fact]
    public void A_stated_duration_that_is_not_from_start_to_end_is_found() =>
        Assert.Contains("duration-differs", Paper.Codes(Paper.With("120 min, from", "45 min, from")));

    [Theory]
    [InlineData("**Date:** 5 May 2025\n**Duration:** 2 hours\n\n## Summary\nDNS failed for all users between 10:00 and 12:30 UTC.\n", true)]
    [InlineData("**Date:** 5 May 2025\n**Duration:** 2.5 hours\n\n## Summary\nDNS failed for all users between 10:00 and 12:30 UTC.\n", false)]
    [InlineData("## Summary\n\nDNS was down for 3 hours, from 2025-05-05 10:00 UTC to 2025-05-05 12:00 UTC. 30% of users could not pay.\n", true)]
    [InlineData("## Summary\n\nThe outage lasted three hours (from 2025-05-05 10:00 UTC to 2025-05-05 12:00 UTC).\n", true)]
    [InlineData("## Summary\n\nDNS was down for about 2 hours, from 2025-05-05 10:00 UTC to 2025-05-05 12:00 UTC.\n", false)]
    [InlineData("## Summary\n\nDNS was down for 5 minutes at a time from 2025-05-05 10:00 UTC to 2025-05-05 12:00 UTC.\n", false)]
    [InlineData("## Summary\n\nDNS was down for over 1 hour, from 2025-05-05 10:00 UTC to 2025-05-05 12:00 UTC.\n", false)]
    public void A_duration_that_the_prose_contradicts_is_found_wherever_it_stands(string text, bool isFound) =>
        Assert.Equal(isFound, Paper.Codes($"# DNS outage\n\n{text}\n## Root cause\n\nA typo.\n").Contains("duration-differs"));

    [Fact]
    public void A_stated_duration_of_more_than_ten_years_is_found() =>
        Assert.Contains("figure-unreadable", Paper.Codes(Paper.With("120 min, from", "9999999 hours, from")));

    [Fact]
    public void A_resolution_before_the_stated_end_is_told_at_its_line()
    {
        var text = Paper.With("- 12:00 Resolution", "- 11:45 Resolution");

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal(("resolution-differs", "This entry resolves the incident 15 min before the stated end, 2024-04-14 12:00 UTC."), (finding.Code, finding.Message));
        Assert.StartsWith("- 11:45", text.Split('\n')[finding.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_outside_the_incident_is_told_at_its_line()
    {
        var text = Paper.With("- 10:10 Investigation", "- 2024-04-14 09:10 UTC Investigation");

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal("entry-outside", finding.Code);
        Assert.Contains("09:10", text.Split('\n')[finding.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_the_minute_of_the_start_is_inside_whatever_its_seconds() =>
        Assert.Equal([], Paper.Codes(Paper.With("from 2024-04-14 10:00 UTC", "from 2024-04-14 10:00:45 UTC")));

    [Fact]
    public void A_row_that_links_to_an_event_of_GitHub_is_nobodys_story() =>
        Assert.Empty(Paper.Codes(Paper.With("- 12:00 Resolution: every login succeeds again", """
            - 12:00 Resolution: every login succeeds again

            | Time | What | Kind | Who |
            | --- | --- | --- | --- |
            | [12:04](https://github.com/acme/shop/issues/42#event-11) | Labelled `resolved` | resolution | mira |
            """)));

    [Fact]
    public void A_detection_hours_after_the_start_is_asked_about()
    {
        var text = Paper.With("- 10:00 Detection", "- 11:05 Detection");

        Assert.Contains(Paper.Review(text).Open, finding => finding.Code == "detected-late" && finding.Message == "It was detected 65 min (1 h 5 min) after the start.");
    }

    [Fact]
    public void An_end_before_the_start_is_an_error() =>
        Assert.Contains(
            Paper.Review(Paper.With("to 2024-04-14 12:00 UTC", "to 2024-04-13 12:00 UTC")).Open,
            finding => finding is { Code: "times-crossed", Level: ProblemLevel.Error });

    [Fact]
    public void A_figure_that_was_left_behind_is_told_at_its_line()
    {
        var text = Paper.Good + "\n\n## Measures\n\n| Measure | Value | How |\n| --- | --- | --- |\n| Time to resolve | 90 min (1 h 30 min) | |\n";

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal(("measure-differs", text.Split('\n').Length - 1), (finding.Code, finding.Line));
    }

    [Theory]
    [InlineData("| Time to resolve | 90\u00A0min (1\u00A0h\u00A030\u00A0min) | `resolved_at - detected_at` |", true)]
    [InlineData("| Time to resolve | 120\u00A0min (2\u00A0h) | `resolved_at - detected_at` |", false)]
    public void A_figure_with_the_spaces_of_our_own_table_is_read(string row, bool isLeftBehind) =>
        Assert.Equal(isLeftBehind, Paper.Codes($"{Paper.Good}\n\n## Measures\n\n| Measure | Value | How |\n| --- | --- | --- |\n{row}\n").Contains("measure-differs"));

    [Fact]
    public void A_figure_in_a_code_block_is_an_example() =>
        Assert.DoesNotContain("measure-differs", Paper.Codes($"{Paper.Good}\n\n## Measures\n\n```text\n| Time to resolve | 90 min | |\n```\n"));

    [Fact]
    public void The_metadata_counts_too() =>
        Assert.Contains("measure-differs", Paper.Codes("---\nduration_minutes: 90\n---\n" + Paper.Good));

    [Theory]
    [InlineData("notes.md", true)]
    [InlineData("../2023/a%20b.md#top", true)]
    [InlineData("/docs/x.png", true)]
    [InlineData("gone.md", false)]
    [InlineData("../../../etc/passwd", false)]
    [InlineData("https://example.com/gone.md", true)]
    [InlineData("#timeline", true)]
    [InlineData("mailto:x@example.com", true)]
    public void A_link_must_lead_somewhere(string address, bool isRight)
    {
        string[] there = ["postmortems/2024/notes.md", "postmortems/2023/a b.md", "docs/x.png"];
        var text = Paper.Saying($"See [this]({address}).");

        Assert.Equal(isRight ? [] : ["link-broken"], Paper.Review(text, null, there.Contains).Open.Select(finding => finding.Code));
    }

    [Fact]
    public void Where_nothing_is_known_of_the_repository_no_link_is_doubted() =>
        Assert.Empty(Paper.Codes(Paper.Saying("See ![this](gone.png).")));

    [Fact]
    public void The_marks_of_a_merge_conflict_are_an_error() =>
        Assert.Contains("conflict-markers", Paper.Codes(Paper.Saying("<<<<<<< main")));

    [Fact]
    public void A_share_of_more_than_all_users_is_found() =>
        Assert.Contains("figure-unreadable", Paper.Codes(Paper.With("Users affected: 75 %", "Users affected: 175 %")));
}
