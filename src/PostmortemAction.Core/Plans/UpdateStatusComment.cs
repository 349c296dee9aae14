namespace PostmortemAction.Core.Plans;

/// <summary>Updates our part of the status comment in place.</summary>
public sealed record UpdateStatusComment(long Id, string Block) : Change
{
    public override string Describe() => "update the status comment";
}
