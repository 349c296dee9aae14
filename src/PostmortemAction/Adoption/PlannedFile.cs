using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Adoption;

/// <summary>A file that <c>init</c> writes, or would write.</summary>
/// <param name="Text">With the line ends of the repository.</param>
/// <param name="Diff">From what is there to <paramref name="Text"/>; empty unless they differ.</param>
public sealed record PlannedFile(string Path, string Text, FileState State, string Diff)
{
    /// <param name="existing">What is there; null for nothing.</param>
    public static PlannedFile Of(string path, string text, string? existing, bool windowsLines)
    {
        var (wanted, there) = (PlainText.Clean(text), PlainText.Clean(existing));
        var state = existing is null ? FileState.New : there == wanted ? FileState.Unchanged : FileState.Different;
        return new(
            path,
            windowsLines ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text,
            state,
            state == FileState.Different ? TextDiff.Of(there, wanted) : "");
    }
}
