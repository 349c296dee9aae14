using NodaTime;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Incidents;

/// <summary>Reads the form's fields that ask for one time. What is there but cannot be read becomes a Problem, never a guess.</summary>
/// <param name="day">The day that a document written freely is about.</param>
internal sealed class TimeFieldReader(Answers answers, WrittenTime? day, string place, ICollection<Problem> problems)
{
    public Moment? Read(string fieldId, DayFinder days)
    {
        if (answers[fieldId] is not { } answer || answer.Text.StartsWith(FreeTextAnswers.Unknown, StringComparison.Ordinal))
        {
            return null;
        }

        var found = TimeScanner.All(answer.Text);
        if (found.FirstOrDefault(time => time.AmbiguousDate) is { } ambiguous)
        {
            problems.Add(Problem.Warning(
                "date-ambiguous",
                $"In {Quoted.Code(answer.Text)} under {Quoted.Code(answer.Label)} either number may be the month.",
                "Write the date as `2024-04-14`.",
                place));
            return null;
        }

        var written = Choose(found);
        if (written is null || (written.Day is null && TimeScanner.HasOtherDay(answer.Text, written)))
        {
            return Unreadable(answer);
        }

        if (written.Time is null)
        {
            problems.Add(Problem.Warning(
                "time-of-day-missing",
                $"{Quoted.Code(answer.Text)} under {Quoted.Code(answer.Label)} has a date but no time of day.",
                "Add the time and the zone, for example `2024-04-14 10:00 UTC`.",
                place));
            return Moment.Partial(written.Year, written.Day, null, days.Zone);
        }

        if (written is { Day: not null, Year: not null, Date: null })
        {
            problems.Add(Problem.Warning(
                "date-impossible",
                $"The date in {Quoted.Code(answer.Text)} under {Quoted.Code(answer.Label)} does not exist.",
                "Correct the date in the incident.",
                place));
            return null;
        }

        if (written is { Day: null, Word: null } && day is not null && days.Filed is null)
        {
            // A document states its date once, apart from the times.
            written = written with { Day = day.Day, Year = day.Year };
        }

        TellAssumptions(written, answer, days);
        return days.InList(written, null) ?? Unreadable(answer);
    }

    private Moment? Unreadable(Answer answer)
    {
        problems.Add(Problem.Warning(
            "time-unreadable",
            $"No time could be read from {Quoted.Code(answer.Text)} under {Quoted.Code(answer.Label)}.",
            "Write date, time and zone, for example `2024-04-14 10:00 UTC`.",
            place));
        return null;
    }

    /// <summary>The time, with the date that stands apart from it where the field names only one.</summary>
    private static WrittenTime? Choose(IReadOnlyList<WrittenTime> found)
    {
        var time = found.FirstOrDefault(written => written.Time is not null);
        var dates = found.Where(written => written is { Time: null, Day: not null }).ToList();
        return time is { Day: null, Word.IsNext: true } && dates.Count > 0 ? null
            : time is { Day: null } && dates is [var date] ? time with { Year = date.Year, Day = date.Day }
            : time is { Day: null } && dates.Count > 1 ? null
            : time ?? (dates.Count > 0 ? dates[0] : null);
    }

    private void TellAssumptions(WrittenTime written, Answer answer, DayFinder days)
    {
        if (written is { Day: not null, Year: null } && days.Filed is not null)
        {
            problems.Add(Problem.Note(
                "year-assumed",
                $"{Quoted.Code(answer.Text)} under {Quoted.Code(answer.Label)} names no year; the one nearest to the issue was taken.",
                "Write the year.",
                place));
        }

        if (written is { Date: { } date, Time: { } time })
        {
            ClockChange.Tell(date + time, days.ZoneOf(written), $"{Quoted.Code(answer.Text)} under {Quoted.Code(answer.Label)}", place, problems);
        }
    }
}
