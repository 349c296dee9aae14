using NodaTime.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Reviews;

/// <summary>Derives the figures of a published document again from its own start, end and timeline: whoever corrects a time may leave a figure behind.</summary>
public static class FigureProof
{
    /// <param name="incident">What the incident comes to; null where it is not known.</param>
    /// <returns>In the order of their lines.</returns>
    public static IReadOnlyList<ProvenFigure> Of(string text, string path, RunSettings settings, Postmortem? incident = null)
    {
        var document = new ReadDocument(text, path, settings);
        return [.. Enumerable.Range(0, document.Lines.Length).Select(i =>
            Moment(document, i, "started", milestones => milestones.Started, incident)
            ?? Moment(document, i, "resolved", milestones => milestones.Resolved, incident)
            ?? Measured(document, i, incident)
            ?? Counted(document, i, incident)).OfType<ProvenFigure>()];
    }

    /// <summary>A row of the table of measures, or a line of the metadata.</summary>
    private static ProvenFigure? Measured(ReadDocument document, int line, Postmortem? incident)
    {
        foreach (var measure in document.Postmortem.Measures)
        {
            if (StatedFigure.Of(document, line, measure) is { } minutes)
            {
                var byText = By(measure, minutes);
                return new(
                    measure.Title, line + 1, Durations.Describe(minutes),
                    byText.Follows == false && !StatedFigure.Whole.Contains(measure.Name) ? byText with { Follows = null, Because = "part of it stands only on the incident" } : byText,
                    incident is null ? null : By(incident.Measure(measure.Name), minutes));
            }
        }

        return null;
    }

    private static Derivation By(Measure measure, long stated) =>
        new(measure.Minutes is { } derived ? derived == stated : null, measure.Minutes is { } known ? Durations.Describe(known) : null, How(measure));

    private static ProvenFigure? Moment(ReadDocument document, int line, string key, Func<Milestones, Milestone?> milestone, Postmortem? incident)
    {
        if (StatedFigure.Value(document, line, key) is not { } stated || OffsetDateTimePattern.ExtendedIso.Parse(stated) is not { Success: true } at)
        {
            return null;
        }

        return new(key, line + 1, stated, By(document.Postmortem, "the text below"), incident is null ? null : By(incident, "the incident"));

        Derivation By(Postmortem postmortem, string source) => milestone(postmortem.Milestones)?.Moment is { } moment
            ? new(moment.Instant is { } known ? known == at.Value.ToInstant() : null, moment.Describe(), source)
            : new(null, null, $"{source} says no such moment");
    }

    /// <summary>A row of the impact in numbers: duration and users together.</summary>
    private static ProvenFigure? Counted(ReadDocument document, int line, Postmortem? incident)
    {
        var row = (incident ?? document.Postmortem).ImpactMeasures.Select(measure => (measure.Title, Stated: StatedFigure.Cell(document, line, measure.Title))).FirstOrDefault(row => row.Stated is not null);
        return row is (var title, { } stated) ? new(title, line + 1, stated, By(document.Postmortem, "the text"), incident is null ? null : By(incident, "the incident")) : null;

        Derivation By(Postmortem postmortem, string source) => postmortem.ImpactMeasures.FirstOrDefault(measure => measure.Title == title) is { } measure
            ? new(measure.Value == stated, measure.Value, measure.How.Replace("`", "", StringComparison.Ordinal))
            : new(null, null, $"{source} says no duration or no share of users");
    }

    private static string How(Measure measure) => measure.Minutes is null ? (measure.UnknownBecause ?? "").Split(": ")[0].TrimEnd('.').Replace("`", "", StringComparison.Ordinal)
        : measure is { From: { } from, To: { } to } ? $"{measure.Formula}: {to.Moment.Describe()} - {from.Moment.Describe()}" : measure.Formula;
}
