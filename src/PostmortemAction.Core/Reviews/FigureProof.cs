using System.Globalization;
using NodaTime.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reviews;

/// <summary>Derives the figures of a published document again from its own start, end and timeline: whoever corrects a time may leave a figure behind.</summary>
public static class FigureProof
{
    /// <summary>What a document tells whole: of the others part is known only from the incident.</summary>
    private static readonly string[] Whole = ["duration", "time_to_detect", "time_to_resolve"];

    /// <returns>In the order of their lines.</returns>
    public static IReadOnlyList<ProvenFigure> Of(string text, string path, RunSettings settings)
    {
        var document = new ReadDocument(text, path, settings);
        var milestones = document.Postmortem.Milestones;
        return [.. Enumerable.Range(0, document.Lines.Length).Where(i => !document.Fenced[i]).Select(i => i < document.Head
            ? Moment(document, i, "started", milestones.Started) ?? Moment(document, i, "resolved", milestones.Resolved) ?? Measured(document, i)
            : Measured(document, i)).OfType<ProvenFigure>()];
    }

    /// <summary>A row of the table of measures, or a line of the metadata.</summary>
    private static ProvenFigure? Measured(ReadDocument document, int line)
    {
        foreach (var measure in document.Postmortem.Measures)
        {
            var stated = line < document.Head ? After(document.Lines[line], $"{measure.Name}_minutes:") : Cell(document.Lines[line], measure.Title);
            if (Minutes(stated) is { } minutes)
            {
                var follows = measure.Minutes is not { } derived ? (bool?)null : derived == minutes ? true : Whole.Contains(measure.Name) ? false : null;
                return new(
                    measure.Title, line + 1, Durations.Describe(minutes), follows, measure.Minutes is { } known ? Durations.Describe(known) : null,
                    follows is null && measure.Minutes is not null ? "part of it stands only on the incident" : How(measure));
            }
        }

        return null;
    }

    private static ProvenFigure? Moment(ReadDocument document, int line, string key, Milestone? milestone)
    {
        if (After(document.Lines[line], $"{key}:") is not { } stated || OffsetDateTimePattern.ExtendedIso.Parse(stated.Trim(' ', '"', '\'')) is not { Success: true } at)
        {
            return null;
        }

        var moment = milestone?.Moment;
        return new(
            key, line + 1, stated.Trim(' ', '"', '\''), moment?.Instant is { } known ? known == at.Value.ToInstant() : null, moment?.Describe(),
            moment?.Instant is null ? "the text below says no such moment" : "the text below");
    }

    private static string How(Measure measure) => measure.Minutes is null ? (measure.UnknownBecause ?? "").Split(": ")[0].TrimEnd('.').Replace("`", "", StringComparison.Ordinal)
        : measure is { From: { } from, To: { } to } ? $"{measure.Formula}: {to.Moment.Describe()} - {from.Moment.Describe()}" : measure.Formula;

    private static string? After(string line, string head) => line.StartsWith(head, StringComparison.OrdinalIgnoreCase) ? line[head.Length..].Trim(' ', '"', '\'') : null;

    private static string? Cell(string line, string title) => After(line, $"| {title} |")?.Split('|')[0].Trim();

    /// <summary><c>120 min (2 h)</c>, or as the metadata has it: <c>120</c>.</summary>
    private static long? Minutes(string? figure) =>
        figure?.Split('(')[0].Replace('\u00A0', ' ').Replace(" min", "", StringComparison.Ordinal).Trim() is { } number && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
}
