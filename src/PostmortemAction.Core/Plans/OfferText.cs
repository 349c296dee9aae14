namespace PostmortemAction.Core.Plans;

/// <summary>Shows the pull request's readers what we would have written where they wrote themselves.</summary>
/// <param name="Key">What is offered, as a fingerprint: each is offered once.</param>
public sealed record OfferText(int PullRequest, string Key, string Body) : Change
{
    public override string Intent => $"offer {Key}";

    public override string Describe() => $"comment on pull request {PullRequest}: new facts for sections that people edited";
}
