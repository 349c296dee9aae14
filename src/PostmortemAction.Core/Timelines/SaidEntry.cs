using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Timelines;

/// <summary>An entry of a comment as far as its words tell.</summary>
/// <param name="Whole">All that stands there.</param>
/// <param name="Words">As much of it as an entry takes, without its tag.</param>
/// <param name="From">The words that say the kind.</param>
internal sealed record SaidEntry(string Whole, string Words, EntryKind? Kind, string? From)
{
    private const int LongestTag = 100;

    /// <param name="label">The label that stands above it.</param>
    public static SaidEntry Of(string text, string? label)
    {
        var (kind, from, words) = KindReader.Read(PlainText.Cut(text, EntryRoom.MostOfOne + LongestTag), label);
        return new(text, words, kind, from);
    }
}
