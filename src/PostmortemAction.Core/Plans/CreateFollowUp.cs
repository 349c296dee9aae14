namespace PostmortemAction.Core.Plans;

/// <summary>Creates a task's issue and attaches it to the incident as a sub-issue.</summary>
public sealed record CreateFollowUp(DesiredFollowUp FollowUp) : Change
{
    public override string Describe() => $"create follow-up issue: {FollowUp.Title}";
}
