using PostmortemAction.Core.Ledgers;

namespace PostmortemAction.Hosting;

/// <summary>
/// The right to write for one incident, or for the repository as a whole. It is taken with the intents written down, renewed while it lasts, and given back with what was made.
/// Nothing is sent that could have its effect after somebody else may have taken over.
/// </summary>
public sealed class LedgerLease
{
    private readonly LedgerStore store;
    private readonly TimeProvider time;
    private readonly Lock door = new();
    private LedgerHead head;
    private Task renewal = Task.CompletedTask;
    private long takenAt;

    private LedgerLease(LedgerStore store, TimeProvider time, LedgerHead head, long takenAt) =>
        (this.store, this.time, this.head, this.takenAt, Ledger) = (store, time, head, takenAt, head.Ledger!);

    /// <summary>What is known now.</summary>
    public Ledger Ledger { get; set; }

    /// <summary>The tree of the repository with the document as we composed it.</summary>
    public string Tree { get; set; } = "";

    /// <summary>Sends ahead what <see cref="TakeAsync"/> begins with.</summary>
    public static void Prepare(LedgerStore store, LedgerHead head, Ledger ledger, IReadOnlyList<string> intents, string tree, CancellationToken cancellation) =>
        store.Prepare(head, Held(store, ledger, intents), tree, cancellation);

    /// <returns>Null where another run was faster.</returns>
    public static async Task<LedgerLease?> TakeAsync(
        LedgerStore store, TimeProvider time, LedgerHead head, Ledger ledger, IReadOnlyList<string> intents, string tree, CancellationToken cancellation)
    {
        var takenAt = time.GetTimestamp();
        var taken = await store.MoveAsync(head, Held(store, ledger, intents), tree, cancellation);
        return taken is null ? null : new(store, time, taken, takenAt) { Tree = tree };
    }

    /// <summary>Makes sure that there is time left for one more write.</summary>
    /// <exception cref="LeaseLostException">Somebody took over.</exception>
    public Task EnsureAsync(CancellationToken cancellation) =>
        time.GetElapsedTime(takenAt) < LedgerStore.Lease / 2 ? Task.CompletedTask : RenewAsync(cancellation);

    /// <summary>Renews it. What is on its way already counts for all that wait for it.</summary>
    /// <exception cref="LeaseLostException">Somebody took over.</exception>
    public Task RenewAsync(CancellationToken cancellation)
    {
        lock (door)
        {
            return renewal = renewal.IsCompleted ? MoveAsync(cancellation) : renewal;
        }
    }

    /// <summary>Gives it back. Whoever comes next finds everything written down.</summary>
    /// <param name="isUnclear">Whether something was sent of which nobody knows what came of it: then the intents stay, and whoever comes next looks for them.</param>
    public async Task<bool> GiveBackAsync(bool isUnclear, CancellationToken cancellation) =>
        await store.MoveAsync(head, Ledger with { Run = isUnclear ? Ledger.Run!.Ended() : null }, Tree, cancellation) is not null;

    private static Ledger Held(LedgerStore store, Ledger ledger, IReadOnlyList<string> intents) => ledger with { Run = new(store.RunId, intents) };

    private async Task MoveAsync(CancellationToken cancellation)
    {
        var now = time.GetTimestamp();
        head = await store.MoveAsync(head, Ledger, Tree, cancellation) ?? throw new LeaseLostException();
        takenAt = now;
    }
}
