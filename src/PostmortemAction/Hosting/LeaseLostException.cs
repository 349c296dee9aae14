namespace PostmortemAction.Hosting;

/// <summary>Another run took the ledger over because this one was silent for too long: it must not write any more.</summary>
public sealed class LeaseLostException : Exception
{
    public LeaseLostException()
        : base("Another run took over.")
    {
    }
}
