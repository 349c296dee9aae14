using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>Finds the day of a time that was written without one.</summary>
/// <param name="Zone">The zone for times written without one.</param>
/// <param name="Start">When the incident started, as far as known.</param>
/// <param name="End">When it ended, as far as known.</param>
/// <param name="Filed">When the issue was filed; null in a bare file.</param>
public sealed record DayFinder(DateTimeZone Zone, Instant? Start, Instant? End, Instant? Filed)
{
    /// <summary>How far a list of times may step back before that means the next day.</summary>
    private static readonly Duration Disorder = Duration.FromHours(6);

    /// <summary>People write "14:32" in what they post at 14:31.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(15);

    /// <summary>
    /// A time in a list, without a day: the first day at or after the start on which it does not fall behind <paramref name="previous"/>;
    /// when that is past the end, the day that brings it nearest to the incident. Where only the end is known, the last day on which it is not after that.
    /// </summary>
    public Moment? InList(WrittenTime written, Instant? previous) =>
        Find(written, previous, (time, zone) => InListByWord(written.Word!, time, zone, previous), candidates =>
        {
            if (written.Day is not null)
            {
                // Years: the nearest one, also shortly before the start.
                return Nearest(candidates, previous);
            }

            var floor = Latest(Start, previous - Disorder) ?? Filed - Duration.FromHours(24) + Grace;
            var fitting = candidates.Where(at => (floor is null || at >= floor) && (End is null || at <= End)).ToList();
            return fitting.Count == 0 ? Nearest(candidates, previous) : floor is null ? fitting[^1] : fitting[0];
        });

    /// <summary>A time in a comment: comments tell the past, so the last day on which it is not after the posting.</summary>
    public Moment? InComment(WrittenTime written, Instant posted) =>
        Find(written, null, (time, zone) => InCommentByWord(written.Word!, time, zone, posted), candidates =>
        {
            var ceiling = posted + Grace;
            var fitting = candidates
                .Where(at => at <= ceiling && (Start is null || at >= Start) && (End is null || at <= End)).ToList();
            return fitting.Count > 0 ? fitting[^1] : candidates.Where(at => at <= ceiling).DefaultIfEmpty(Nearest(candidates, null)).Last();
        });

    /// <summary>The zone in which a time is meant; an abbreviation of several zones is the incident's own where that uses it.</summary>
    public DateTimeZone ZoneOf(WrittenTime written) =>
        written.Zone is { } named && !ZoneNames.IsMeantBy(named.Text, Zone.Id) ? named.Zone : Zone;

    private Moment? Find(WrittenTime written, Instant? previous, Func<LocalTime, DateTimeZone, LocalDate?> byWord, Func<List<Instant>, Instant> choose)
    {
        var zone = ZoneOf(written);
        if (written.Time is not { } time || !written.IsPossible)
        {
            return null;
        }

        if (written.Date is { } date)
        {
            return Moment.At(date + time, zone).InZone(Zone);
        }

        if (written is { Day: null, Word: not null })
        {
            return byWord(time, zone) is { } meant ? Moment.At(meant + time, zone).InZone(Zone) : null;
        }

        var days = Days(zone, written.Day, previous);
        if (days.Count == 0)
        {
            return Moment.Partial(null, written.Day, time, zone);
        }

        var candidates = days.Select(day => zone.AtLeniently(day + time).ToInstant()).ToList();
        return Moment.At(choose(candidates), Zone);
    }

    /// <summary>
    /// Yesterday is the day before the filing, the next day the one after what stands above it or the start. A weekday is the first one from the start on, or from a
    /// day before it; where nothing tells the start, the last one up to the end. Null where nothing says which.
    /// </summary>
    private LocalDate? InListByWord(DayWord word, LocalTime time, DateTimeZone zone, Instant? previous)
    {
        if (word.IsNext || word.Weekday == IsoDayOfWeek.None)
        {
            return (word.IsNext ? previous ?? Start : Filed)?.InZone(zone).Date.PlusDays(word.Offset);
        }

        return Latest(Start, previous - Disorder) - Duration.FromDays(1) is { } floor ? First(floor.InZone(zone).LocalDateTime)
            : End is { } end ? Last(end.InZone(zone).LocalDateTime, word.Weekday, time) : null;

        LocalDate First(LocalDateTime from) =>
            from.Date.With(DateAdjusters.NextOrSame(word.Weekday)) is var day && day + time < from ? day.PlusWeeks(1) : day;
    }

    /// <summary>Comments tell the past: a weekday is the last one. Which day the next one is, nothing says.</summary>
    private static LocalDate? InCommentByWord(DayWord word, LocalTime time, DateTimeZone zone, Instant posted) =>
        word.IsNext ? null
            : word.Weekday == IsoDayOfWeek.None ? posted.InZone(zone).Date.PlusDays(word.Offset)
            : Last((posted + Grace).InZone(zone).LocalDateTime, word.Weekday, time);

    private static LocalDate Last(LocalDateTime until, IsoDayOfWeek weekday, LocalTime time) =>
        until.Date.With(DateAdjusters.PreviousOrSame(weekday)) is var day && day + time > until ? day.PlusWeeks(-1) : day;

    /// <summary>The days that may be meant, in order: from the day before the incident to the day after it, 60 at the most.</summary>
    private List<LocalDate> Days(DateTimeZone zone, AnnualDate? day, Instant? previous)
    {
        if ((Start ?? Filed ?? End ?? previous) is not { } anchor)
        {
            return [];
        }

        var first = anchor.InZone(zone).Date;
        var last = (End ?? Latest(Latest(Filed, Start), previous) ?? anchor).InZone(zone).Date;
        if (day is { } known)
        {
            return [.. Enumerable.Range(first.Year - 1, 3).Where(known.IsValidYear).Select(known.InYear)];
        }

        var count = Math.Clamp(Period.DaysBetween(first, last) + 3, 3, 60);
        return [.. Enumerable.Range(-1, count).Select(first.PlusDays)];
    }

    private Instant Nearest(List<Instant> candidates, Instant? previous)
    {
        var anchor = previous ?? Start ?? Filed ?? End;
        return anchor is null ? candidates[0] : candidates.MinBy(at => Distance(at, anchor.Value));
    }

    private static Duration Distance(Instant a, Instant b) => a > b ? a - b : b - a;

    private static Instant? Latest(Instant? a, Instant? b) => a is null ? b : b is null || a > b ? a : b;
}
