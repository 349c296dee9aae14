using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Postmortems;

/// <summary>Everything that the document, the bodies and the JSON are made from.</summary>
public sealed record Postmortem(
    Incident Incident,
    Milestones Milestones,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<FollowUp> FollowUps,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>The same with the numbers of the follow-up issues, by task key.</summary>
    public Postmortem With(IReadOnlyDictionary<string, int> issues) => this with
    {
        FollowUps = [.. FollowUps.Select(followUp => issues.TryGetValue(followUp.Task.Key, out var number) ? followUp with { Issue = number } : followUp)],
    };

    public Measure Measure(string name) => Measures.First(measure => measure.Name == name);
}
