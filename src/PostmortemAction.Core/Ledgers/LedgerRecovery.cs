using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Ledgers;

/// <summary>
/// Completes a ledger from what is on GitHub: somebody deleted or garbled it, or the run that held it ended before it could write down what it made.
/// What only the ledger knew stays unknown, and what is unknown is taken for a person's.
/// </summary>
public static class LedgerRecovery
{
    public static Ledger Complete(Ledger ledger, IEnumerable<FoundFollowUp> followUps, ExistingPullRequest? pullRequest, ExistingComment? status)
    {
        var all = ledger.FollowUps.ToList();
        foreach (var found in followUps.OrderBy(found => found.Repository, StringComparer.OrdinalIgnoreCase).ThenBy(found => found.Number))
        {
            if (all.All(known => known.Task != found.Task))
            {
                var text = found.Text ?? found.Task;
                all.Add(new(
                    found.Task, text, found.Number, found.Id, TaskKey.Of(found.Title) == text ? found.Title : null, Block(found.Body), IsAttached: false)
                {
                    Repository = found.Repository,
                    IsAdded = found.IsAdded,
                    Words = found.IsAdded ? found.Title : null,
                });
            }
        }

        return ledger with
        {
            Run = null,
            FollowUps = all,
            Path = ledger.Path ?? pullRequest?.Marker?["path"],
            PullRequest = pullRequest is { Marker: not null } ours && ours.Number != ledger.PullRequest?.Number ? new(ours.Number, null, Block(ours.Body), IsLabelled: false) : ledger.PullRequest,
            Status = ledger.Status ?? (status is null ? null : new(status.Id, Block(status.Body))),
        };
    }

    private static string? Block(string body) => OwnBlock.IsEdited(body) ? null : OwnBlock.SumIn(body);
}
