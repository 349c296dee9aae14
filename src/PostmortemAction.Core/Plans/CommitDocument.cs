namespace PostmortemAction.Core.Plans;

/// <summary>Commits the document on our branch.</summary>
/// <param name="Text">The document with people's changes.</param>
/// <param name="Parent">The commit that it is put on.</param>
/// <param name="CreatesBranch">Whether the branch is new; else it is moved forward.</param>
public sealed record CommitDocument(PostmortemBranch Branch, string Path, string Text, string Parent, bool CreatesBranch) : Change
{
    public override string Describe() => $"{(CreatesBranch ? "create branch" : "commit on branch")} {Branch}: {Path}";
}
