using System.Globalization;

namespace PostmortemAction.Core.Plans;

/// <summary>Brings the digest issue up to date.</summary>
/// <param name="Title">Null where it stays.</param>
/// <param name="Block">Our part of its body.</param>
public sealed record UpdateDigest(int Number, string? Title, string Block) : Change
{
    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"update digest issue #{Number}");
}
