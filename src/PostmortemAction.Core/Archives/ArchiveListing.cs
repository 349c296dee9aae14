using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>What a folder of postmortems holds at a commit: which files are documents, and what is to be said of the others.</summary>
public sealed record ArchiveListing
{
    public const string IndexName = "README.md";
    public const string CacheName = "index.json";

    private ArchiveListing(IReadOnlyList<ArchiveFile> documents, IReadOnlyList<Problem> problems, ArchiveFile? index, ArchiveFile? cache) =>
        (Documents, Problems, Index, Cache) = (documents, problems, index, cache);

    /// <summary>Files to be read, by path.</summary>
    public IReadOnlyList<ArchiveFile> Documents { get; }

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The index as Markdown; null where there is none.</summary>
    public ArchiveFile? Index { get; }

    /// <summary>What the last run left; null where there is none.</summary>
    public ArchiveFile? Cache { get; }

    /// <param name="files">Below the archive's folder, in whatever order.</param>
    public static ArchiveListing Of(IEnumerable<ArchiveFile> files)
    {
        var documents = new List<ArchiveFile>();
        var problems = new List<Problem>();
        ArchiveFile? index = null, cache = null;
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var name = ArchivePath.Name(file.Path);
            if (file.Path == CacheName)
            {
                cache = file;
            }
            else if (file.Path.Equals(IndexName, StringComparison.OrdinalIgnoreCase))
            {
                // Where both are there, the one that we would write counts; in code-point order it comes first.
                index ??= file;
            }

            // What stands in a hidden folder is some program's.
            if (!name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.Equals(IndexName, StringComparison.OrdinalIgnoreCase)
                || file.Path.Split('/')[..^1].Any(folder => folder[0] == '.'))
            {
                continue;
            }

            if (Refused(file, name) is { } problem)
            {
                problems.Add(problem);
            }
            else if (file.IsFile)
            {
                documents.Add(file);
            }
        }

        return new(documents, problems, index, cache);
    }

    private static Problem? Refused(ArchiveFile file, string name) => file switch
    {
        { IsLink: true } => Problem.Warning("archive-link", "It is a link, so it was not followed.", "Put the document itself there.", file.Path),
        { IsFile: true, Size: 0 } => ArchiveFileProblem.Empty(file.Path),
        { IsFile: true, Size: > ArchiveFileProblem.MostBytes } => ArchiveFileProblem.TooLarge(file.Path),
        { IsFile: true } when name[0] == '.' => ArchiveFileProblem.Hidden(file.Path),
        _ => null,
    };
}
