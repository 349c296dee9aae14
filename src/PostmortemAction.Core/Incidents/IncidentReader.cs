using System.Globalization;
using NodaTime;
using PostmortemAction.Core.Commands;
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
    /// <summary>Who takes the label off and sets it again so soon did not open the incident again.</summary>
    private static readonly Duration Anew = Duration.FromMinutes(15);

    public static Incident Read(IncidentRecord record, RunSettings settings, ICollection<Problem> problems)
    {
        var commanded = new Commanded(CommandReader.Read(record, problems));
        var answers = commanded.Apply(Dated(BodyReader.Read(record.Body, record.Form, settings.Names), record.Body));
        var zone = IncidentZone.Of(answers, settings, record.CreatedAt, record.Url, problems);
        var labelled = Labelled(record, settings);
        var reopened = Reopened(record, labelled, settings);
        var over = reopened is null ? labelled ?? record.ClosedAt : null;
        var fields = new TimeFieldReader(answers, answers.IsForm ? null : ProseReader.Day(answers, record.Title), record.Url, problems);

        var filed = new DayFinder(zone, null, record.CreatedAt + DayFinder.Grace, record.CreatedAt);
        var started = fields.Read(FieldIds.Started, filed);
        var after = new DayFinder(zone, started?.Instant, over, record.CreatedAt);
        var detected = fields.Read(FieldIds.Detected, after);
        var resolved = fields.Read(FieldIds.Resolved, after);
        var commands = CommandForm.All.Where(form => form.Argument == CommandArgument.Time)
            .Select(form => (form.Name, At: commanded.Time(form.Name, after, problems)))
            .Where(time => time.At is not null).ToDictionary(time => time.Name, time => time.At!);
        TellDifference("start", started, commands.GetValueOrDefault("started"), problems);
        TellDifference("end", resolved, commands.GetValueOrDefault("resolved"), problems);
        started = commands.GetValueOrDefault("started")?.Moment ?? started;
        detected = commands.GetValueOrDefault("detected")?.Moment ?? detected;
        resolved = commands.GetValueOrDefault("resolved")?.Moment ?? resolved;
        if (!answers.IsForm)
        {
            (started, resolved) = new ProseReader(answers, record.Title, zone).Times(started, resolved, filed);
        }

        var causes = CauseReader.Read(answers);
        return new(
            record,
            answers,
            commanded,
            commands,
            Title(record.Title.Length > 0 ? record.Title : TitleReader.Of(record.Body) ?? ""),
            ReadSeverity(record, answers, problems),
            Services(answers),
            zone,
            started,
            detected,
            resolved,
            over,
            Line(answers[FieldIds.DetectedHow]),
            Join(answers[FieldIds.Impact]?.Text, answers[FieldIds.UserExperience]?.Text),
            Users(answers, record.Url, problems),
            causes.RootCause,
            causes.Resolution,
            Improvements(answers),
            StatedMinutes(answers[FieldIds.Duration], record.Url, problems),
            TaskReader.Read(TaskLines.Of(answers[FieldIds.Tasks]?.Text, isProse: !answers.IsForm), record.Url, problems))
        {
            ReopenedAt = reopened,
            ContinuedAt = Continued(record, labelled, settings),
        };
    }

    /// <summary>The answers that hold times, with numeric dates in the order that the whole body shows.</summary>
    private static Answers Dated(Answers answers, string body)
    {
        if (DateOrder.DaysFirst(body) is not { } daysFirst)
        {
            return answers;
        }

        string[] fields = [FieldIds.Started, FieldIds.Detected, FieldIds.Resolved, FieldIds.Duration, FieldIds.Timeline];
        return answers with
        {
            ById = answers.ById.ToDictionary(
                entry => entry.Key,
                entry => fields.Contains(entry.Key) ? entry.Value with { Text = DateOrder.Settle(entry.Value.Text, daysFirst) } : entry.Value),
        };
    }

    /// <summary>A command corrects the form; where they differ, the form is out of date.</summary>
    private static void TellDifference(string what, Moment? stated, Milestone? commanded, ICollection<Problem> problems)
    {
        if (stated?.Instant is { } one && commanded?.Moment.Instant is { } other && one != other)
        {
            problems.Add(Problem.Note(
                $"two-{what}s",
                $"The form states another {what} ({stated.Describe()}) than the command in a comment ({commanded.Moment.Describe()}); the command counts.",
                "Correct whichever is wrong.",
                commanded.Source));
        }
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

    /// <summary>When the resolved label was set last.</summary>
    private static Instant? Labelled(IncidentRecord record, RunSettings settings) =>
        record.Events.Where(e => e.Event == "labeled" && IsResolved(e.Label, settings)).Select(e => (Instant?)e.At).LastOrDefault();

    /// <summary>When, after that, somebody took the label off or opened the issue again.</summary>
    private static Instant? Reopened(IncidentRecord record, Instant? labelled, RunSettings settings) =>
        record.Events
            .Where(e => e.At > labelled && ((e.Event == "unlabeled" && IsResolved(e.Label, settings)) || (e.Event == "reopened" && record.ClosedAt is null)))
            .Select(e => (Instant?)e.At)
            .FirstOrDefault();

    /// <summary>
    /// When the label was taken off last, or the issue opened. Opened with the label on and closed again, it was opened for a word; and the label that is set anew at
    /// once asks to go on with the pull request.
    /// </summary>
    private static Instant? Continued(IncidentRecord record, Instant? labelled, RunSettings settings) =>
        record.Events
            .Where(e => (e.Event == "unlabeled" && IsResolved(e.Label, settings)
                    && !record.Events.Any(next => next.Event == "labeled" && IsResolved(next.Label, settings) && next.At >= e.At && next.At - e.At <= Anew)) || (e.Event == "reopened" && !(e.At > labelled && record.ClosedAt is not null)))
            .Select(e => (Instant?)e.At)
            .LastOrDefault();

    private static bool IsResolved(string? label, RunSettings settings) => string.Equals(label, settings.ResolvedLabel, StringComparison.OrdinalIgnoreCase);

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
        string?[] prose = [answers[FieldIds.Impact]?.Text, answers[FieldIds.UserExperience]?.Text, answers[FieldIds.Summary]?.Text, answers[FieldIds.Duration]?.Text, answers.IsForm ? null : answers.Preamble, answers.IsForm ? null : answers[FieldIds.RootCause]?.Text];
        var answer = field is null ? null : Percentage.OfAnswer(field.Text) ?? Percentage.OfAnswer(field.Text.Split('\n')[0]);
        var texts = answer is not null ? [] : field is not null ? [field.Text] : prose.OfType<string>();
        var (text, shares) = texts.Select(text => (text, Percentage.Stated(text))).FirstOrDefault(stated => stated.Item2.Count > 0, ("", []));
        if (shares.Count > 1)
        {
            problems.Add(Problem.Warning(
                "percent-differs",
                $"Different shares of users stand in {Quoted.Code(text)}: {string.Create(CultureInfo.InvariantCulture, $"{shares[0]}% and {shares[1]}%")}.",
                "Write the share of all users as one figure, such as `30%`.",
                place));
            return null;
        }

        var percent = answer ?? (shares is [var only] ? only : null);
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
                "Write the share of users as one figure, such as `30%`.",
                place));
        }

        return percent;
    }

    private static double? StatedMinutes(Answer? field, string place, ICollection<Problem> problems)
    {
        var minutes = WrittenDuration.Minutes(field?.Text ?? "");
        if (minutes is not > WrittenDuration.Longest)
        {
            return minutes;
        }

        problems.Add(Problem.Warning(
            "duration-too-long",
            $"The duration in {Quoted.Code(field?.Text)} is more than ten years.",
            "Correct the duration in the incident.",
            place));
        return null;
    }

    /// <summary>One list under corrective measures, not told apart into improvements and tasks, is improvements.</summary>
    private static IReadOnlyList<string> Improvements(Answers answers) =>
        ListReader.Read((answers[FieldIds.Improvements] ?? Undivided(answers))?.Text
            ?? (answers.IsForm || answers[FieldIds.Tasks] is not null ? null : answers.Extra.Select(section => ListReader.Announced(section.Text)).FirstOrDefault(text => text is not null)),
            isProse: !answers.IsForm);

    /// <summary>Measures beside tasks of their own are improvements only where they are a list; else they are talk.</summary>
    private static Answer? Undivided(Answers answers) =>
        answers[FieldIds.Measures] is { } measures && (answers[FieldIds.Tasks] is null || ItemReader.Read(measures.Text).Any(item => item.Listed)) ? measures : null;

    private static string? Join(params string?[] texts) =>
        texts.Any(text => text is not null) ? string.Join("\n\n", texts.Where(text => text is not null)) : null;

    private static string? Line(Answer? answer) => answer is null ? null : PlainText.Line(answer.Text);
}
