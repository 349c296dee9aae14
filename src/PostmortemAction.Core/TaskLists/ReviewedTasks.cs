using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Secrets;

namespace PostmortemAction.Core.TaskLists;

/// <summary>What people made of the list of tasks in the document of an open pull request.</summary>
/// <param name="Linked">The rows of follow-ups, by the number.</param>
/// <param name="Before">The same as we last wrote them; null where that is not known.</param>
/// <param name="Unlinked">The rows without an issue, from top to bottom.</param>
/// <param name="Ticks">Which boxes are ticked, by the number.</param>
/// <param name="Removed">The issues whose rows were taken out.</param>
public sealed record ReviewedTasks(
    IReadOnlyDictionary<int, TaskRow> Linked, IReadOnlyDictionary<int, TaskRow>? Before, IReadOnlyList<TaskRow> Unlinked, IReadOnlyDictionary<int, bool> Ticks, IReadOnlyList<int> Removed)
{
    public static ReviewedTasks Nothing { get; } = new(new Dictionary<int, TaskRow>(), null, [], new Dictionary<int, bool>(), []);

    /// <param name="names">Further names of sections.</param>
    public static ReviewedTasks Of(ExistingState existing, IReadOnlyDictionary<string, string> names)
    {
        if (existing.BranchDocument is not { } current || existing.PullRequest is { State: not PullRequestState.Open })
        {
            return Nothing;
        }

        var numbers = existing.Ledger.FollowUps.Select(followUp => followUp.Number).ToHashSet();
        var before = existing.LastDocument is { } last ? Rows(last, numbers, names) : null;
        var rows = Rows(current, numbers, names);
        var ours = ByNumber(rows, numbers);
        var known = ByNumber(before ?? [], numbers);

        // A team's own template may write tasks without their issues: then nobody can tell a new row from a reworded one.
        var hasLinks = numbers.Count == 0 || (before is null ? ours : known).Count > 0;
        return new(
            ours,
            before is null ? null : known,
            hasLinks ? [.. rows.Where(row => row.Link is null)] : [],
            ours.Where(row => row.Value.IsTicked is not null).ToDictionary(row => row.Key, row => row.Value.IsTicked!.Value),
            [.. known.Keys.Where(number => !ours.ContainsKey(number)).Order()]);
    }

    /// <summary>Which boxes the document ticks as we last wrote it.</summary>
    public static IReadOnlyDictionary<int, bool> TicksOf(ExistingState existing, IReadOnlyDictionary<string, string> names)
    {
        var numbers = existing.Ledger.FollowUps.Select(followUp => followUp.Number).ToHashSet();
        return ByNumber(Rows(existing.LastDocument ?? "", numbers, names), numbers).ToDictionary(row => row.Key, row => row.Value.IsTicked ?? false);
    }

    /// <summary>The rows of the sections that are called so, and of those in which our follow-ups stand.</summary>
    private static List<TaskRow> Rows(string document, HashSet<int> numbers, IReadOnlyDictionary<string, string> names) =>
        [.. DocumentSection.Split(document)
            .Select(section => (section, new TaskSection(section.Text).Rows))
            .Where(each => TaskSection.IsNamedSo(each.section, names) || each.Rows.Any(row => row.Number is { } number && numbers.Contains(number)))
            .SelectMany(each => each.Rows)
            .Select(row => new TaskRow(row.Line, SecretMask.Apply(row.Words).Text, row.Link, row.Number, row.IsTicked))];

    private static Dictionary<int, TaskRow> ByNumber(IEnumerable<TaskRow> rows, HashSet<int> numbers) =>
        rows.Where(row => row.Number is { } number && numbers.Contains(number)).DistinctBy(row => row.Number).ToDictionary(row => row.Number!.Value);
}
