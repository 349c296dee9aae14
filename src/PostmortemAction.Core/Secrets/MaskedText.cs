namespace PostmortemAction.Core.Secrets;

/// <summary>A text without its secrets.</summary>
/// <param name="Kinds">What each of them was, in the order of the text; a kind stands as often as it was found.</param>
public sealed record MaskedText(string Text, IReadOnlyList<string> Kinds)
{
    /// <summary>How many secrets were masked.</summary>
    public int Count => Kinds.Count;
}
