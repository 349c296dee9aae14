using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>An incident with one task to plan for: what should be, and a repository in which all of it is done.</summary>
internal static class PlanCase
{
    public const string Document = "# Postmortem\n\nIt was down.\n\n## Impact\n\nAll.\n";
    public const string Path = "postmortems/x.md";
    private const string Title = "Postmortem: x";
    private const string Status = "see [#50](https://github.com/acme/shop/pull/50)";

    public static RepositoryInfo Repository { get; } = new("acme/shop", "https://github.com/acme/shop", "main");

    public static DesiredFollowUp Task { get; } = new("abc", "abc", "Add an alert", "body", ["follow-up"], null);

    public static DesiredState Desired { get; } = new(
        42, new(42), Path, Document, Title, "our part", [Task], $"see {LateReference.Placeholder(LateReference.PullRequest)}", false);

    public static Ledger Ledger { get; } = new(
        42, null, Path, Fingerprint.Of(Document), "head", 0, new(50, Title, OwnBlock.Sum("our part"), true), new(7, OwnBlock.Sum(Status)),
        [new("abc", "abc", 43, 4300, "Add an alert", OwnBlock.Sum("body"), true)]);

    public static ExistingPullRequest Pull { get; } = new(50, PullRequestState.Open, true, Title, OwnBlock.Wrap("our part"), null, "head");

    public static ExistingState Nothing { get; } = ExistingState.Nothing("base", 42);

    public static ExistingState Done { get; } = new("base", false, Ledger, false, "head", Document, Document, Pull, new(7, OwnBlock.Wrap(Status)), []);

    public static ExistingState Closed { get; } = Done with
    {
        BranchCommit = null,
        BranchDocument = null,
        PullRequest = Pull with { State = PullRequestState.Closed, ClosedAt = Records.At("2024-04-15T08:00:00Z") },
    };

    public static ExistingState Merged { get; } = Done with { Ledger = Ledger with { IsPublished = true }, BranchCommit = null, BranchDocument = null, PullRequest = Pull with { State = PullRequestState.Merged } };

    public static Plan Plan(ExistingState existing, DesiredState? desired = null) => Planner.Make(desired ?? Desired, existing, Repository);
}
