using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>The last look at a plan: whatever bug made it, it touches nothing that is not ours.</summary>
public class PlanSafetyTests
{
    private static readonly DesiredState Asked = PlanCase.Desired with { IsReopened = true };
    private static readonly ExistingState Theirs = PlanCase.Done with { PullRequest = PlanCase.Pull with { IsOurs = false } };
    private static readonly CommitDocument Commit = new(new(42), PlanCase.Path, "x", "head", false);

    private static readonly Core.Reminders.Reminder Reminder = new(new(2024, 5, 3), new(2024, 5, 1));

    private static readonly IssueKey There = new("acme/login", 43);
    private static readonly DesiredState Listed = PlanCase.Desired with { Repositories = new(["acme/*"]) };
    private static readonly ExistingState Elsewhere = PlanCase.Done with { Ledger = PlanCase.Ledger with { FollowUps = [PlanCase.Ledger.FollowUps[0] with { Repository = There.Repository }] } };

    private static readonly Dictionary<string, (Change Change, ExistingState Existing, DesiredState Desired)> Foreign = new()
    {
        ["a second issue for a task"] = (new CreateFollowUp(PlanCase.Task, true), PlanCase.Done, PlanCase.Desired),
        ["an update of somebody's issue"] = (new UpdateFollowUp(1, PlanCase.Task), PlanCase.Done, PlanCase.Desired),
        ["an update of the incident"] = (new UpdateFollowUp(42, PlanCase.Task), PlanCase.Done, PlanCase.Desired),
        ["closing somebody's issue"] = (new FinishFollowUp("abc", 1, true), PlanCase.Done, PlanCase.Desired),
        ["attaching somebody's issue"] = (new AttachFollowUp("abc", 1, 1), PlanCase.Done, PlanCase.Desired),
        ["an issue in a repository that nobody listed"] = (new CreateFollowUp(PlanCase.Task with { Key = "def", Repository = "acme/login" }, false), PlanCase.Done, PlanCase.Desired),
        ["an issue in another owner's repository"] = (new CreateFollowUp(PlanCase.Task with { Key = "def", Repository = "acmes/login" }, false), PlanCase.Done, Listed),
        ["an issue in what is no repository"] = (new CreateFollowUp(PlanCase.Task with { Key = "def", Repository = "acme/../shop" }, false), PlanCase.Done, Listed),
        ["an update in a repository that nobody lists any more"] = (new UpdateFollowUp(There, PlanCase.Task), Elsewhere, PlanCase.Desired),
        ["closing an issue in a repository that nobody lists any more"] = (new FinishFollowUp("abc", There, true), Elsewhere, PlanCase.Desired),
        ["a reminder in a repository that nobody lists any more"] = (new Remind(There, "abc", Reminder, "x"), Elsewhere, PlanCase.Desired),
        ["closing a duplicate in a repository that nobody lists any more"] = (new CloseDuplicate(There with { Number = 44 }, There), Elsewhere, PlanCase.Desired),
        ["an update of the same number in another repository"] = (new UpdateFollowUp(There, PlanCase.Task), PlanCase.Done, Listed),
        ["a commit on another branch"] = (Commit with { Branch = new(43) }, PlanCase.Done, PlanCase.Desired),
        ["a commit of another file"] = (Commit with { Path = "README.md" }, PlanCase.Done, PlanCase.Desired),
        ["a branch that is there made anew"] = (Commit with { CreatesBranch = true }, PlanCase.Done, PlanCase.Desired),
        ["a branch moved that is not there"] = (Commit, PlanCase.Nothing, PlanCase.Desired),
        ["a second pull request"] = (new OpenPullRequest(new(42), "x", "x", "x"), PlanCase.Done, PlanCase.Desired),
        ["a pull request of another branch"] = (new OpenPullRequest(new(43), "x", "x", "x"), PlanCase.Nothing, PlanCase.Desired),
        ["an update of another pull request"] = (new UpdatePullRequest(51, "x", null), PlanCase.Done, PlanCase.Desired),
        ["an update of a person's pull request"] = (new UpdatePullRequest(50, "x", null), Theirs, PlanCase.Desired),
        ["a label on a person's pull request"] = (new LabelPullRequest(50, "x"), Theirs, PlanCase.Desired),
        ["a label on another pull request"] = (new LabelPullRequest(51, "x"), PlanCase.Done, PlanCase.Desired),
        ["reopening what nobody asked for"] = (new ReopenPullRequest(50, new(42), null), PlanCase.Closed, PlanCase.Desired),
        ["reopening what is merged"] = (new ReopenPullRequest(50, new(42), null), PlanCase.Merged, Asked),
        ["reopening another pull request"] = (new ReopenPullRequest(51, new(42), null), PlanCase.Closed, Asked),
        ["reopening a person's pull request"] = (new ReopenPullRequest(50, new(42), null), PlanCase.Closed with { PullRequest = PlanCase.Closed.PullRequest! with { IsOurs = false } }, Asked),
        ["putting another branch back"] = (new ReopenPullRequest(50, new(43), "head"), PlanCase.Closed, Asked),
        ["putting a branch back somewhere else"] = (new ReopenPullRequest(50, new(42), "elsewhere"), PlanCase.Closed, Asked),
        ["a reminder on somebody's issue"] = (new Remind(1, "abc", Reminder, "x"), PlanCase.Done, PlanCase.Desired),
        ["a reminder on a follow-up of another task"] = (new Remind(43, "def", Reminder, "x"), PlanCase.Done, PlanCase.Desired),
        ["a reminder on another pull request"] = (new Remind(51, Marker.PullRequest, Reminder, "x"), PlanCase.Done, PlanCase.Desired),
        ["a reminder on what is merged"] = (new Remind(50, Marker.PullRequest, Reminder, "x"), PlanCase.Merged, PlanCase.Desired),
        ["closing a pull request that nobody skipped"] = (new ClosePullRequest(50, "x"), PlanCase.Done, PlanCase.Desired),
        ["closing a person's pull request"] = (new ClosePullRequest(50, "x"), Theirs, PlanCase.Desired with { SkippedBy = "x" }),
        ["publishing another incident"] = (new PublishIncident(43, "x", true), PlanCase.Merged, PlanCase.Desired),
        ["publishing what is not merged"] = (new PublishIncident(42, "x", true), PlanCase.Done, PlanCase.Desired),
        ["an offer on another pull request"] = (new OfferText(51, "x", "x"), PlanCase.Done, PlanCase.Desired),
        ["an offer without a pull request"] = (new OfferText(50, "x", "x"), PlanCase.Nothing, PlanCase.Desired),
        ["a second status comment"] = (new CreateStatusComment("x"), PlanCase.Done, PlanCase.Desired),
        ["a status comment that a person deleted"] = (new CreateStatusComment("x"), PlanCase.Done with { Status = null }, PlanCase.Desired),
        ["an update of somebody's comment"] = (new UpdateStatusComment(8, "x"), PlanCase.Done, PlanCase.Desired),
        ["closing a follow-up"] = (new CloseDuplicate(43, 43), PlanCase.Done, PlanCase.Desired),
        ["closing an issue that doubles nothing"] = (new CloseDuplicate(1, 2), PlanCase.Done, PlanCase.Desired),
        ["closing the incident"] = (new CloseDuplicate(42, 43), PlanCase.Done, PlanCase.Desired),
        ["deleting the status comment"] = (new DeleteDuplicateComment(7), PlanCase.Done, PlanCase.Desired),
        ["deleting a comment where we have none"] = (new DeleteDuplicateComment(7), PlanCase.Nothing, PlanCase.Desired),
        ["writing a ledger that is not behind"] = (new RecordLedger(), PlanCase.Done, PlanCase.Desired),
    };

