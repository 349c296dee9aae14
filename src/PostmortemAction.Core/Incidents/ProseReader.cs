using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Incidents;

/// <summary>Start and end in running text: "from 10:00 AM to 12:00 PM (UTC) on June 7, 2024", "at 09:15 UTC … by 9:40 UTC".</summary>
internal sealed class ProseReader(Answers answers, string title, DateTimeZone zone)
{
    private const int LongestSentence = 300;

    /// <summary>No summary names more; a log that somebody pasted does, and its end is what counts.</summary>
    private const int MostTimes = 100;

    private static readonly string[] Recovery =
        ["returned to normal", "back to normal", "restored", "resolved", "recovered", "back online", "fixed", "came back", "fully operational", "ended"];

    /// <summary>What the summary says, as far as no line of its own states it.</summary>
    public (Moment? Started, Moment? Resolved) Times(Moment? started, Moment? resolved, DayFinder filed)
    {
        string[] texts = [answers[FieldIds.Duration]?.Text ?? "", answers[FieldIds.Summary]?.Text ?? "", answers.Preamble];
        var span = texts.Select(WrittenSpan.In).FirstOrDefault(found => found is not null);
        var prose = string.Join("\n\n", texts.Skip(1));
        var start = span?.Start ?? (answers[FieldIds.Timeline] is null || resolved is null ? SingleStart(prose) : null);
        var end = span?.End ?? SingleEnd(prose, start);
        started ??= start is null || answers[FieldIds.Started]?.Text == FreeTextAnswers.Unknown ? null : Find(start, filed, null);
        resolved ??= end is null || answers[FieldIds.Resolved]?.Text == FreeTextAnswers.Unknown ? null : Find(end, filed with { Start = started?.Instant, End = null }, started);
        return (started, resolved);
    }

    /// <summary>The day that the document is about: the only date in its head; null when there are several.</summary>
    public static WrittenTime? Day(Answers answers, string title)
    {
        string[] texts = [title, answers.Preamble, answers[FieldIds.Duration]?.Text ?? "", answers[FieldIds.Summary]?.Text ?? ""];
        // A date without a year, or of which either number may be the month, may be the day as well.
        var dates = texts.SelectMany(TimeScanner.All).Where(time => time.Day is not null || time.AmbiguousDate).OrderBy(time => time.Year is null).DistinctBy(time => time.Day).ToList();
        return dates is [{ Date: not null } only] && !texts.SelectMany(TimeScanner.All).Any(time => time.Date is not null && time.Date != only.Date) ? only : null;
    }

    private Moment? Find(WrittenTime written, DayFinder days, Moment? after)
    {
        if (!written.IsPossible)
        {
            return null;
        }

        if (written is { Day: null, Word: null, Time: not null } && Day(answers, title) is { } day)
        {
            written = written with { Day = day.Day, Year = day.Year };
            var at = days.InList(written, null);
            // The end of a night that began on the day before.
            return at?.Instant < after?.Instant && at is { Date: { } date, Time: { } time } ? Moment.At(date.PlusDays(1) + time, zone) : at;
        }

        return written.Time is null ? Moment.Partial(written.Year, written.Day, null, zone) : days.InList(written, null);
    }

    /// <summary>Without a span, the first time of the prose is when it began.</summary>
    private static WrittenTime? SingleStart(string prose) =>
        TimeScanner.All(prose).FirstOrDefault(time => time.Time is not null);

    /// <summary>The last time in a sentence that says it was over.</summary>
    private static WrittenTime? SingleEnd(string prose, WrittenTime? start)
    {
        return prose.Length == 0 ? null : TimeScanner.All(prose)
            .Where(time => time.Time is not null && time != start && time.Start > start?.Start)
            .TakeLast(MostTimes)
            .LastOrDefault(time => Recovery.Any(word => PlainText.Fold(SentenceAround(prose, time.Start)).Contains(word, StringComparison.Ordinal)));
    }

    private static string SentenceAround(string text, int at)
    {
        // A line end inside a sentence is none in wrapped prose; the paragraph bounds it, and what no sentence is as long as.
        var first = Math.Max(0, at - LongestSentence);
        var before = text[first..at];
        var after = text[at..Math.Min(text.Length, at + LongestSentence)];
        var from = Math.Max(before.LastIndexOf(". ", StringComparison.Ordinal), before.LastIndexOf("\n\n", StringComparison.Ordinal));
        var end = after.IndexOf(". ", StringComparison.Ordinal);
        return before[Math.Max(0, from)..] + (end < 0 ? after : after[..end]);
    }
}
