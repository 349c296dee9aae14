using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>Why a file of the archive gives no row, wherever the archive is.</summary>
public static class ArchiveFileProblem
{
    /// <summary>GitHub shows no longer Markdown file either.</summary>
    public const int MostBytes = 512 * 1024;

    public static Problem Empty(string path) => Problem.Warning("archive-file-empty", "The file is empty.", "Fill it in, or delete it.", path);

    public static Problem TooLarge(string path) => Problem.Warning("archive-file-too-large", "The file is larger than 512 kB.", "Move logs and other long texts out of it.", path);

    public static Problem NotText(string path) => Problem.Warning("archive-file-not-text", "The file is not text in UTF-8.", "Save it as UTF-8.", path);

    public static Problem Hidden(string path) =>
        Problem.Note("archive-file-hidden", "The file is hidden, so it was not read.", "Take the point off its name if it belongs to the archive.", path);
}
