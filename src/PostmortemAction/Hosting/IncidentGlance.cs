using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>What tells whether there is anything to do for an incident, before all of it is read.</summary>
/// <param name="Pulls">The pull requests of our branch, by whomever.</param>
/// <param name="Comments">All of them or the first hundred; null where they are not known yet.</param>
public sealed record IncidentGlance(LedgerHead Head, Issue Issue, IReadOnlyList<PullRequest> Pulls, Task<IReadOnlyList<Comment>>? Comments);
