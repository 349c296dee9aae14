namespace PostmortemAction.Core.Plans;

/// <summary>Closes an issue that came into being beside the follow-up of the same task, such as by a request that was delivered twice.</summary>
public sealed record CloseDuplicate(int Number, int Original) : Change
{
    public override string Describe() => $"close issue {Number}, a duplicate of follow-up {Original}";
}
