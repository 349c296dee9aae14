using System.Globalization;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Simulation.Invariants;

/// <summary>What must hold for what GitHub keeps, at any time. Each says what breaks it.</summary>
public static class StateInvariants
{
    public static IReadOnlyList<(string Name, Func<SimulatedGitHub, IEnumerable<string>> Broken)> All { get; } =
    [
        (InvariantNames.OneOpenPullRequest, github => OpenPullRequests(github.Repository)),
        (InvariantNames.OneStatusComment, github => StatusComments(github.Repository)),
        (InvariantNames.OneFollowUpPerTask, github => FollowUps(github.Repositories)),
        (InvariantNames.RemindedOnce, github => github.Repositories.SelectMany(Reminders)),
        (InvariantNames.HumanTextKept, github => github.People.Texts.Lost(github.Repository)),
    ];

    /// <summary>Follow-ups that the bot made and closed again because there was another for the same task.</summary>
    public static IReadOnlyList<StoredIssue> ClosedDuplicates(StoredRepository repository) =>
        [.. OwnFollowUps(repository).GroupBy(each => each.Key).Where(group => group.Count() > 1)
            .SelectMany(group => group.Where(each => !each.Issue.IsOpen && each.Issue.ClosedBy == StoredRepository.Bot).Select(each => each.Issue))];

    private static IEnumerable<string> OpenPullRequests(StoredRepository repository) =>
        repository.Issues.Where(issue => issue is { IsOpen: true, Pull: not null } && PostmortemBranch.TryParse(issue.Pull.Head, out _))
            .GroupBy(issue => issue.Pull!.Head).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key} has {Numbers(group)}");

    private static IEnumerable<string> StatusComments(StoredRepository repository) =>
        repository.Comments.Where(comment => comment.Author == StoredRepository.Bot)
            .GroupBy(comment => Marker.TryFind(comment.Body, Marker.Status, out var marker) ? marker["incident"] : null)
            .Where(group => group.Key is not null && group.Count() > 1)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"incident {group.Key} has {group.Count()}"));

    /// <summary>Once before a date, then at most once in seven days; of a postmortem once.</summary>
    private static IEnumerable<string> Reminders(StoredRepository repository) =>
        from comment in repository.Comments
        where comment.Author == StoredRepository.Bot
        let marker = Marker.TryFind(comment.Body, Marker.Reminder, out var found) ? found : null
        where marker is not null
        let of = (marker["incident"], Task: marker["of"]!, Due: marker["due"]!)
        group DateOnly.ParseExact(marker["on"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture) by of into sent
        let due = DateOnly.ParseExact(sent.Key.Due, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        let late = sent.Where(day => day > due).Order().ToList()
        where sent.Count(day => day <= due) > 1 || late.Zip(late.Skip(1)).Any(pair => pair.Second < pair.First.AddDays(7)) || (sent.Key.Task == Marker.PullRequest && sent.Count() > 1)
        select $"{sent.Key.Task}, due {sent.Key.Due}: {string.Join(", ", sent.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))}";

    private static IEnumerable<string> FollowUps(IEnumerable<StoredRepository> repositories) =>
        repositories.SelectMany(OwnFollowUps).Where(each => each.Issue.IsOpen).GroupBy(each => each.Key).Where(group => group.Count() > 1)
            .Select(group => $"incident {group.Key.Incident}, task {group.Key.Task} has {Numbers(group.Select(each => each.Issue))}");

    private static IEnumerable<((string? Incident, string? Task) Key, StoredIssue Issue)> OwnFollowUps(StoredRepository repository) =>
        repository.Issues.Where(issue => issue is { Pull: null, IsDeleted: false, Author: StoredRepository.Bot })
            .Select(issue => (Key: Marker.TryFind(issue.Body, Marker.FollowUp, out var marker) ? (Incident(repository, marker), marker["task"]) : (null, null), Issue: issue))
            .Where(each => each.Key.Item2 is not null);

    /// <summary>One of a third repository is another one of the same number.</summary>
    private static string? Incident(StoredRepository repository, Marker marker) =>
        marker["from"] is { } from && from != repository.Neighbour?.FullName ? $"{from}#{marker["incident"]}" : marker["incident"];

    private static string Numbers(IEnumerable<StoredIssue> issues) =>
        string.Join(", ", issues.Select(issue => string.Create(CultureInfo.InvariantCulture, $"#{issue.Number}")));
}
