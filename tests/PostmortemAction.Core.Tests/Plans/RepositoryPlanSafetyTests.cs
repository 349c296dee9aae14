using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>The last look at a plan for the repository: whatever bug made it, it touches nothing that is not ours.</summary>
public class RepositoryPlanSafetyTests
{
    private static readonly RunSettings Usual = new();
    private static readonly RunSettings Direct = new() { Index = IndexRule.Commit };
    private static readonly RepositoryState New = new("base", new(null, null, null), null, null, null, true, null, Ledger.Empty(null), false);
    private static readonly RepositoryState Open = New with { BranchCommit = "head", PullRequest = new(7, PullRequestState.Open, true, "x", "x", null, "head") };
    private static readonly RepositoryState Kept = New with { Ledger = Ledger.Empty(null) with { Digest = new(60, "x") }, Digest = new(60, true, "x", "x", [61]) };
    private static readonly CommitIndex Commit = Of("postmortems/README.md");

    private static readonly Dictionary<string, (Change Change, RepositoryState State, RunSettings Settings)> Foreign = new()
    {
        ["a commit of another file"] = (Of("README.md"), Open, Usual),
        ["a commit of a document"] = (Of("postmortems/2024/README.md"), Open, Usual),
        ["a commit on another branch"] = (Commit with { Branch = "release" }, Open, Usual),
        ["a commit on the default branch that nobody asked for"] = (Commit with { Branch = "main", Head = null }, Open, Usual),
        ["a default branch made anew"] = (Commit with { Branch = "main", Head = null, CreatesBranch = true }, Open, Direct),
        ["a commit on another commit of the default branch"] = (Commit with { Base = "else" }, Open, Usual),
        ["a branch that is there made anew"] = (Commit with { CreatesBranch = true }, Open, Usual),
        ["a branch moved past its head"] = (Commit with { Head = "else" }, Open, Usual),
        ["a commit on a branch that rests"] = (Commit, Open with { PullRequest = Open.PullRequest! with { State = PullRequestState.Closed } }, Usual),
        ["a second pull request"] = (new OpenIndexPullRequest("x", "x"), Open, Usual),
        ["a pull request that nobody asked for"] = (new OpenIndexPullRequest("x", "x"), New, Direct),
        ["writing a ledger that is not behind"] = (new RecordLedger(), Open, Usual),
        ["a second digest"] = (new CreateDigest("x", "x", "x"), Kept, Usual),
        ["a digest that a person deleted"] = (new CreateDigest("x", "x", "x"), Kept with { Digest = null }, Usual),
        ["a digest that nobody wants"] = (new CreateDigest("x", "x", "x"), New, Usual with { Digest = null }),
        ["an update of somebody's issue"] = (new UpdateDigest(61, null, "x"), Kept, Usual),
        ["an update of a closed digest"] = (new UpdateDigest(60, null, "x"), Kept with { Digest = Kept.Digest! with { IsOpen = false } }, Usual),
        ["closing the digest itself"] = (new CloseDuplicate(60, 60), Kept with { Digest = Kept.Digest! with { Duplicates = [60] } }, Usual),
        ["closing somebody's issue"] = (new CloseDuplicate(62, 60), Kept, Usual),
        ["a change of an incident"] = (new CreateStatusComment("x"), Open, Usual),
    };

    public static TheoryData<string> Cases { get; } = [.. Foreign.Keys];

    /// <summary>The kinds of changes that are made for the repository as a whole.</summary>
    internal static IEnumerable<Type> Kinds => Foreign.Values.Select(foreign => foreign.Change.GetType());

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_that_would_touch_what_is_not_ours_is_refused(string name)
    {
        var (change, state, settings) = Foreign[name];

        var refused = Assert.Throws<InvalidOperationException>(() => RepositoryPlanSafety.Check(new([change], []), state, settings, "main"));

        Assert.Contains(change.GetType().Name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_ours_passes()
    {
        RepositoryPlanSafety.Check(new([Commit], []), Open, Usual, "main");
        RepositoryPlanSafety.Check(new([Commit with { Head = null, CreatesBranch = true }, new OpenIndexPullRequest("x", "x")], []), New, Usual, "main");
        RepositoryPlanSafety.Check(new([Commit with { Branch = "main", Head = null }], []), Open, Direct, "main");
    }

    [Fact]
    public void What_is_ours_of_the_digest_passes()
    {
        RepositoryPlanSafety.Check(new([new CreateDigest("x", "x", "x")], []), New, Usual, "main");
        RepositoryPlanSafety.Check(new([new UpdateDigest(60, null, "x"), new CloseDuplicate(61, 60)], []), Kept, Usual, "main");
    }

    private static CommitIndex Of(string path) => new(IndexBranch.Name, [new(path, "x"), new("postmortems/index.json", "x")], "base", "head", false);
}
