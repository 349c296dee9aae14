using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Plans;

/// <summary>Attaches a follow-up to the incident whose run was cut off before it could.</summary>
public sealed record AttachFollowUp(string Key, IssueKey Issue, long Id) : Change
{
    public override string Describe() => $"attach follow-up issue {Issue.InWords} to the incident";
}
