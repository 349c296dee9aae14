using System.Globalization;

namespace PostmortemAction.Core.Archives;

/// <summary>The issues of a document's tasks, as our documents list them: <c>- [#45](https://github.com/acme/shop/issues/45) Add an alert</c>, or in a table's column.</summary>
internal static class TaskIssues
{
    /// <returns>None where not each task has a link of its own: then how many are done cannot be said from issues.</returns>
    public static IReadOnlyList<int> In(string? section, int tasks)
    {
        var numbers = (section ?? "").Split('\n').Concat(IssueCells.In(section)).Select(Number).OfType<int>().Distinct().ToList();
        return numbers.Count == tasks ? numbers : [];
    }

    private static int? Number(string line)
    {
        var item = line.TrimStart(' ', '\t', '-', '*', '+');
        item = item is ['[', ' ' or 'x' or 'X', ']', ' ', .. var task] ? task : item;
        if (!item.StartsWith("[#", StringComparison.Ordinal) || item.IndexOf("](", StringComparison.Ordinal) is not (> 0 and var middle) || item.IndexOf(')', middle) is not (> 0 and var end))
        {
            return null;
        }

        var number = item[2..middle];
        return item[(middle + 2)..end].EndsWith($"/issues/{number}", StringComparison.Ordinal)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known > 0 ? known : null;
    }
}
