using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>What a plan sends is whole by then: it refers to nothing that the plan does not make.</summary>
public class WholeTextTests
{
    public static TheoryData<PullRequestState?, int, string?, bool> Cases { get; } = new(
        from state in new PullRequestState?[] { null, PullRequestState.Open, PullRequestState.Merged, PullRequestState.Closed }
        from made in new[] { 0, 1 }
        from document in new[] { null, PlanCase.Document, "# Edited by a person\n" }
        from isOurs in new[] { true, false }
        select (state, made, document, isOurs));

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_text_that_is_sent_refers_to_what_the_plan_does_not_make(PullRequestState? state, int made, string? document, bool isOurs)
    {
        var existing = Existing(state, made, document, isOurs);
        var postmortem = Records.Assemble(("Tasks", "- Add an alert\n- Test the rollback")).With(existing);

        AssertWhole(postmortem, existing);
        AssertWhole(postmortem, existing with { LastDocument = null });
        AssertWhole(postmortem, existing with { Status = null, Ledger = existing.Ledger with { Status = null } });
        AssertWhole(postmortem, existing with { BranchCommit = null, BranchDocument = null });
    }

    private static ExistingState Existing(PullRequestState? state, int made, string? document, bool isOurs)
    {
        var tasks = Records.Assemble(("Tasks", "- Add an alert\n- Test the rollback")).FollowUps;
        var ledger = PlanCase.Ledger with
        {
            FollowUps = [.. tasks.Take(made).Select(task => new LedgerFollowUp(task.Task.Key, task.Text, 43, 43, "old", "old", false))],
            PullRequest = state is null ? null : PlanCase.Ledger.PullRequest! with { Block = "old" },
        };
        return PlanCase.Done with
        {
            Ledger = ledger,
            BranchDocument = document,
            PullRequest = state is { } known ? PlanCase.Pull with { State = known, IsOurs = isOurs, ClosedAt = Records.At("2024-04-15T08:00:00Z") } : null,
        };
    }

    private static void AssertWhole(Postmortem postmortem, ExistingState existing)
    {
        var document = string.Join('\n', postmortem.FollowUps.Select(followUp => FollowUpLink.Of(followUp, PlanCase.Repository)));
        var plan = PlanCase.Plan(existing, DesiredStateComposer.Compose(postmortem, PlanCase.Repository, PlanCase.Path, document, existing));
        var made = new Dictionary<string, string>();
        foreach (var change in plan.Changes)
        {
            Assert.All(Texts(change), text => Assert.False(LateReference.IsIn(LateReference.Resolve(text, made)), $"{change.Describe()}: {LateReference.Describe(text)}"));
            if (Makes(change) is { } name)
            {
                made[name] = "1";
            }
        }

        Assert.False(LateReference.IsIn(LateReference.Resolve(plan.Composed ?? "", made)));
        Assert.NotEmpty(plan.Changes);
    }

    private static string[] Texts(Change change) => change switch
    {
        CreateFollowUp create => [create.FollowUp.Title, create.FollowUp.Block],
        UpdateFollowUp update => [update.FollowUp.Title, update.FollowUp.Block],
        CommitDocument commit => [commit.Text],
        OpenPullRequest open => [open.Title, open.Block],
        UpdatePullRequest update => [update.Title ?? "", update.Block ?? ""],
        OfferText offer => [offer.Body],
        CreateStatusComment create => [create.Block],
        UpdateStatusComment update => [update.Block],
        _ => [],
    };

    /// <summary>What is known once a change is made.</summary>
    private static string? Makes(Change change) => change switch
    {
        CreateFollowUp create => LateReference.FollowUp(create.FollowUp.Key),
        OpenPullRequest => LateReference.PullRequest,
        _ => null,
    };
}
