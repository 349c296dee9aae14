using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Plans;

/// <summary>The difference between what should be and what is: changes in the order in which they are made. Empty when nothing differs.</summary>
/// <param name="Composed">The document as we would have it without people's changes; the ledger keeps it to tell theirs from ours. Null where it rests.</param>
/// <param name="Problems">What was deliberately left undone.</param>
public sealed record Plan(int Incident, IReadOnlyList<Change> Changes, string? Composed, IReadOnlyList<Problem> Problems)
{
    /// <summary>The ledger with what people wrote in the document: it is known before anything is made of it, and a run may die in between.</summary>
    public Ledger Noted(Ledger ledger)
    {
        var words = Changes.OfType<UpdateFollowUp>().ToDictionary(update => update.FollowUp.Key, update => update.FollowUp);
        return ledger with
        {
            FollowUps = [.. ledger.FollowUps.Select(followUp => words.TryGetValue(followUp.Task, out var wanted) ? followUp with { Words = wanted.Words, IsAdded = wanted.IsAdded } : followUp)],
        };
    }

    /// <summary>What the changes create, by the names under which the ledger notes it before anything is sent.</summary>
    public IReadOnlyList<string> Intents => [.. Changes.Select(change => change.Intent).OfType<string>()];
}
