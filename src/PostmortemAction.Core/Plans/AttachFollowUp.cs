namespace PostmortemAction.Core.Plans;

/// <summary>Attaches a follow-up to the incident whose run was cut off before it could.</summary>
public sealed record AttachFollowUp(string Key, int Number, long Id) : Change
{
    public override string Describe() => $"attach follow-up issue {Number} to the incident";
}
