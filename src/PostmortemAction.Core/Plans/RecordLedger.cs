namespace PostmortemAction.Core.Plans;

/// <summary>Writes down what was found: the ledger was missing, unreadable, or left behind by a run that ended early.</summary>
public sealed record RecordLedger : Change
{
    public override string Describe() => "write the ledger anew";
}
