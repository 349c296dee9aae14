using System.Globalization;
using System.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Configuration;

/// <summary>Paths as a team may name them in its settings.</summary>
internal static class RepositoryPaths
{
    /// <summary>Files that GitHub obeys: nothing may be written in their place.</summary>
    private static readonly string[] Obeyed = ["codeowners", "action.yml", "action.yaml", "dependabot.yml", "dependabot.yaml"];

    /// <summary>Whether it leads to a place below the repository's root: no way out of it, nothing that a path is not made of, and not into Git's own folder.</summary>
    public static bool IsPath(string path) =>
        path.Length > 0 && path == PlainText.Clean(path) && !path.EnumerateRunes().Any(IsUnseen)
        && !path.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
        && path.Split('/').All(segment => segment.Length > 0 && segment is not ("." or "..") && segment[^1] is not (' ' or '.') && !IsGit(segment));

    /// <summary>Whether documents may be written there: GitHub obeys what stands in its own folder.</summary>
    public static bool MayHoldDocuments(string path) =>
        IsPath(path) && !path.Split('/').Any(segment =>
            segment.StartsWith(".git", StringComparison.OrdinalIgnoreCase) || Obeyed.Contains(segment, StringComparer.OrdinalIgnoreCase));

    /// <summary>Joiners are part of emoji and of some scripts, but file systems leave them out: what looks like no folder of Git's may be one.</summary>
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    /// <summary>Also by the short name that Windows gives to the folder.</summary>
    private static bool IsGit(string segment) =>
        segment.Equals(".git", StringComparison.OrdinalIgnoreCase) || segment.StartsWith("git~", StringComparison.OrdinalIgnoreCase);
}
