namespace PostmortemAction.Core.Plans;

/// <summary>Closes the pull request of an incident that needs no postmortem. Its branch stays.</summary>
/// <param name="Because">Where somebody said so.</param>
public sealed record ClosePullRequest(int Number, string Because) : Change
{
    public override string Describe() => $"close pull request {Number}: no postmortem is needed";
}
