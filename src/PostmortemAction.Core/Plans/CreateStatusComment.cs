namespace PostmortemAction.Core.Plans;

/// <summary>Leaves the status comment on the incident.</summary>
public sealed record CreateStatusComment(string Body) : Change
{
    public override string Describe() => "create the status comment";
}
