using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.People;

/// <summary>All that people typed, by place. It has to stay there until a person takes it away.</summary>
public sealed partial class HumanTexts
{
    private readonly Dictionary<TextPlace, List<string>> texts = [];

    public int Count => texts.Count;

    /// <summary>What a person made of a place: the lines that they added are theirs, and of theirs those that they left.</summary>
    public void Changed(TextPlace place, string? before, string after)
    {
        var (old, now) = (Normal(before ?? ""), Normal(after));
        var kept = (texts.GetValueOrDefault(place) ?? []).Where(text => now.Contains(text, StringComparison.Ordinal)).ToList();
        texts[place] = [.. kept, .. Added(old, now).Where(text => !kept.Contains(text))];
    }

    /// <summary>A person took a place away, with all that was in it.</summary>
    public void Gone(Predicate<TextPlace> which)
    {
        foreach (var place in texts.Keys.Where(place => which(place)).ToList())
        {
            texts.Remove(place);
        }
    }

    /// <summary>What people typed in a place is in another one now too, such as after a merge.</summary>
    public void Copied(TextPlace from, TextPlace to)
    {
        if (texts.TryGetValue(from, out var list))
        {
            texts[to] = [.. list];
        }
    }

    public IEnumerable<TextPlace> Places => texts.Keys;

    public IEnumerable<string> Lost(StoredRepository repository)
    {
        foreach (var (place, typed) in texts)
        {
            var current = place.Read(repository);
            foreach (var text in typed.Where(text => current is null || (text != current && !Normal(current).Contains(text, StringComparison.Ordinal))))
            {
                yield return $"{place} lost: {text}";
            }
        }
    }

    /// <summary>Lines that were not there before, those that follow each other as one text.</summary>
    private static List<string> Added(string old, string now)
    {
        if (old.Length == 0)
        {
            return now.Length == 0 ? [] : [now];
        }

        var known = old.Split('\n').ToHashSet();
        var added = new List<string>();
        var isOpen = false;
        foreach (var line in now.Split('\n'))
        {
            var isNew = !known.Contains(line);
            if (isNew && isOpen)
            {
                added[^1] += "\n" + line;
            }
            else if (isNew)
            {
                added.Add(line);
            }

            isOpen = isNew;
        }

        return added;
    }

    /// <summary>The box and the issue of a task's row are for both sides to write.</summary>
    private static string Normal(string text) => Row().Replace(text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text, "- ");

    [GeneratedRegex(@"^- (\[[ x]\] )?(\[#\d+\]\([^)\n]*\) )?", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
