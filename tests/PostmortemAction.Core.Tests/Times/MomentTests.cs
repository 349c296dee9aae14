using NodaTime;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Tests.Times;

public class MomentTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void An_instant_is_written_with_its_zones_offset() =>
        Assert.Equal("2024-07-01T12:00:00+02:00", Moment.At(Instant.FromUtc(2024, 7, 1, 10, 0), Berlin).ToString());

    [Fact]
    public void Of_a_time_without_a_date_only_the_time_is_written() =>
        Assert.Equal("T09:00", Moment.Partial(null, null, new LocalTime(9, 0), DateTimeZone.Utc).ToString());

    [Fact]
    public void Of_a_date_without_a_year_the_year_is_left_out() =>
        Assert.Equal("--04-17T15:00", Moment.Partial(null, new AnnualDate(4, 17), new LocalTime(15, 0), DateTimeZone.Utc).ToString());

    [Fact]
    public void For_people_UTC_is_named_and_another_offset_is_shown()
    {
        var instant = Instant.FromUtc(2024, 7, 1, 10, 0);

        Assert.Equal("2024-07-01 10:00 UTC", Moment.At(instant, DateTimeZone.Utc).Describe());
        Assert.Equal("2024-07-01 12:00 +02:00", Moment.At(instant, Berlin).Describe());
    }
}
