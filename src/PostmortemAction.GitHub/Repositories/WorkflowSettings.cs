namespace PostmortemAction.GitHub;

/// <summary>A repository's settings of what workflows may do.</summary>
/// <param name="DefaultWorkflowPermissions">What a job's token may do where its workflow does not say: <c>read</c> or <c>write</c>.</param>
/// <param name="CanApprovePullRequestReviews">Whether Actions may create and approve pull requests: one setting for both.</param>
public sealed record WorkflowSettings(string DefaultWorkflowPermissions, bool CanApprovePullRequestReviews);
