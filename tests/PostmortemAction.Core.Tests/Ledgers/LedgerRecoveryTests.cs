using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Ledgers;

/// <summary>A ledger that somebody deleted or garbled, or that a dead run left behind, is completed from what is there.</summary>
public class LedgerRecoveryTests
{
    private const string Title = "Add an alert";
    private static readonly string Key = TaskKey.Of(Title);
    private static readonly FoundFollowUp Found = new(Key, Key, 43, 4300, Title, OwnBlock.Wrap("body"), true);

    [Fact]
    public void Follow_ups_are_known_again_by_their_markers() =>
        Assert.Equal([new LedgerFollowUp(Key, Key, 43, 4300, Title, OwnBlock.Sum("body"), false)], Complete(Ledger.Empty(42), Found).FollowUps);

    [Fact]
    public void Of_two_issues_for_one_task_the_older_one_is_its_follow_up() =>
        Assert.Equal(43, Assert.Single(Complete(Ledger.Empty(42), Found with { Number = 99 }, Found).FollowUps).Number);

    [Fact]
    public void What_the_ledger_knows_counts_more_than_what_is_found()
    {
        var known = Ledger.Empty(42) with { FollowUps = [new(Key, "reworded", 50, 5000, "Reworded", "0a", true)], Path = "p/x.md", PullRequest = new(50, "Mine", "0b", true), Status = new(7, "0c") };

        Assert.Equal(known, LedgerRecovery.Complete(known, [Found], Pull(true, "p/y.md"), new(8, OwnBlock.Wrap("status"))));
    }

    [Fact]
    public void A_title_that_does_not_say_the_task_is_a_persons()
    {
        Assert.Null(Assert.Single(Complete(Ledger.Empty(42), Found with { Title = "My own words" }).FollowUps).Title);
        Assert.Equal("Reworded", Assert.Single(Complete(Ledger.Empty(42), Found with { Text = TaskKey.Of("Reworded"), Title = "Reworded" }).FollowUps).Title);
    }

    [Fact]
    public void A_marker_of_an_older_version_says_the_task_by_its_identity() =>
        Assert.Equal(Key, Assert.Single(Complete(Ledger.Empty(42), Found with { Text = null }).FollowUps).Text);

    [Fact]
    public void A_part_of_ours_that_somebody_edited_is_not_known() =>
        Assert.Null(Assert.Single(Complete(Ledger.Empty(42), Found with { Body = OwnBlock.Wrap("body").Replace("body", "mine", StringComparison.Ordinal) }).FollowUps).Block);

    [Fact]
    public void A_pull_request_of_ours_gives_the_path_and_leaves_its_title_alone()
    {
        var ledger = LedgerRecovery.Complete(Ledger.Empty(42), [], Pull(true, "p/x y.md"), null);

        Assert.Equal(("p/x y.md", 50, null), (ledger.Path, ledger.PullRequest?.Number, ledger.PullRequest?.Title));
        Assert.NotNull(ledger.PullRequest?.Block);
    }

    [Fact]
    public void A_persons_pull_request_says_nothing_of_ours()
    {
        var ledger = LedgerRecovery.Complete(Ledger.Empty(42), [], Pull(false, "p/x.md"), null);

        Assert.Equal(Ledger.Empty(42), ledger);
    }

    [Fact]
    public void A_status_comment_is_ours_again() =>
        Assert.Equal(new LedgerComment(8, OwnBlock.Sum("status")), LedgerRecovery.Complete(Ledger.Empty(42), [], null, new(8, OwnBlock.Wrap("status"))).Status);

    [Fact]
    public void The_dead_run_is_let_go() =>
        Assert.Null(Complete(Ledger.Empty(42) with { Run = new("dead", ["status comment"]) }).Run);

    [Fact]
    public void Recovering_twice_is_recovering_once()
    {
        var once = LedgerRecovery.Complete(Ledger.Empty(42), [Found], Pull(true, "p/x.md"), new(8, OwnBlock.Wrap("status")));

        Assert.Equal(once, LedgerRecovery.Complete(once, [Found], Pull(true, "p/x.md"), new(8, OwnBlock.Wrap("status"))));
    }

    private static Ledger Complete(Ledger ledger, params FoundFollowUp[] found) => LedgerRecovery.Complete(ledger, found, null, null);

    private static ExistingPullRequest Pull(bool isOurs, string path)
    {
        var marker = new Marker(Marker.PullRequest, new Dictionary<string, string> { ["incident"] = "42", ["path"] = path });
        return new(50, PullRequestState.Open, isOurs, "Postmortem: x", OwnBlock.Wrap($"{marker}\nbody"), null, "head");
    }
}
