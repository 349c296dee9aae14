namespace PostmortemAction.Core.Plans;

/// <summary>Reopens the pull request because somebody asked for it.</summary>
/// <param name="RestoredFrom">The commit that its branch is put back on first; null when the branch is there.</param>
public sealed record ReopenPullRequest(int Number, PostmortemBranch Branch, string? RestoredFrom) : Change
{
    public override string Describe() => RestoredFrom is null ? $"reopen pull request {Number}" : $"put branch {Branch} back and reopen pull request {Number}";
}
