namespace PostmortemAction.GitHub;

/// <summary>What is asked of a repository in one go, at the beginning of a run. Files and folders are those of the default branch.</summary>
/// <param name="Files">Paths of files whose text is wanted.</param>
/// <param name="Folders">Paths of folders whose files are wanted, each with its text.</param>
/// <param name="Trees">Paths of folders of which only names and modes are wanted; the root's is empty.</param>
/// <param name="References">Names without <c>refs/</c>, such as <c>heads/main</c>.</param>
/// <param name="Branch">The branch whose pull requests are wanted; null for none.</param>
/// <param name="Issue">The issue that is wanted; null for none.</param>
public sealed record RepositoryQuestion(
    IReadOnlyList<string> Files, IReadOnlyList<string> Folders, IReadOnlyList<string> Trees, IReadOnlyList<string> References, string? Branch, int? Issue)
{
    /// <summary>Whether the first hundred of the issue's comments are wanted too.</summary>
    public bool WithComments { get; init; } = true;

    /// <summary>Of the issue alone.</summary>
    public static RepositoryQuestion Of(int? issue) => new([], [], [], [], null, issue);
}
