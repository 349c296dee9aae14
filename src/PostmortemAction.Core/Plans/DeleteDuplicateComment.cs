namespace PostmortemAction.Core.Plans;

/// <summary>Deletes a second status comment of ours that nobody touched.</summary>
public sealed record DeleteDuplicateComment(long Id) : Change
{
    public override string Describe() => "delete a second status comment of ours";
}
