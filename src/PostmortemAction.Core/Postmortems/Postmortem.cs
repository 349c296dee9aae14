using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Ledgers;
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
    /// <summary>Issues that one run creates at most: GitHub refuses who creates too much at once.</summary>
    private const int MostCreated = 50;

    /// <summary>The impact in numbers, as far as the facts allow.</summary>
    public IReadOnlyList<ImpactMeasure> ImpactMeasures { get; init; } = [];

    /// <summary>The same with the numbers of the follow-up issues, by task key.</summary>
    public Postmortem With(IReadOnlyDictionary<string, int> issues) => this with
    {
        FollowUps = [.. FollowUps.Select(followUp => issues.TryGetValue(followUp.Task.Key, out var number) ? followUp with { Issue = number } : followUp)],
    };

    /// <summary>The same with the tasks' identities for good, and what is to be said of those that went or wait.</summary>
    public Postmortem With(Ledger ledger)
    {
        var tasks = TaskIdentity.Of(Incident.Tasks, ledger.FollowUps);
        var issues = ledger.FollowUps.ToDictionary(followUp => followUp.Task, followUp => followUp.Number);
        var waiting = tasks.Where(task => !issues.ContainsKey(task.Task.Key)).Skip(MostCreated).Select(task => task.Task.Key).ToHashSet();
        return this with
        {
            FollowUps = [.. tasks.Select(task => new FollowUp(
                task.Task, task.Text, issues.TryGetValue(task.Task.Key, out var number) ? number : null, waiting.Contains(task.Task.Key)))],
            Problems = [.. Problems, .. FollowUpProblems.Of(Incident, tasks, ledger, waiting.Count)],
        };
    }

    /// <summary>Whether somebody who may asked since then to go on: by a command, or by labelling the incident as over anew.</summary>
    public bool IsAskedFor(Instant since) => Incident.Commanded.AsksToReopen(since)
        || (Incident.Over > since && Incident.Record.Events.Any(e => e.Event == "labeled" && e.At == Incident.Over));

    public Measure Measure(string name) => Measures.First(measure => measure.Name == name);
}
