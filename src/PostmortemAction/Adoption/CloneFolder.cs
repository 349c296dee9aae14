using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Adoption;

/// <summary>A folder that holds a clone: reads what <c>init</c> goes by, and writes new files. It runs no Git.</summary>
public sealed class CloneFolder
{
    /// <summary>More than any file has that people write by hand.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>Files of the root whose line ends tell what the team uses.</summary>
    private static readonly string[] Telling = ["README.md", ".gitignore", ".gitattributes", ".editorconfig", "LICENSE"];

    private readonly string root;
    private readonly string git;

    private CloneFolder(string root, string git) => (this.root, this.git) = (root, git);

    /// <exception cref="ProblemException">It is not the folder of a clone.</exception>
    public static CloneFolder Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw Wrong("init-folder-missing", File.Exists(folder) ? $"{Quoted.Code(folder, 300)} is a file." : $"There is no folder {Quoted.Code(folder, 300)}.", "Name the folder of a clone.");
        }

        var root = Path.GetFullPath(folder);
        var git = Path.Combine(root, ".git");
        if (Directory.Exists(git))
        {
            return new(root, git);
        }

        // In a work tree and in a submodule it is a file that says where the folder is.
        if (File.Exists(git))
        {
            var target = File.ReadAllText(git).Trim();
            return new(root, target.StartsWith("gitdir:", StringComparison.Ordinal) ? Path.GetFullPath(target["gitdir:".Length..].Trim(), root) : git);
        }

        if (File.Exists(Path.Combine(root, "HEAD")) && Directory.Exists(Path.Combine(root, "objects")) && Directory.Exists(Path.Combine(root, "refs")))
        {
            throw Wrong("init-bare-repository", $"{Quoted.Code(folder, 300)} is a bare repository, which has no files to add to.", "Clone it, and name the clone's folder.");
        }

        for (var above = Directory.GetParent(root); above is not null; above = above.Parent)
        {
            if (Path.Exists(Path.Combine(above.FullName, ".git")))
            {
                throw Wrong("init-inside-repository", $"{Quoted.Code(folder, 300)} is a folder inside of a repository.", $"Name the repository's own folder: {Quoted.Code(above.FullName, 300)}.");
            }
        }

        throw Wrong("init-no-repository", $"{Quoted.Code(folder, 300)} is no Git repository.", "Name the folder of a clone, or run `git init` there first.");
    }

    public FolderSurvey Survey()
    {
        var files = new Dictionary<string, string>();
        foreach (var path in Telling.Append(FolderSurvey.SettingsPath).Append(FolderSurvey.MisnamedSettingsPath).Concat(List(FolderSurvey.FormFolder)).Concat(List(FolderSurvey.WorkflowFolder)))
        {
            var file = new FileInfo(In(path));
            if (file.Exists && file.Length <= MostBytes && !IsThroughLink(path))
            {
                files[path] = File.ReadAllText(file.FullName);
            }
        }

        return new(files, DefaultBranch(), FolderSurvey.PostmortemFolders.Select(AsSpelt).OfType<string>().FirstOrDefault(path =>
            !IsThroughLink(path) && RepositoryPaths.MayHoldDocuments(path)));
    }

    /// <summary>A folder as it is called here, be it in other case; null where there is none.</summary>
    private string? AsSpelt(string path)
    {
        var way = "";
        foreach (var segment in path.Split('/'))
        {
            var names = Directory.EnumerateDirectories(In(way)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToList();
            if ((names.Find(name => name == segment) ?? names.Find(name => name.Equals(segment, StringComparison.OrdinalIgnoreCase))) is not { } found)
            {
                return null;
            }

            way = way.Length == 0 ? found : $"{way}/{found}";
        }

        return way;
    }

    /// <summary>Whether something is in the file's place, or a link stands on the way to it: nothing is written through links.</summary>
    public bool IsThroughLink(string path)
    {
        var way = root;
        foreach (var segment in path.Split('/'))
        {
            way = Path.Combine(way, segment);
            if (new FileInfo(way).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes a file where none is.</summary>
    /// <exception cref="ProblemException">The place cannot be written.</exception>
    public void Write(string path, string text)
    {
        if (IsThroughLink(path))
        {
            throw Wrong("init-through-link", $"A link stands on the way to {Quoted.Code(path)}, so nothing is written there.", "Put a folder in its place, or write the file by hand.");
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
            using var file = new StreamWriter(new FileStream(In(path), FileMode.CreateNew, FileAccess.Write));
            file.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong("init-file-refused", $"{Quoted.Code(path)} cannot be written: {Quoted.Code(e.Message, 300)}.", "Look at the folder's permissions, and at what stands in the file's place.");
        }
    }

    private IEnumerable<string> List(string folder) => Directory.Exists(In(folder))
        ? Directory.EnumerateFiles(In(folder)).Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal) : [];

    /// <summary>What the clone took over from GitHub; the branch that it is on says nothing about it.</summary>
    private string? DefaultBranch()
    {
        var common = Path.Combine(git, "commondir");
        var shared = File.Exists(common) ? Path.GetFullPath(File.ReadAllText(common).Trim(), git) : git;
        return Target(Path.Combine(shared, "refs", "remotes", "origin", "HEAD"), "refs/remotes/origin/");
    }

    private static string? Target(string file, string prefix) =>
        File.Exists(file) && File.ReadAllText(file).Trim() is var text && text.StartsWith($"ref: {prefix}", StringComparison.Ordinal) ? text[$"ref: {prefix}".Length..] : null;

    private string In(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private static ProblemException Wrong(string code, string message, string fix) => new(Problem.Error(code, message, fix));
}
