namespace PostmortemAction.Core.Documents;

/// <summary>The same three ways as <see cref="DocumentMerge"/>, to be told instead of merged: what people changed, and what the facts say since.</summary>
public static class DocumentComparison
{
    /// <param name="last">What we last wrote; null when that is not known.</param>
    /// <param name="current">What is there now.</param>
    /// <param name="fresh">What we would write.</param>
    /// <returns>The sections that are there, from top to bottom, then those that are not.</returns>
    public static IReadOnlyList<ComparedSection> Of(string? last, string current, string fresh)
    {
        var before = Contents(last ?? "");
        var wanted = Contents(fresh);
        var there = DocumentSection.Split(current);
        var keys = there.Select(section => section.Key).ToHashSet();
        return
        [
            .. there.Select(section => Compare(section.Key, before.GetValueOrDefault(section.Key), section.Content, wanted.GetValueOrDefault(section.Key))),
            .. DocumentSection.Split(fresh).Where(section => !keys.Contains(section.Key))
                .Select(section => new ComparedSection(section.Key, last is null || before.ContainsKey(section.Key) ? SectionState.Missing : SectionState.New, null, null)),
        ];
    }

    private static ComparedSection Compare(string key, string? old, string text, string? now) =>
        text == now ? new(key, SectionState.Same, null, null)
        : (old, now) is (null, null) ? new(key, SectionState.Own, null, null)
        : old is null ? new(key, SectionState.Different, TextDiff.Of(now!, text), null)
        : old == text ? new(key, SectionState.Behind, null, TextDiff.Of(text, now ?? ""))
        : new(key, SectionState.Edited, TextDiff.Of(old, text), old == now ? null : TextDiff.Of(old, now ?? ""));

    private static Dictionary<string, string> Contents(string document) => DocumentSection.Split(document).ToDictionary(section => section.Key, section => section.Content);
}
