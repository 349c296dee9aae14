using FuzzySharp;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Ledgers;

/// <summary>Finds which task is which after people reworded, moved, removed and added some.</summary>
public static class TaskIdentity
{
    /// <summary>Less alike, and it is another task: to rename an issue that somebody works on is worse than one issue more.</summary>
    private const int Alike = 60;

    /// <summary>The tasks with the keys of their follow-ups: the same words first, then the most alike.</summary>
    public static IReadOnlyList<IdentifiedTask> Of(IReadOnlyList<IncidentTask> tasks, IReadOnlyList<LedgerFollowUp> followUps)
    {
        var free = followUps.ToList();
        var found = new LedgerFollowUp?[tasks.Count];
        Match((task, followUp) => task.Key == followUp.Text ? 100 : 0);
        Match((task, followUp) => task.Key == followUp.Task ? 100 : 0);
        var words = tasks.Select(task => task.Title).Concat(followUps.Select(followUp => followUp.Title).OfType<string>()).Distinct().ToDictionary(title => title, PlainText.Fold);
        // One that people added in the document has its task there; only the very same words are the same task.
        Match((task, followUp) => followUp is { Title: { } title, IsAdded: false } ? Likeness(words[task.Title], words[title]) : 0);

        var used = followUps.Select(followUp => followUp.Task).ToHashSet();
        return [.. tasks.Select((task, i) => new IdentifiedTask(task with { Key = found[i]?.Task ?? NewKey(task.Key, used) }, task.Key))];

        void Match(Func<IncidentTask, LedgerFollowUp, int> likeness)
        {
            var pairs = from i in Enumerable.Range(0, tasks.Count)
                        where found[i] is null
                        from followUp in free
                        let alike = likeness(tasks[i], followUp)
                        where alike >= Alike
                        orderby alike descending, i
                        select (i, followUp);
            foreach (var (i, followUp) in pairs.ToList())
            {
                if (found[i] is null && free.Remove(followUp))
                {
                    found[i] = followUp;
                }
            }
        }
    }

    /// <summary>A key that nobody has: the words of a task that was reworded since may come back as a new one.</summary>
    internal static string NewKey(string key, HashSet<string> used)
    {
        var name = key;
        for (var copy = 2; !used.Add(name); copy++)
        {
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}-{copy}");
        }

        return name;
    }

    private static int Likeness(string task, string title) =>
        Fuzz.TokenSetRatio(task, title) is var words && words >= Alike ? (words + Fuzz.Ratio(task, title)) / 2 : 0;
}
