using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reviews;

/// <summary>A document that is to be reviewed. Its words and links are read once, whoever asks first.</summary>
/// <param name="path">Its path in the repository.</param>
public sealed class ReviewText(string text, string path)
{
    private Prose? prose;

    public string Path => path;

    /// <summary>The paths to which it links, each once.</summary>
    public IReadOnlyList<string> Links => Reviewer.IsTooLong(text) ? [] : RepositoryLinks.In(Prose, path);

    internal string Text => text;

    internal Prose Prose => prose ??= Prose.Of(PlainText.Clean(text));
}
