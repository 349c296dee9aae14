using System.Text.Json;

namespace PostmortemAction.Hostile.Cases;

/// <summary>What must hold: an operation on what is seen in one place.</summary>
/// <param name="Sink">A place, or a name for several: <c>all</c>, <c>all_notifying</c>, <c>everything</c>.</param>
public sealed record HostileAssert(string Sink, string Op, JsonElement Value)
{
    public override string ToString() => $"{Sink} {Op} {Value.GetRawText()}";
}
