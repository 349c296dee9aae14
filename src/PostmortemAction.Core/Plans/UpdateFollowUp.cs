using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Plans;

/// <summary>Brings a follow-up's title and our part of its body up to its task. What a person changed stays, which shows when the issue is read.</summary>
public sealed record UpdateFollowUp(IssueKey Issue, DesiredFollowUp FollowUp) : Change
{
    public override string Describe() => $"update follow-up issue {Issue.InWords}: {FollowUp.Title}";
}
