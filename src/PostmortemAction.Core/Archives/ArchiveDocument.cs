using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>What was read of one file. It holds for as long as the file holds the same bytes, whatever day it is.</summary>
/// <param name="Row">Null where nothing in it tells of an incident; <paramref name="Problems"/> says why.</param>
/// <param name="Problems">Of a file that gives no row.</param>
public sealed record ArchiveDocument(string Path, string Blob, ArchiveRow? Row, IReadOnlyList<Problem> Problems)
{
    /// <param name="text">Null for what is no text.</param>
    public static ArchiveDocument Read(ArchiveFile file, string? text)
    {
        if (text is null || text.Contains('\0', StringComparison.Ordinal))
        {
            return new(file.Path, file.Blob, null, [ArchiveFileProblem.NotText(file.Path)]);
        }

        try
        {
            return new(file.Path, file.Blob, ArchiveReader.Read(file.Path, text), []);
        }
        catch (ProblemException e)
        {
            return new(file.Path, file.Blob, null, e.Problems);
        }
    }
}
