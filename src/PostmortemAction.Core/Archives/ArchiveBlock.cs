using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>
/// Our part of the archive's index. What people write above and below it stays to the byte, and where somebody wrote into it nothing is
/// written at all: its first line notes the fingerprint of what we wrote, so an edit shows.
/// </summary>
public static class ArchiveBlock
{
    private const string Begin = "<!-- postmortem-action index begin ";
    private const string BeginEnd = " -->";
    private const string End = "<!-- postmortem-action index end -->";

    /// <param name="existing">What the file holds; null where there is none.</param>
    /// <param name="path">The file's path, for people.</param>
    /// <exception cref="ProblemException">Our part is not as we wrote it, or is there twice.</exception>
    public static string Update(string? existing, string block, string path)
    {
        // The marks in a document's words are broken before they come here, so ours are the only ones.
        block = block.Trim('\n');
        if (existing is null || existing.Trim('\r', '\n', ' ', '\uFEFF').Length == 0)
        {
            return $"# Postmortems\n\n{Wrap(block, "\n")}\n";
        }

        var newLine = existing.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var start = existing.IndexOf(Begin, StringComparison.Ordinal);
        var end = existing.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 && end < 0)
        {
            return $"{existing.TrimEnd('\r', '\n')}{newLine}{newLine}{Wrap(block, newLine)}{newLine}";
        }

        var head = start < 0 ? -1 : existing.IndexOf(BeginEnd, start, StringComparison.Ordinal);
        if (head < 0 || end < head || existing.IndexOf(Begin, head, StringComparison.Ordinal) >= 0 || existing.IndexOf(End, end + 1, StringComparison.Ordinal) >= 0)
        {
            throw new ProblemException(Problem.Error(
                "index-marks-broken", "The marks around our part of the index are not there once each, so nothing was written.", "Delete both marks and what stands between them; the next run writes it anew.", path));
        }

        if (existing[(start + Begin.Length)..head].Trim() != Sum(existing[(head + BeginEnd.Length)..end]))
        {
            throw new ProblemException(Problem.Error(
                "index-edited", "Somebody wrote into our part of the index, so nothing was written.", "Move the words above or below it and delete what is between the marks, with the marks; the next run writes it anew.", path));
        }

        return existing[..start] + Wrap(block, newLine) + existing[(end + End.Length)..];
    }

    /// <summary>
    /// The index from two places that people may write in: the default branch, and the branch of the pull request. What somebody changed on the branch
    /// wins, what somebody changed on the default branch comes in, and where both wrote in the same part both stay.
    /// </summary>
    /// <param name="ancestor">What both were made from; null for none.</param>
    /// <param name="isKnown">Whether that is known. Else what stands on the branch counts as somebody's.</param>
    /// <exception cref="ProblemException">Our part is not as we wrote it, or is there twice.</exception>
    public static string Join(string? onBase, string? onBranch, string? ancestor, bool isKnown, string block, string path)
    {
        var (mine, theirs) = (Split(Update(onBranch, block, path)), Split(Update(onBase, block, path)));
        (string Above, string Own, string Below)? before = null;
        try
        {
            before = isKnown ? Split(Update(ancestor, block, path)) : null;
        }
        catch (ProblemException)
        {
            // It was broken then, and is not any more.
        }

        return Both(mine.Above, theirs.Above, before?.Above) + mine.Own + Both(mine.Below, theirs.Below, before?.Below);
    }

    private static string Both(string mine, string theirs, string? before)
    {
        if (mine == theirs || theirs == before)
        {
            return mine;
        }

        if (mine == before)
        {
            return theirs;
        }

        var (known, added) = (mine.Split('\n').Concat((before ?? "").Split('\n')).Select(line => line.TrimEnd()).ToHashSet(), new List<string>());
        added.AddRange(theirs.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && !known.Contains(line)));
        var text = mine.TrimEnd();
        return added.Count == 0 ? mine : $"{text}\n\n{string.Join('\n', added)}{(text.Length == mine.Length ? "\n" : mine[text.Length..])}";
    }

    private static (string Above, string Own, string Below) Split(string text)
    {
        var (start, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal) + End.Length);
        return (text[..start], text[start..end], text[end..]);
    }

    private static string Wrap(string block, string newLine) => $"{Begin}{Sum(block)}{BeginEnd}\n{block}\n{End}".Replace("\n", newLine, StringComparison.Ordinal);

    private static string Sum(string block) => Fingerprint.Of(block.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n'));
}
