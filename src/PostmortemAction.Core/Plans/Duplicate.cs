using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Plans;

/// <summary>Something of ours that stands beside what the ledger names, such as after a request that was delivered twice.</summary>
/// <param name="Issue">The issue; null for a comment.</param>
/// <param name="Comment">The status comment's id; null for an issue.</param>
/// <param name="Original">The follow-up that it doubles; null for a comment.</param>
public sealed record Duplicate(IssueKey? Issue, long? Comment, IssueKey? Original);
