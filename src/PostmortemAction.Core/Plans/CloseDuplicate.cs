using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Plans;

/// <summary>Closes an issue that came into being beside the follow-up of the same task, such as by a request that was delivered twice.</summary>
public sealed record CloseDuplicate(IssueKey Issue, IssueKey Original) : Change
{
    public override string Describe() => $"close issue {Issue.InWords}, a duplicate of follow-up {Original.InWords}";
}