    public static TheoryData<string> Cases { get; } = [.. Foreign.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_that_would_touch_what_is_not_ours_is_refused(string name)
    {
        var (change, existing, desired) = Foreign[name];

        var refused = Assert.Throws<InvalidOperationException>(() => PlanSafety.Check(new(42, [change], null, []), desired, existing));

        Assert.Contains(change.GetType().Name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_change_is_looked_at()
    {
        var kinds = typeof(Change).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Change)));

        Assert.Empty(kinds.Except(Foreign.Values.Select(foreign => foreign.Change.GetType())).Except(RepositoryPlanSafetyTests.Kinds));
    }

    [Fact]
    public void A_kind_that_it_does_not_know_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => PlanSafety.Check(new(42, [new Unheard()], null, []), PlanCase.Desired, PlanCase.Done));

    [Theory]
    [InlineData(".github/workflows/x.md")]
    [InlineData("docs/.GitHub/x.md")]
    [InlineData(".git/x.md")]
    [InlineData("../x.md")]
    [InlineData("a/../x.md")]
    [InlineData("/etc/x.md")]
    [InlineData("a//x.md")]
    [InlineData("./x.md")]
    [InlineData("CODEOWNERS")]
    [InlineData("x.MD.sh")]
    [InlineData("a\\..\\..\\x.md")]
    [InlineData("C:\\x.md")]
    public void A_document_has_no_place_outside_the_repositorys_own_files(string path) =>
        Assert.Throws<InvalidOperationException>(() => PlanSafety.Check(new(42, [Commit with { Path = path }], null, []), PlanCase.Desired with { Path = path }, PlanCase.Done));

    [Fact]
    public void What_is_ours_passes() =>
        PlanSafety.Check(
            new(42, [Commit, new UpdateFollowUp(43, PlanCase.Task), new UpdatePullRequest(50, "x", null), new UpdateStatusComment(7, "x"), new CloseDuplicate(44, 43), new DeleteDuplicateComment(8)], null, []),
            PlanCase.Desired, PlanCase.Done);

    [Fact]
    public void What_is_ours_in_a_listed_repository_passes() =>
        PlanSafety.Check(
            new(42, [new CreateFollowUp(PlanCase.Task with { Key = "def", Repository = "acme/login" }, true), new UpdateFollowUp(There, PlanCase.Task), new Remind(There, "abc", Reminder, "x")], null, []),
            Listed, Elsewhere);

    private sealed record Unheard : Change
    {
        public override string Describe() => "";
    }
}
