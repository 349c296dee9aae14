using System.Text;
using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Archives;

/// <summary>A local folder of postmortems. What cannot be read is one problem, and the rest goes on.</summary>
internal sealed class ArchiveFolder
{
    /// <summary>Far above that of any archive.</summary>
    private const int MostCacheBytes = 100_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string root;
    private readonly List<FileInfo> files = [];
    private readonly List<Problem> problems = [];

    private ArchiveFolder(string root) => this.root = root;

    /// <summary>Finds the Markdown files below a folder; nothing is read yet.</summary>
    /// <exception cref="ProblemException">There is no such folder, or no such file in it.</exception>
    public static ArchiveFolder Open(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new ProblemException(Problem.Error(
                "archive-missing", File.Exists(path) ? $"{Quoted.Code(path, 300)} is a file." : $"There is no folder {Quoted.Code(path, 300)}.", "Name the folder that holds the postmortems."));
        }

        var folder = new ArchiveFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        folder.Walk(new DirectoryInfo(folder.root));
        if (folder.files.Count == 0 && folder.problems.Count == 0)
        {
            throw new ProblemException(Problem.Error("archive-empty", $"{Quoted.Code(path, 300)} holds no Markdown file but `{ArchiveListing.IndexName}`.", "Name the folder that holds the postmortems."));
        }

        return folder;
    }

    public int Count => files.Count;

    /// <param name="done">Called behind each file.</param>
    public Archive Read(LocalDate today, Action done)
    {
        var rows = new List<ArchiveRow>();
        var unread = new List<Problem>(problems);
        foreach (var file in files)
        {
            try
            {
                rows.Add(ArchiveReader.Read(Below(file), Text(file), today));
            }
            catch (ProblemException e)
            {
                unread.AddRange(e.Problems);
            }

            done();
        }

        var cache = ArchiveCache.Parse(CacheText(), ArchiveListing.CacheName, out var problem);
        return Archive.Of(rows, problem is null ? unread : unread.Append(Here(problem)), cache.FollowUps);
    }

    /// <summary>Nothing but a run writes the file, and all that is lost without it is how far the follow-ups are.</summary>
    private static Problem Here(Problem problem) => problem with
    {
        Message = "It cannot be read, or is another version's, so how far the follow-up issues are is not known here.",
        Fix = "The action writes it anew where it keeps the index; let nobody edit it by hand.",
    };

    /// <summary>What the action noted beside the index knows how far the follow-up issues are; null where there is nothing, or what cannot be it.</summary>
    private string? CacheText()
    {
        var file = new FileInfo(Path.Combine(root, ArchiveListing.CacheName));
        try
        {
            return file is { Exists: true, LinkTarget: null, Length: > 0 and < MostCacheBytes } ? File.ReadAllText(file.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string Text(FileInfo file)
    {
        try
        {
            // What has no length may also be no file, and never end.
            if (file.Length == 0)
            {
                throw new ProblemException(ArchiveFileProblem.Empty(Below(file)));
            }

            if (file.Length > ArchiveFileProblem.MostBytes)
            {
                throw new ProblemException(ArchiveFileProblem.TooLarge(Below(file)));
            }

            var text = Strict.GetString(File.ReadAllBytes(file.FullName));
            return text.Contains('\0', StringComparison.Ordinal) ? throw NoText(file) : text;
        }
        catch (DecoderFallbackException)
        {
            throw NoText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, "archive-file-refused", "The file cannot be read.", "Look at its permissions.");
        }
    }

    private void Walk(DirectoryInfo folder)
    {
        List<FileSystemInfo> entries;
        try
        {
            entries = [.. folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(Problem.Warning("archive-file-refused", "The folder cannot be read.", "Look at its permissions.", Below(folder)));
            return;
        }

        foreach (var entry in entries)
        {
            var isMarkdown = entry.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
            if (entry.LinkTarget is not null)
            {
                TellLink(entry, isMarkdown);
            }
            else if (entry is DirectoryInfo inner)
            {
                // What stands in a hidden folder is some program's.
                if (inner.Name[0] != '.')
                {
                    Walk(inner);
                }
            }
            else if (isMarkdown && entry.Name[0] == '.')
            {
                problems.Add(ArchiveFileProblem.Hidden(Below(entry)));
            }
            else if (isMarkdown && !entry.Name.Equals(ArchiveListing.IndexName, StringComparison.OrdinalIgnoreCase))
            {
                files.Add((FileInfo)entry);
            }
        }
    }

    /// <summary>A link is never followed. One that stays in the folder leads to what is read where it stands; any other one is told.</summary>
    private void TellLink(FileSystemInfo link, bool isMarkdown)
    {
        string? target;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            target = null;
        }

        var isInside = Path.Exists(target) && (target == root || target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        if (!isInside && (isMarkdown || Directory.Exists(link.FullName)))
        {
            problems.Add(Problem.Warning("archive-link", "The link leads out of the folder or nowhere, so it was not followed.", "Put the document itself there.", Below(link)));
        }
    }

    private string Below(FileSystemInfo entry) => Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');

    private ProblemException NoText(FileInfo file) => new(ArchiveFileProblem.NotText(Below(file)));

    private ProblemException Unreadable(FileInfo file, string code, string message, string fix) => new(Problem.Warning(code, message, fix, Below(file)));
}
