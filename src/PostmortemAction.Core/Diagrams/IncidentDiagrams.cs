using NodaTime;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Diagrams;

/// <summary>Pictures of an incident as Mermaid, which GitHub draws: https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams.</summary>
public static class IncidentDiagrams
{
    /// <summary>More bars than these nobody reads.</summary>
    private const int MostBars = 30;

    /// <summary>The phases on a time axis; null where start and end are not both known.</summary>
    public static string? Phases(Postmortem postmortem)
    {
        var phases = Phase.Of(postmortem);
        if (phases.Count == 0)
        {
            return null;
        }

        var gantt = new Gantt("Phases", postmortem.Incident.Zone, phases.Min(phase => phase.From), phases.Max(phase => phase.To));
        foreach (var kind in phases.Take(MostBars).GroupBy(phase => phase.Name))
        {
            gantt.Section(kind.Key);
            foreach (var phase in kind)
            {
                gantt.Bar(Durations.Brief(phase.To - phase.From), phase.Look, phase.From, phase.To);
            }
        }

        return gantt.ToString();
    }

    /// <summary>Who joined, from the escalation to the end; null for fewer than two escalations.</summary>
    public static string? Escalations(Postmortem postmortem)
    {
        var at = postmortem.Milestones;
        if (at is not { Started.Moment.Instant: { } start, Resolved.Moment.Instant: { } end })
        {
            return null;
        }

        var joined = postmortem.Timeline
            .Where(entry => entry.Kind == EntryKind.Escalation && entry.At?.Instant >= start && entry.At?.Instant < end).Take(MostBars).ToList();
        if (joined.Count < 2)
        {
            return null;
        }

        // The whole incident comes first, so that the axis begins where it did.
        var gantt = new Gantt("Who joined when", postmortem.Incident.Zone, start, end);
        gantt.Bar(Durations.Brief(end - start), "done", start, end);
        foreach (var entry in joined)
        {
            // A label begins with figures, so that none is taken for a statement.
            gantt.Bar($"+{Durations.Brief(entry.At!.Instant!.Value - start)} {MermaidText.Label(entry.Text)}", "", entry.At.Instant.Value, end);
        }

        return gantt.ToString();
    }
}
