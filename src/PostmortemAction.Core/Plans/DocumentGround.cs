using System.Globalization;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>What stands on the default branch where a document would go: only folders may be on the way, and nothing at its end.</summary>
public static class DocumentGround
{
    // Modes of Git's trees: https://git-scm.com/docs/git-fast-import#_filemodify.
    private const int Folder = 0x4000;
    private const int Link = 0xA000;
    private const int Submodule = 0xE000;

    /// <summary>The folders that must be looked into for a path, the root first.</summary>
    public static IReadOnlyList<string> Folders(string path)
    {
        var names = path.Split('/');
        return [.. Enumerable.Range(0, names.Length).Select(count => string.Join('/', names[..count]))];
    }

    /// <summary>
    /// Whether a file stands there already, be it in other case: on some systems both would be one file.
    /// </summary>
    /// <param name="folders">The modes by name of what each of <see cref="Folders"/> holds; nothing for one that does not exist.</param>
    /// <exception cref="ProblemException">Something else than a folder is on the way. A commit would replace it, and with a link all that it leads to.</exception>
    public static bool IsTaken(string path, IReadOnlyList<IReadOnlyDictionary<string, int>> folders)
    {
        var names = path.Split('/');
        for (var i = 0; i < names.Length - 1; i++)
        {
            foreach (var (name, mode) in folders[i].Where(item => item.Value != Folder && IsSame(item.Key, names[i])))
            {
                throw Blocked(string.Join('/', [.. names[..i], name]), mode);
            }
        }

        return folders[^1].Keys.Any(name => IsSame(name, names[^1]));
    }

    private static bool IsSame(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static ProblemException Blocked(string path, int mode) => new(Problem.Error(
        "directory-blocked",
        string.Create(CultureInfo.InvariantCulture, $"{Quoted.Code(path)} on the default branch is {(mode switch { Link => "a symbolic link", Submodule => "a submodule", _ => "a file" })}, so no document can go below it."),
        $"Set `directory` to a real folder, or put a folder in place of {Quoted.Code(path)}.",
        path));
}
