namespace PostmortemAction.Core.Ledgers;

/// <summary>A run at work: nobody else writes until it lets go, or was silent for so long that it must be dead.</summary>
/// <param name="Id">Unlike any other run's; empty for one that let go without knowing what came of its intents.</param>
/// <param name="Intents">What it set out to create, written down before the first request: whoever comes after it looks for these.</param>
public sealed record LedgerRun(string Id, IReadOnlyList<string> Intents)
{
    public LedgerRun Ended() => this with { Id = "" };
}
