namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>Issues without pull requests, comments on both, by number and id.</summary>
public sealed record RepositoryState(
    string FullName,
    IReadOnlyList<LabelState> Labels,
    IReadOnlyList<IssueState> Issues,
    IReadOnlyList<CommentState> Comments,
    IReadOnlyList<PullState> Pulls,
    IReadOnlyList<BranchState> Branches)
{
    public IssueState Issue(int number) => Issues.Single(issue => issue.Number == number);

    public PullState Pull(int number) => Pulls.Single(pull => pull.Number == number);

    public BranchState Branch(string name) => Branches.Single(branch => branch.Name == name);

    public IReadOnlyList<CommentState> CommentsOn(int number) => [.. Comments.Where(comment => comment.Issue == number)];
}
