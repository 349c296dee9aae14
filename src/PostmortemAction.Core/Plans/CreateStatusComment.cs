namespace PostmortemAction.Core.Plans;

/// <summary>Leaves the status comment on the incident.</summary>
public sealed record CreateStatusComment(string Block) : Change
{
    public override string Intent => "status comment";

    public override string Describe() => "create the status comment";
}
