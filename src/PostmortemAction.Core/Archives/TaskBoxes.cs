namespace PostmortemAction.Core.Archives;

/// <summary>Which tasks of a document are done, where it has a box to tick for each; in a table the tick stands behind the issue.</summary>
internal static class TaskBoxes
{
    /// <returns>How many are ticked; null where boxes and tasks are not the same number, for then a task may be done without a tick.</returns>
    public static int? Done(string? section, int tasks)
    {
        var boxes = (section ?? "").Split('\n').Select(Box).OfType<bool>().Concat(IssueCells.In(section).Select(IssueCells.IsTicked)).ToList();
        return tasks > 0 && boxes.Count == tasks ? boxes.Count(isTicked => isTicked) : null;
    }

    /// <summary>Whether the item is ticked; null for a line that is none or has no box.</summary>
    private static bool? Box(string line)
    {
        var item = line.TrimStart();
        var text = item is ['-' or '*' or '+', ' ', ..] ? item[1..].TrimStart()
            : item.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is ['.' or ')', ' ', .. var numbered] && char.IsAsciiDigit(item[0]) ? numbered.TrimStart()
            : "";
        return text is ['[', var mark and (' ' or 'x' or 'X'), ']', ' ', ..] ? mark != ' ' : null;
    }
}
