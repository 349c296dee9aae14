using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Tests.Times;

public class TimeScannerTests
{
    [Theory]
    [InlineData("10:05", "T10:05")]
    [InlineData("10:05:30", "T10:05")]
    [InlineData("10:05 AM", "T10:05")]
    [InlineData("10:05 PM", "T22:05")]
    [InlineData("6PM", "T18:00")]
    [InlineData("6 p.m.", "T18:00")]
    [InlineData("12:00 PM", "T12:00")]
    [InlineData("12:30 AM", "T00:30")]
    [InlineData("14:15pm", "T14:15")]
    [InlineData("0830HRS", "T08:30")]
    [InlineData("2024-04-14 10:00", "2024-04-14T10:00")]
    [InlineData("2024-04-14T10:00:00.123Z", "2024-04-14T10:00 Z")]
    [InlineData("2024-04-14 10:00 UTC", "2024-04-14T10:00 UTC")]
    [InlineData("2024/04/14 at 10:00", "2024-04-14T10:00")]
    [InlineData("April 14, 2024, 10:00 AM (UTC)", "2024-04-14T10:00 UTC")]
    [InlineData("14th of April 2024 10:00 GMT", "2024-04-14T10:00 GMT")]
    [InlineData("14 Apr. 2024, 22:50", "2024-04-14T22:50")]
    [InlineData("10:00 UTC on May 5, 2024", "2024-05-05T10:00 UTC")]
    [InlineData("May 5, 03:30 AM", "--05-05T03:30")]
    [InlineData("10:00 UTC+1", "T10:00 UTC+1")]
    [InlineData("10:00+05:30", "T10:00 +05:30")]
    [InlineData("10:00 GMT-04:00", "T10:00 GMT-04:00")]
    [InlineData("10:00 Europe/Berlin", "T10:00 Europe/Berlin")]
    [InlineData("10:00 America/Argentina/Buenos_Aires", "T10:00 America/Argentina/Buenos_Aires")]
    [InlineData("25/12/2024 10:00", "2024-12-25T10:00")]
    [InlineData("12/25/2024 10:00", "2024-12-25T10:00")]
    [InlineData("2024-04-14", "2024-04-14")]
    public void A_time_is_read_in_the_way_it_is_written(string text, string expected) =>
        Assert.Equal(expected, Describe(Assert.Single(TimeScanner.All(text))));

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("about 30 percent")]
    [InlineData("version 10.2.5 of 4 services")]
    [InlineData("25:00")]
    [InlineData("10:75")]
    [InlineData("v10:05")]
    [InlineData("in May we met")]
    public void What_is_no_time_is_not_read_as_one(string text) => Assert.Empty(TimeScanner.All(text));

    [Theory]
    [InlineData("we met at 10:00 est")]
    [InlineData("at 10:00 cat pictures")]
    [InlineData("10:00 eat")]
    public void A_word_in_small_letters_is_no_zone(string text) => Assert.Null(Assert.Single(TimeScanner.All(text)).Zone);

    [Theory]
    [InlineData("UTC", 0)]
    [InlineData("GMT", 0)]
    [InlineData("WAT", 60)]
    [InlineData("CAT", 120)]
    [InlineData("EAT", 180)]
    [InlineData("CET", 60)]
    [InlineData("CEST", 120)]
    [InlineData("EST", -300)]
    [InlineData("EDT", -240)]
    [InlineData("PST", -480)]
    [InlineData("PDT", -420)]
    [InlineData("IST", 330)]
    [InlineData("UTC+1", 60)]
    [InlineData("GMT+1", 60)]
    [InlineData("UTC-4", -240)]
    [InlineData("+05:30", 330)]
    [InlineData("(Greenwich Mean Time)", 0)]
    public void A_zone_behind_a_time_is_read_as_its_offset(string zone, int minutes)
    {
        var written = Assert.Single(TimeScanner.All($"10:00 {zone}")).Zone!;

        Assert.Equal(minutes * 60, written.Zone.GetUtcOffset(NodaTime.Instant.FromUtc(2024, 1, 1, 0, 0)).Seconds);
    }

    [Theory]
    [InlineData("PT", "Pacific Time", -420, -480)]
    [InlineData("MT", "Mountain Time", -360, -420)]
    [InlineData("CT", "Central Time", -300, -360)]
    [InlineData("ET", "Eastern Time", -240, -300)]
    public void The_short_name_of_a_region_changes_with_its_clocks_as_the_long_one_does(string name, string words, int summer, int winter)
    {
        Assert.Equal((summer, winter), Minutes(name));
        Assert.Equal(Minutes(words), Minutes(name));

        static (int, int) Minutes(string zone) => (Offset(zone, month: 7), Offset(zone, month: 1));
        static int Offset(string zone, int month) =>
            Assert.Single(TimeScanner.All($"10:00 {zone}")).Zone!.Zone.GetUtcOffset(NodaTime.Instant.FromUtc(2024, month, 1, 0, 0)).Seconds / 60;
    }

    [Theory]
    [InlineData("10:00-12:00", 2)]
    [InlineData("10:00 - 12:00", 2)]
    public void The_end_of_a_span_is_no_offset(string text, int times) => Assert.Equal(times, TimeScanner.All(text).Count);

    [Fact]
    public void Where_either_number_may_be_the_month_the_date_stays_open()
    {
        var time = Assert.Single(TimeScanner.All("05/04/2024 10:00"));

        Assert.True(time.AmbiguousDate);
        Assert.Null(time.Day);
    }

    [Theory]
    [InlineData("10:05 rolled back", true)]
    [InlineData("- 10:05 rolled back", true)]
    [InlineData("**10:05 UTC** rolled back", true)]
    [InlineData("[10:05] rolled back", true)]
    [InlineData("rolled back at 10:05", false)]
    public void Only_a_time_at_the_beginning_is_at_the_head(string text, bool isAtHead) =>
        Assert.Equal(isAtHead, TimeScanner.AtHead(text) is not null);

    [Fact]
    public void A_time_knows_where_it_stands_in_the_text()
    {
        var time = TimeScanner.AtHead("**10:05 UTC** rolled back")!;

        Assert.Equal("10:05 UTC", "**10:05 UTC** rolled back"[time.Start..time.End]);
    }

    private static string Describe(WrittenTime time)
    {
        var zone = time.Zone is { } written ? $" {written.Text}" : "";
        return Moment.Partial(time.Year, time.Day, time.Time, NodaTime.DateTimeZone.Utc) + zone;
    }
}
