using System.Globalization;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Secrets;

namespace PostmortemAction.Core.TaskLists;

/// <summary>What people made of the list of tasks in the document of an open pull request.</summary>
/// <param name="Linked">The rows of follow-ups, by the issue.</param>
/// <param name="Before">The same as we last wrote them; null where that is not known.</param>
/// <param name="Unlinked">The rows without an issue, from top to bottom.</param>
/// <param name="Ticks">Which boxes are ticked, by the issue.</param>
/// <param name="Removed">The issues whose rows were taken out.</param>
public sealed record ReviewedTasks(
    IReadOnlyDictionary<IssueKey, TaskRow> Linked, IReadOnlyDictionary<IssueKey, TaskRow>? Before, IReadOnlyList<TaskRow> Unlinked, IReadOnlyDictionary<IssueKey, bool> Ticks, IReadOnlyList<IssueKey> Removed)
{
    public static ReviewedTasks Nothing { get; } = new(new Dictionary<IssueKey, TaskRow>(), null, [], new Dictionary<IssueKey, bool>(), []);

    /// <param name="names">Further names of sections.</param>
    public static ReviewedTasks Of(ExistingState existing, IReadOnlyDictionary<string, string> names)
    {
        if (existing.BranchDocument is not { } current || existing.PullRequest is { State: not PullRequestState.Open })
        {
            return Nothing;
        }

        var issues = existing.Ledger.FollowUps.Select(followUp => followUp.Issue).ToHashSet();
        var before = existing.LastDocument is { } last ? Rows(last, issues, names) : null;
        var rows = Rows(current, issues, names);
        var known = ByIssue(before ?? [], issues);
        if (known.Count > 0 && rows.All(row => row.Issue is not { } issue || !issues.Contains(issue)))
        {
            rows = Identified(rows, existing.Ledger.FollowUps);
        }

        var ours = ByIssue(rows, issues);

        // A team's own template may write tasks without their issues: then nobody can tell a new row from a reworded one.
        var hasLinks = issues.Count == 0 || (before is null ? ours : known).Count > 0;
        return new(
            ours,
            before is null ? null : known,
            hasLinks ? [.. rows.Where(row => row is { Link: null, Issue: null })] : [],
            ours.Where(row => row.Value.IsTicked is not null).ToDictionary(row => row.Key, row => row.Value.IsTicked!.Value),
            [.. known.Keys.Where(issue => !ours.ContainsKey(issue)).OrderBy(issue => issue.Repository, StringComparer.OrdinalIgnoreCase).ThenBy(issue => issue.Number)]);
    }

    /// <summary>Which boxes the document ticks as we last wrote it.</summary>
    public static IReadOnlyDictionary<IssueKey, bool> TicksOf(ExistingState existing, IReadOnlyDictionary<string, string> names)
    {
        var issues = existing.Ledger.FollowUps.Select(followUp => followUp.Issue).ToHashSet();
        return ByIssue(Rows(existing.LastDocument ?? "", issues, names), issues).ToDictionary(row => row.Key, row => row.Value.IsDone ?? false);
    }

    /// <summary>The rows of the sections that are called so, and of those in which our follow-ups stand.</summary>
    private static List<TaskRow> Rows(string document, HashSet<IssueKey> issues, IReadOnlyDictionary<string, string> names) =>
        [.. DocumentSection.Split(document)
            .Select(section => (section, new TaskSection(section.Text).Rows))
            .Where(each => TaskSection.IsNamedSo(each.section, names) || each.Rows.Any(row => row.Issue is { } issue && issues.Contains(issue)))
            // An issue may be spoken of elsewhere, too.
            .OrderBy(each => TaskSection.IsNamedSo(each.section, names) ? 0 : 1)
            .SelectMany(each => each.Rows)
            .Select(row => new TaskRow(row.Line, SecretMask.Apply(row.Words).Text, row.Link, IssueOf(row, issues), row.IsTicked) { Table = row.Table })];

    /// <summary>Somebody wrote the list anew, without its links: the rows are told apart by their words, as the incident's tasks are. A box that was not ticked anew says nothing.</summary>
    private static List<TaskRow> Identified(List<TaskRow> rows, IReadOnlyList<LedgerFollowUp> followUps)
    {
        var open = rows.Where(row => row is { Link: null, Task: not null }).ToList();
        var issues = followUps.ToDictionary(followUp => followUp.Task, followUp => followUp.Issue);
        var tasks = open.Zip(TaskIdentity.Of([.. open.Select(row => row.Task!)], followUps), (row, identified) => (row, identified.Task.Key)).ToDictionary(each => each.row, each => each.Key);
        return [.. rows.Select(row => tasks.TryGetValue(row, out var key) && issues.TryGetValue(key, out var issue)
            ? new TaskRow(row.Line, row.Words, null, issue, row.IsTicked == true ? true : null) { Table = row.Table } : row)];
    }

    /// <summary>A team's own template may write a number alone; then the address names the repository.</summary>
    private static IssueKey? IssueOf(TaskRow row, HashSet<IssueKey> issues) =>
        issues.Where(issue => issue.Repository is not null && row.Issue?.Number == issue.Number)
            .FirstOrDefault(issue => row.Link!.Contains($"/{issue.Repository}/issues/{issue.Number.ToString(CultureInfo.InvariantCulture)})", StringComparison.OrdinalIgnoreCase)) is { Number: > 0 } found
            ? found : row.Issue;

    private static Dictionary<IssueKey, TaskRow> ByIssue(IEnumerable<TaskRow> rows, HashSet<IssueKey> issues) =>
        rows.Where(row => row.Issue is { } issue && issues.Contains(issue)).DistinctBy(row => row.Issue).ToDictionary(row => row.Issue!.Value);
}
