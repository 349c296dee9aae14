using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.DueDates;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.TaskLists;
using PostmortemAction.Core.Text;
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
    /// <summary>The impact in numbers, as far as the facts allow.</summary>
    public IReadOnlyList<ImpactMeasure> ImpactMeasures { get; init; } = [];

    /// <summary>Earlier incidents that it is like, the most alike first.</summary>
    public IReadOnlyList<EarlierIncident> SeenBefore { get; init; } = [];

    /// <summary>When it should be published; null where nobody chose.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Where follow-ups may be made beside the incident's own repository.</summary>
    public RepositoryList Repositories { get; init; } = RepositoryList.None;

    /// <summary>Whether the incident is to be closed once this is published.</summary>
    public bool ClosesIncident { get; init; }

    /// <summary>Why it is not written; null where it is.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>The same with the follow-up issues, by task key.</summary>
    public Postmortem With(IReadOnlyDictionary<string, IssueKey> issues) => this with
    {
        FollowUps = [.. FollowUps.Select(followUp => issues.TryGetValue(followUp.Task.Key, out var issue) ? followUp with { Issue = issue, Repository = issue.Repository } : followUp)],
    };

    /// <summary>The same with the tasks' identities for good, in the words and the state that people gave them, and what is to be said of those that went or wait.</summary>
    public Postmortem With(ExistingState existing, RunSettings? settings = null)
    {
        settings ??= new();
        var tasks = TaskIdentity.Of(Incident.Tasks, existing.Ledger.FollowUps);
        var reviewed = ReviewedTasks.Of(existing, settings.Names);
        var followUps = Postmortems.FollowUps.Of(tasks, existing, reviewed, ReviewedTasks.TicksOf(existing, settings.Names), settings.FollowUps.Repositories, Incident.Record.Repository)
            .Select(followUp => followUp with { Task = DueDate.Complete(followUp.Task, this, settings.FollowUps) }).ToList();
        return this with
        {
            Repositories = settings.FollowUps.Repositories,
            ClosesIncident = settings.Publish.ClosesIncident,
            Due = DueDate.Of(this, settings.Publish.Due, settings.FollowUps.BusinessDays),
            FollowUps = followUps,
            Timeline = existing.PullRequest is { State: PullRequestState.Merged, ClosedAt: { } published } ? TimelineOf(published) : Timeline,
            Problems = [.. Problems, .. Overtaken(existing), .. Resting(existing), .. FollowUpProblems.Of(Incident, followUps, existing, reviewed, settings.FollowUps.Repositories)],
            SeenBefore = Archives.SeenBefore.Of(this, existing.Archive, settings.Directory),
        };
    }

    /// <summary>What GitHub notes once it is published, such as the closing of the incident, is no news of the incident; unless that was opened again.</summary>
    private IReadOnlyList<TimelineEntry> TimelineOf(Instant published) =>
        Incident.ReopenedAt is not null || Incident.ContinuedAt > published ? Timeline
            : [.. Timeline.Where(entry => entry is not { Origin: EntryOrigin.Event, At.Instant: { } at } || at <= published)];

    private static IEnumerable<Problem> Overtaken(ExistingState existing) => !existing.IsOvertaken ? [] :
    [
        Problem.Warning(
            "document-overtaken",
            $"The file {Quoted.Code(existing.Ledger.Path)} came to the default branch after this branch began, most likely for another incident of the same day and title, so GitHub cannot merge this one.",
            "Give this document another name on its branch before you merge it; from then on it is yours.",
            existing.Ledger.Path),
    ];

    private static IEnumerable<Problem> Resting(ExistingState existing) =>
        existing.PullRequest is { State: PullRequestState.Open } && RestingDocument.Of(existing) is { } rests ? [rests] : [];

    /// <summary>Whether somebody who may asked since then to go on: by a command, or by labelling the incident as over anew.</summary>
    public bool IsAskedFor(Instant since) => Incident.Commanded.AsksToReopen(since)
        || (Incident.Over > since && Incident.Record.Events.Any(e => e.Event == "labeled" && e.At == Incident.Over));

    public Measure Measure(string name) => Measures.First(measure => measure.Name == name);
}
