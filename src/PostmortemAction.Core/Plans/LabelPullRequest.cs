namespace PostmortemAction.Core.Plans;

/// <summary>Labels a pull request whose run was cut off before it could.</summary>
public sealed record LabelPullRequest(int Number, string Label) : Change
{
    public override string Describe() => $"label pull request {Number}";
}
