using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.Plans;

public class IndexPlannerTests
{
    private const string Data = "{}\n";
    private static readonly string Readme = ArchiveBlock.Update(null, "block", "p/README.md");
    private static readonly string Old = ArchiveBlock.Update(null, "old", "p/README.md");
    private static readonly IndexFiles None = new(null, null, null);
    private static readonly IndexFiles Wanted = new(Readme, BlobId.Of(Readme), BlobId.Of(Data));
    private static readonly IndexFiles Behind = new(Old, BlobId.Of(Old), BlobId.Of("{ }"));
    private static readonly RepositoryState Nothing = new("base", None, null, null, null, true, null, Ledger.Empty(null), false);
    private static readonly RepositoryState Open = Nothing with
    {
        BranchCommit = "head",
        Branch = Wanted,
        PullRequest = Pull(PullRequestState.Open),
        Ledger = Ledger.Empty(null) with { Index = new("base", null, null) },
    };

    [Fact]
    public void In_a_repository_without_an_index_a_branch_and_a_pull_request_are_made()
    {
        var changes = Plan(Nothing).Changes;

        Assert.Equal("create branch postmortem/index: p/README.md, p/index.json", changes[0].Describe());
        Assert.Equal(["base"], Assert.IsType<CommitIndex>(changes[0]).Parents);
        Assert.Equal(["index pull request"], Plan(Nothing).Intents);
    }

    [Fact]
    public void Where_everything_is_as_it_should_be_nothing_is_planned()
    {
        Assert.Empty(Plan(Open).Changes);
        Assert.Empty(Plan(Nothing with { Base = Wanted }).Changes);
        Assert.Empty(Plan(Nothing with { Base = Wanted }, IndexRule.Commit).Changes);
        Assert.Empty(Plan(Nothing with { Base = Wanted, BranchCommit = "head", PullRequest = Pull(PullRequestState.Merged) }).Changes);
    }

    [Fact]
    public void A_commit_on_the_branch_follows_the_branch_and_the_default_branch()
    {
        var commit = Assert.IsType<CommitIndex>(Assert.Single(Plan(Open with { Branch = Behind }).Changes));

        Assert.Equal(["head", "base"], commit.Parents);
        Assert.False(commit.CreatesBranch);
    }

    [Fact]
    public void Where_the_default_branchs_own_files_changed_the_branch_takes_them_in_so_that_it_never_conflicts() =>
        Assert.IsType<CommitIndex>(Assert.Single(Plan(Open with { Base = Behind, Ancestor = null }).Changes));

    [Fact]
    public void A_branch_without_a_pull_request_gets_one() =>
        Assert.IsType<OpenIndexPullRequest>(Assert.Single(Plan(Open with { PullRequest = null }).Changes));

    [Fact]
    public void Behind_a_merge_the_next_change_follows_the_old_branch_and_opens_a_new_pull_request()
    {
        var changes = Plan(Nothing with { Base = Behind, BranchCommit = "head", PullRequest = Pull(PullRequestState.Merged) }).Changes;

        Assert.Equal(["head", "base"], Assert.IsType<CommitIndex>(changes[0]).Parents);
        Assert.IsType<OpenIndexPullRequest>(changes[1]);
    }

    [Fact]
    public void A_closed_pull_request_rests_as_long_as_its_branch_is_there()
    {
        var closed = Open with { Branch = Behind, PullRequest = Pull(PullRequestState.Closed) };

        Assert.Empty(Plan(closed).Changes);
        Assert.Equal("index-resting", Assert.Single(Plan(closed).Problems).Code);
        Assert.Equal(2, Plan(closed with { Branch = null, BranchCommit = null }).Changes.Count);
    }

    [Fact]
    public void A_direct_commit_follows_the_default_branch_alone()
    {
        var commit = Assert.IsType<CommitIndex>(Assert.Single(Plan(Open with { Base = Behind }, IndexRule.Commit).Changes));

        Assert.Equal(("main", false), (commit.Branch, commit.CreatesBranch));
        Assert.Equal(["base"], commit.Parents);
    }

    [Fact]
    public void The_name_of_a_files_bytes_is_the_one_that_Git_gives_them()
    {
        // As `git hash-object` prints it.
        Assert.Equal("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", BlobId.Of(""));
        Assert.Equal("ce013625030ba8dba906f756967f9e9ca394464a", BlobId.Of("hello\n"));
    }

    private static RepositoryPlan Plan(RepositoryState state, IndexRule rule = IndexRule.PullRequest) =>
        IndexPlanner.Make(state, new("acme/shop", "https://github.com/acme/shop", "main"), rule, "block", Data, "p/README.md", "p/index.json");

    private static ExistingPullRequest Pull(PullRequestState state) => new(7, state, true, "x", "x", null, "head");
}
