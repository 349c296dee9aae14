using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Tests.Timelines;

public class TimelineProblemTests
{
    private static readonly IncidentRecord Record = Records.Incident with
    {
        Body = Records.Body(("Started", "2024-04-14 10:00 UTC"), ("Resolved", "12:00"), ("Timeline", "10:05 the pager\n10:40 the log\n11:10 the cause\n11:50 the fix")),
    };

    [Fact]
    public void A_timeline_that_fits_has_no_problem() =>
        Assert.DoesNotContain(Codes(Record), code => code is "entries-outside" or "silence" or "entry-in-the-future" or "edited-afterwards");

    [Fact]
    public void Entries_before_the_start_or_after_the_end_are_said_once() =>
        Assert.Single(Codes(Record with { Comments = [Comment("09:50 deployed\n2024-04-14 12:30 cleaned up", "2024-04-14T12:40:00Z")] }), code => code == "entries-outside");

    [Fact]
    public void An_entry_of_the_minute_of_the_start_or_the_end_is_not_outside() =>
        Assert.DoesNotContain("entries-outside", Codes(Record with { Body = Record.Body.Replace("2024-04-14 10:00", "2024-04-14 10:00:45", StringComparison.Ordinal), Comments = [Comment("10:00 the first error\n12:00:30 the last one", "2024-04-14T12:40:00Z")] }));

    [Fact]
    public void A_silence_of_more_than_a_third_of_the_incident_is_said() =>
        Assert.Contains("silence", Codes(Record with { Body = Record.Body.Replace("10:40 the log\n11:10 the cause\n", "", StringComparison.Ordinal) }));

    [Fact]
    public void An_entry_later_than_the_comment_that_tells_it_is_a_problem() =>
        Assert.Contains("entry-in-the-future", Codes(Record with { Comments = [Comment("2024-04-15 10:30 restarted", "2024-04-14T10:31:00Z")] }));

    [Fact]
    public void A_comment_of_the_timeline_that_was_edited_after_the_end_is_said() =>
        Assert.Contains("edited-afterwards", Codes(Record with { Comments = [Comment("10:30 restarted", "2024-04-14T10:31:00Z") with { UpdatedAt = Records.At("2024-04-16T09:00:00Z") }] }));

    private static CommentRecord Comment(string body, string at) => Records.Comment(body, at);

    private static List<string> Codes(IncidentRecord record) => [.. Records.Assemble(record).Problems.Select(problem => problem.Code)];
}
