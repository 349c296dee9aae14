namespace PostmortemAction.Core.Plans;

/// <summary>Commits the index's files: on its branch, or on the default branch itself.</summary>
/// <param name="Files">Texts by path.</param>
/// <param name="Base">The commit of the default branch whose other files it has.</param>
/// <param name="Head">The branch's head, which it follows too; null where it makes the branch, or follows the base alone.</param>
/// <param name="CreatesBranch">Whether the branch is new; else it is moved forward.</param>
public sealed record CommitIndex(string Branch, IReadOnlyList<KeyValuePair<string, string>> Files, string Base, string? Head, bool CreatesBranch) : Change
{
    /// <summary>Following both, it can always be merged, whatever happened on the default branch.</summary>
    public IReadOnlyList<string> Parents => Head is null ? [Base] : [Head, Base];

    public override string Describe() => $"{(CreatesBranch ? "create branch" : "commit on branch")} {Branch}: {string.Join(", ", Files.Select(file => file.Key))}";
}
