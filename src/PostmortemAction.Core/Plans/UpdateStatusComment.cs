namespace PostmortemAction.Core.Plans;

/// <summary>Updates the status comment in place.</summary>
public sealed record UpdateStatusComment(long Id, string Body) : Change
{
    public override string Describe() => "update the status comment";
}
