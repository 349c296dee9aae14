namespace PostmortemAction.Core.Documents;

/// <summary>A piece of a document: a heading with what stands below it up to the next heading of any level.</summary>
/// <param name="Key">Its heading's line; where several are alike, with a count. Empty for what stands before the first heading.</param>
/// <param name="Text">All of it, byte for byte: the texts of all sections in a row are the document.</param>
public sealed record DocumentSection(string Key, string Text)
{
    /// <summary>The key of the metadata between <c>---</c> lines at the top.</summary>
    public const string FrontMatter = "---";

    /// <summary>What it says: line ends and the blank lines before the next section do not count.</summary>
    public string Content => Text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();

    /// <summary>The blank lines at its end.</summary>
    public string Ending => Text[Text.TrimEnd().Length..];

    /// <summary>The level of its heading; 0 where it has none.</summary>
    public int Level => Key.TakeWhile(c => c == '#').Count();

    public static IReadOnlyList<DocumentSection> Split(string document) => DocumentSplitter.Split(document);
}
