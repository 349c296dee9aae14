using NodaTime;
using PostmortemAction.Core.Reminders;

namespace PostmortemAction.Core.Tests.Reminders;

/// <summary>Due on 10 May 2024; days are of that month.</summary>
public class ReminderRuleTests
{
    private static readonly LocalDate Due = Day(10);

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public void The_first_reminder_comes_two_days_before_the_date_or_on_the_first_day_after_that_on_which_we_look(int today, bool isWanted) =>
        Assert.Equal(isWanted, ReminderRule.IsWanted(Due, Day(today), [], null));

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void Before_the_date_there_is_one(int today) => Assert.False(ReminderRule.IsWanted(Due, Day(today), [new(Due, Day(8))], null));

    [Fact]
    public void Behind_the_date_there_is_another_at_once() => Assert.True(ReminderRule.IsWanted(Due, Day(11), [new(Due, Day(10))], null));

    [Theory]
    [InlineData(11, false)]
    [InlineData(17, false)]
    [InlineData(18, true)]
    [InlineData(30, true)]
    public void Then_there_is_one_a_week_at_most(int today, bool isWanted) =>
        Assert.Equal(isWanted, ReminderRule.IsWanted(Due, Day(today), [new(Due, Day(8)), new(Due, Day(11))], null));

    [Fact]
    public void Another_date_begins_anew() => Assert.True(ReminderRule.IsWanted(Day(20), Day(18), [new(Due, Day(8)), new(Due, Day(17))], null));

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Who_asks_for_silence_has_it_until_that_day(int today, bool isWanted) =>
        Assert.Equal(isWanted, ReminderRule.IsWanted(Due, Day(today), [new(Due, Day(8))], Day(15)));

    [Fact]
    public void Looked_at_every_day_or_now_and_then_nobody_hears_twice_in_a_week_once_it_is_overdue()
    {
        var random = new Random(7);
        for (var life = 0; life < 200; life++)
        {
            var sent = new List<Reminder>();
            for (var day = Day(1); day < Day(1).PlusDays(90); day = day.PlusDays(random.Next(1, 6)))
            {
                if (ReminderRule.IsWanted(Due, day, sent, null))
                {
                    sent.Add(new(Due, day));
                }
            }

            var overdue = sent.Where(reminder => reminder.On > Due).Select(reminder => reminder.On).ToList();
            Assert.InRange(sent.Count - overdue.Count, 0, 1);
            Assert.All(overdue.Zip(overdue.Skip(1)), pair => Assert.True(Period.DaysBetween(pair.First, pair.Second) >= 7));
            Assert.InRange(overdue.Count, 5, 12);
        }
    }

    [Theory]
    [InlineData("snooze until 2024-06-01", 1)]
    [InlineData("We wait for the vendor.\n\n/Snooze until 2024-06-01.", 1)]
    [InlineData("snooze until 2024-06-01\nsnooze until 2024-06-08", 8)]
    public void Silence_is_asked_for_on_a_line_of_its_own(string comment, int day) => Assert.Equal(new LocalDate(2024, 6, day), Snooze.In(comment));

    [Theory]
    [InlineData("")]
    [InlineData("Can we snooze until 2024-06-01?")]
    [InlineData("snooze until the vendor answers")]
    [InlineData("snooze until 2024-13-01")]
    [InlineData("> snooze until 2024-06-01")]
    public void What_names_no_day_asks_for_nothing(string comment) => Assert.Null(Snooze.In(comment));

    private static LocalDate Day(int day) => new(2024, 5, day);

    [Theory]
    [InlineData("snooze until next monday", "next monday")]
    [InlineData("Later.\n/Snooze until 2026-02-30.", "2026-02-30")]
    [InlineData("snooze until: soon", "soon")]
    [InlineData("snooze until 2024-06-01\nsnooze until Friday", "Friday")]
    [InlineData("snooze until Friday\nsnooze until 2024-06-01", null)]
    [InlineData("snooze until 21 April 2026", null)]
    [InlineData("we snooze until Friday", null)]
    public void A_day_that_cannot_be_read_is_known_as_it_was_written(string comment, string? written) => Assert.Equal(written, Snooze.Unreadable(comment));
}
