namespace PostmortemAction.Core.Plans;

/// <summary>Closes a follow-up whose box somebody ticked, or opens it again; where its issue was first, that is only noted.</summary>
public sealed record FinishFollowUp(string Key, int Number, bool IsDone) : Change
{
    public override string Describe() => $"note follow-up issue {Number} as {(IsDone ? "done" : "open again")}";
}
