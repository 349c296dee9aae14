namespace PostmortemAction.Core.Plans;

/// <summary>Updates the pull request's title and our part of its body.</summary>
/// <param name="Title">Null when it stays.</param>
/// <param name="Block">Our part; null when it stays.</param>
public sealed record UpdatePullRequest(int Number, string? Title, string? Block) : Change
{
    public override string Describe() => $"update {(Title is null ? "the body" : Block is null ? "the title" : "title and body")} of pull request {Number}";
}
