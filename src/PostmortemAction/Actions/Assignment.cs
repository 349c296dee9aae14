using System.Globalization;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Actions;

/// <summary>What a run is for: some incidents, all that may need it, the repository as a whole, or nothing and why.</summary>
/// <param name="Numbers">The issues; empty with <paramref name="All"/>, <see cref="Range"/> or <paramref name="Notice"/>.</param>
/// <param name="All">Every incident that is open or was resolved lately.</param>
/// <param name="Notice">Why the event concerns no incident.</param>
public sealed record Assignment(IReadOnlyList<int> Numbers, bool All, string? Notice)
{
    /// <summary>Old incidents that somebody asked for without naming them.</summary>
    public IncidentRange? Range { get; init; }

    /// <summary>The pull request whose postmortems are to be reviewed, in place of incidents.</summary>
    public int? Review { get; init; }

    /// <summary>What is to be done for the repository as a whole, behind the incidents.</summary>
    public RepositoryWork Repository { get; init; }

    /// <summary>Whether that is all.</summary>
    public bool IsRepositoryOnly => Repository != RepositoryWork.None && Numbers.Count == 0 && !All && Range is null;

    /// <summary>What can be said from the event alone, before anything is asked of GitHub.</summary>
    /// <exception cref="ProblemException">The input names no issue.</exception>
    public static Assignment Of(TriggerEvent trigger, string issueNumber)
    {
        if (issueNumber.Length > 0)
        {
            return Named(issueNumber);
        }

        return trigger switch
        {
            { Name: "issues" or "issue_comment", IsPullRequest: true } => None("The comment is on a pull request."),
            { Name: "issues", Action: "deleted" or "transferred" } => None($"The issue was {trigger.Action}."),
            { Name: "issues", Action: "closed" or "reopened", FollowUpOf: { } incident } => new([incident], false, null),
            { Name: "issues" or "issue_comment", Issue: { } number } => new([number], false, null),
            { Name: "workflow_dispatch", DispatchedIssues: { Length: > 0 } numbers } => Named(numbers),
            { Name: "workflow_dispatch" } => new([], false, null) { Repository = RepositoryWork.IndexAndDigest },
            { Name: "schedule" } => new([], true, null) { Repository = RepositoryWork.IndexAndDigest },
            { Name: "pull_request", IsFromFork: false, Branch: IndexBranch.Name, Action: "reopened" } => new([], false, null) { Repository = RepositoryWork.Index },
            { Name: "pull_request", IsFromFork: false } when PostmortemBranch.TryParse(trigger.Branch, out var branch) => new([branch.Incident], false, null) { Repository = trigger.IsMerged ? RepositoryWork.Index : RepositoryWork.None },
            { Name: "pull_request", Action: "opened" or "synchronize" or "edited" or "reopened", PullRequest: { } pull, HeadCommit: not null } => new([], false, null) { Review = pull },
            { Name: "pull_request" } => None("The pull request is no postmortem's."),
            { Name: "push", DefaultBranch: { } main } when trigger.Pushed == $"refs/heads/{main}" => new([], false, null) { Repository = RepositoryWork.Index },
            { Name: "push" } => None("The push is to another branch than the default one."),
            _ => throw new ProblemException(Problem.Error(
                "issue-not-named",
                $"The event {Quoted.Code(trigger.Name)} does not say which incident it is about.",
                "Give the input `issue-number`.")),
        };
    }

    /// <summary>Why the event is no incident's after all, now that the labels' names are known; null when it is one's.</summary>
    public static string? NotFor(TriggerEvent trigger, RunSettings settings)
    {
        if (trigger.Name is not ("issues" or "issue_comment") || trigger.Issue is null || trigger is { Action: "closed" or "reopened", FollowUpOf: not null })
        {
            return null;
        }

        // A deleted label is absent from the event; then the issue itself has to tell.
        var isUnlabelled = trigger.Action == "unlabeled" && Same(trigger.Label, settings.IncidentLabel);
        if (!isUnlabelled && !trigger.Labels.Any(label => Same(label, settings.IncidentLabel)))
        {
            return $"Issue {trigger.Issue} is no incident: it does not carry the label {Quoted.Code(settings.IncidentLabel)}.";
        }

        if (trigger.Labels.Any(label => Same(label, settings.ResolvedLabel)))
        {
            // Of the runs that wait for one, GitHub drops all but the last: this one may have to do what was asked for by another event.
            // https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
            return null;
        }

        if (trigger is { Name: "issue_comment", SenderIsBot: true })
        {
            return "The comment is by a bot.";
        }

        var matters = trigger.Action is not ("labeled" or "unlabeled") || trigger.Label is not { } label
            || Same(label, settings.IncidentLabel) || Same(label, settings.ResolvedLabel) || Severity.OfLabel(label) is not null;
        return matters ? null : $"The label {Quoted.Code(trigger.Label)} says nothing about the incident.";
    }

    private static Assignment None(string notice) => new([], false, notice);

    private static Assignment Named(string text) => IncidentRange.Parse(text, out var unread) is not { } range ? new(Parse(text), false, null)
        : unread is null ? new([], false, null) { Range = range }
        : throw new ProblemException(Problem.Error(
            "issue-number-unreadable", $"{Quoted.Code(unread)} after `all` is no date.", "Write `all`, or `all since 2024-01-31`."));

    private static List<int> Parse(string text)
    {
        var numbers = new List<int>();
        foreach (var word in text.Split([' ', ',', '\n', '\t', '\r', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            numbers.Add(int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw new ProblemException(Problem.Error(
                    "issue-number-unreadable", $"{Quoted.Code(word)} is no issue number.", "Give numbers such as `42` or `42 57`, or `all`.")));
        }

        return numbers.Count > 0 ? [.. numbers.Distinct()]
            : throw new ProblemException(Problem.Error(
                "issue-number-unreadable", $"{Quoted.Code(text)} holds no issue number.", "Give numbers such as `42` or `42 57`."));
    }

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
