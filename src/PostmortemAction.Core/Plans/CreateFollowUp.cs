namespace PostmortemAction.Core.Plans;

/// <summary>Creates a task's issue and attaches it to the incident as a sub-issue.</summary>
/// <param name="Attaches">False where the incident holds as many sub-issues as GitHub allows.</param>
public sealed record CreateFollowUp(DesiredFollowUp FollowUp, bool Attaches) : Change
{
    public override string Intent => $"follow-up {FollowUp.Key}";

    public override string Describe() => $"create follow-up issue: {FollowUp.Title}";
}
