namespace PostmortemAction.Hosting;

/// <summary>What a run did to the pull request and its document; the output <c>pull-request-operation</c>.</summary>
public enum PullRequestOperation
{
    None,
    Unchanged,
    Updated,
    Created,
}
