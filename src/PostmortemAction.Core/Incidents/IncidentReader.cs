using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Incidents;

/// <summary>Reads what people stated about an incident.</summary>
public static class IncidentReader
{
    public static Incident Read(IncidentRecord record, RunSettings settings, ICollection<Problem> problems)
    {
        var answers = BodyReader.Read(record.Body, record.Form);
        var zone = Zone(answers, settings, record.Url, problems);
        var over = Over(record, settings);
        var fields = new TimeFieldReader(answers, record.Url, problems);

        var started = fields.Read(FieldIds.Started, new(zone, null, record.CreatedAt, record.CreatedAt));
        var after = new DayFinder(zone, started?.Instant, over, record.CreatedAt);
        var detected = fields.Read(FieldIds.Detected, after);
        var resolved = fields.Read(FieldIds.Resolved, after);
        return new(
            record,
            answers,
            Title(record.Title),
            ReadSeverity(record, answers, problems),
            Services(answers),
            zone,
            started,
            detected,
            resolved,
            over,
            Line(answers[FieldIds.DetectedHow]),
            answers[FieldIds.Impact]?.Text,
            Users(answers, record.Url, problems),
            answers[FieldIds.RootCause]?.Text,
            answers[FieldIds.Resolution]?.Text,
            ListReader.Read(answers[FieldIds.Improvements]?.Text),
            TaskReader.Read(answers[FieldIds.Tasks]?.Text, record.Url, problems));
    }

    /// <summary>The title without the prefix that a form puts before it: "Incident: Login is down" is "Login is down".</summary>
    private static string Title(string title)
    {
        var line = PlainText.Line(title);
        foreach (var prefix in (string[])["incident:", "[incident]:", "[incident]"])
        {
            if (line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && line.Length > prefix.Length)
            {
                return line[prefix.Length..].Trim();
            }
        }

        return line;
    }

    private static DateTimeZone Zone(Answers answers, RunSettings settings, string place, ICollection<Problem> problems)
    {
        string[] fields = [FieldIds.Started, FieldIds.Detected, FieldIds.Resolved, FieldIds.Timeline];
        var written = fields.SelectMany(id => TimeScanner.All(answers[id]?.Text ?? "")).Where(time => time.Time is not null).ToList();
        if (written.FirstOrDefault(time => time.Zone is not null)?.Zone is { } stated)
        {
            return stated.Zone;
        }

        if (written.Count > 0 && !settings.TimeZoneChosen)
        {
            problems.Add(Problem.Note(
                "zone-assumed",
                $"The times carry no zone; they were read as {settings.TimeZone.Id}.",
                "Write the zone behind a time (`10:00 UTC`), or set `time-zone` in the configuration.",
                place));
        }

        return settings.TimeZone;
    }

    private static Instant? Over(IncidentRecord record, RunSettings settings) =>
        record.Events
            .Where(e => e.Event == "labeled" && string.Equals(e.Label, settings.ResolvedLabel, StringComparison.OrdinalIgnoreCase))
            .Select(e => (Instant?)e.At)
            .LastOrDefault() ?? record.ClosedAt;

    private static string? ReadSeverity(IncidentRecord record, Answers answers, ICollection<Problem> problems)
    {
        var label = record.Labels.Select(Severity.OfLabel).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        var answer = Severity.OfAnswer(answers[FieldIds.Severity]?.Text);
        if (label is not null && answer is not null && label != answer)
        {
            problems.Add(Problem.Note(
                "severity-differs",
                $"The label says {label}, the form says {Quoted.Code(answer)}; the label counts.",
                "Change whichever is out of date.",
                record.Url));
        }

        return label ?? answer;
    }

    private static List<string> Services(Answers answers)
    {
        var names = ListReader.Read(answers[FieldIds.Services]?.Text).SelectMany(line => line.Split([',', ';'], StringSplitOptions.TrimEntries));
        return [.. names.Select(PlainText.Line).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static double? Users(Answers answers, string place, ICollection<Problem> problems)
    {
        var field = answers[FieldIds.UsersAffected];
        var percent = field is not null ? Percentage.OfAnswer(field.Text) ?? Percentage.InText(field.Text)
            : Percentage.InText(answers[FieldIds.Impact]?.Text ?? "");
        if (percent is > 100)
        {
            problems.Add(Problem.Warning(
                "percent-over-100",
                $"{Quoted.Code(field?.Text ?? answers[FieldIds.Impact]?.Text)} is more than all users.",
                "Correct the percentage in the incident.",
                place));
            return null;
        }

        if (percent is null && field is not null)
        {
            problems.Add(Problem.Warning(
                "percent-unreadable",
                $"No percentage could be read from {Quoted.Code(field.Text)}.",
                "Write the share of users as `30%`.",
                place));
        }

        return percent;
    }

    private static string? Line(Answer? answer) => answer is null ? null : PlainText.Line(answer.Text);
}
