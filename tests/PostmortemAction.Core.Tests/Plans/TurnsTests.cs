using NodaTime;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

public class TurnsTests
{
    private static readonly LocalDate Day = new(2024, 5, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    public void As_many_as_one_run_may_look_at_have_their_turn_every_day(int count) =>
        Assert.Equal(Enumerable.Range(0, count), Turns.On(Day, [.. Enumerable.Range(0, count)], 50));

    [Fact]
    public void Where_one_run_may_look_at_none_nobody_has_a_turn() => Assert.Empty(Turns.On(Day, [1, 2, 3], 0));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(14)]
    public void Each_has_its_turn_whether_a_run_comes_every_day_every_second_one_every_week_or_every_second_week(int days)
    {
        foreach (var count in (int[])[51, 60, 100, 101, 150, 200, 301, 350, 700, 1_000])
        {
            // Three parts more at most than it takes.
            var runs = ((count + 49) / 50) + 3;
            var seen = Enumerable.Range(0, runs).Select(run => Turns.On(Day.PlusDays(run * days), [.. Enumerable.Range(0, count)], 50)).ToList();

            Assert.All(seen, part => Assert.Equal(50, part.Distinct().Count()));
            Assert.Equal(count, seen.SelectMany(part => part).Distinct().Count());
        }
    }
}
