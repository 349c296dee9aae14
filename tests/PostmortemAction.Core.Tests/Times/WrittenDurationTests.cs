using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Tests.Times;

public class WrittenDurationTests
{
    [Theory]
    [InlineData("120 min (2 h)", 120)]
    [InlineData("2 hours (120 minutes), from 10:00 to 12:00", 120)]
    [InlineData("3 d 19 h 20 min", 5480)]
    [InlineData("(1h30m)", 90)]
    public void What_brackets_say_again_is_not_added(string text, double minutes) => Assert.Equal(minutes, WrittenDuration.Minutes(text));
}
