namespace PostmortemAction.Core.Plans;

/// <summary>Creates the digest issue.</summary>
public sealed record CreateDigest(string Title, string Block, string Label) : Change
{
    public override string Intent => "digest";

    public override string Describe() => $"create digest issue: {Title}";
}
