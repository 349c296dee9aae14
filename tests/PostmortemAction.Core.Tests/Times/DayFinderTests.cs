using NodaTime;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Tests.Times;

public class DayFinderTests
{
    private static readonly Instant Start = Instant.FromUtc(2024, 4, 14, 22, 40);
    private static readonly Instant End = Instant.FromUtc(2024, 4, 16, 2, 15);
    private static readonly DayFinder Days = new(DateTimeZone.Utc, Start, End, Start + Duration.FromMinutes(10));

    [Theory]
    [InlineData("22:45", null, "2024-04-14 22:45")]
    [InlineData("00:10", null, "2024-04-15 00:10")]
    [InlineData("00:10", "2024-04-14T23:55:00Z", "2024-04-15 00:10")]
    [InlineData("01:00", "2024-04-15T20:00:00Z", "2024-04-16 01:00")]
    [InlineData("09:50", "2024-04-15T10:00:00Z", "2024-04-15 09:50")]
    public void A_time_in_a_list_belongs_to_the_first_fitting_day(string text, string? previous, string expected)
    {
        var at = Days.InList(TimeScanner.AtHead(text)!, previous is null ? null : Records.At(previous));

        Assert.Equal(expected, at!.Describe()[..16]);
    }

    [Fact]
    public void A_time_shortly_before_the_start_is_not_moved_to_the_next_day()
    {
        var days = new DayFinder(DateTimeZone.Utc, Instant.FromUtc(2024, 4, 14, 10, 0), Instant.FromUtc(2024, 4, 14, 12, 0), null);

        Assert.Equal("2024-04-14 09:55", days.InList(TimeScanner.AtHead("09:55 deployed")!, null)!.Describe()[..16]);
    }

    [Theory]
    [InlineData("10:00", "2024-04-16 10:00")]
    [InlineData("22:00", "2024-04-15 22:00")]
    [InlineData("April 16 01:00", "2024-04-16 01:00")]
    public void With_an_end_alone_a_time_belongs_to_the_last_day_on_which_it_is_not_after_it(string text, string expected) =>
        Assert.Equal(expected, new DayFinder(DateTimeZone.Utc, null, Instant.FromUtc(2024, 4, 16, 12, 0), null).InList(TimeScanner.AtHead(text)!, null)!.Describe()[..16]);

    [Theory]
    [InlineData("23:58", "2024-04-15T00:20:00Z", "2024-04-14 23:58")]
    [InlineData("00:30", "2024-04-15T00:20:00Z", "2024-04-15 00:30")]
    [InlineData("09:00", "2024-04-15T18:00:00Z", "2024-04-15 09:00")]
    public void A_time_in_a_comment_is_not_after_its_posting(string text, string posted, string expected) =>
        Assert.Equal(expected, Days.InComment(TimeScanner.AtHead(text)!, Records.At(posted))!.Describe()[..16]);

    [Fact]
    public void A_time_with_a_date_keeps_it() =>
        Assert.Equal("2024-05-01 10:00 UTC", Days.InList(TimeScanner.AtHead("2024-05-01 10:00")!, null)!.Describe());

    [Fact]
    public void A_time_in_another_zone_is_shown_in_the_incidents() =>
        Assert.Equal("2024-04-15 08:00 UTC", Days.InList(TimeScanner.AtHead("2024-04-15 10:00 CEST")!, null)!.Describe());

    [Fact]
    public void Without_anything_to_hold_on_to_no_date_is_made_up() =>
        Assert.Equal("T10:00", new DayFinder(DateTimeZone.Utc, null, null, null).InList(TimeScanner.AtHead("10:00")!, null)!.ToString());
}
