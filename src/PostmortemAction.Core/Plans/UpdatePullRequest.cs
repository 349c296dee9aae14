namespace PostmortemAction.Core.Plans;

/// <summary>Updates our part of the pull request's body.</summary>
public sealed record UpdatePullRequest(int Number, string Body) : Change
{
    public override string Describe() => $"update the body of pull request {Number}";
}
