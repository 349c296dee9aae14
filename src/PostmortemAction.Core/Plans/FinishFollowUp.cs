using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Plans;

/// <summary>Closes a follow-up whose box somebody ticked, or opens it again; where its issue was first, that is only noted.</summary>
public sealed record FinishFollowUp(string Key, IssueKey Issue, bool IsDone) : Change
{
    public override string Describe() => $"note follow-up issue {Issue.InWords} as {(IsDone ? "done" : "open again")}";
}
