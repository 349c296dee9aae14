using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reviews;

/// <summary>A document that is to be reviewed. Its words and what it tells are read once, whoever asks first.</summary>
/// <param name="path">Its path in the repository.</param>
public sealed class ReviewText(string text, string path, RunSettings settings)
{
    /// <summary>A longer one is a dump, no postmortem.</summary>
    internal const int Longest = 200_000;

    private Prose? prose;
    private IReadOnlyList<(BlamePattern, int, string)>? blame;
    private ReadDocument? document;

    public string Path => path;

    /// <summary>The paths to which it links, each once.</summary>
    public IReadOnlyList<string> Links => IsTooLong ? [] : RepositoryLinks.In(Prose, path);

    /// <summary>Digits do not count, up to as many again: the numbers of issues must not decide what is said, see <see cref="Plans.StandingDocument"/>.</summary>
    internal bool IsTooLong { get; } = text.Length > Longest && (text.Length > 2 * Longest || text.Count(c => !char.IsAsciiDigit(c)) > Longest);

    internal Prose Prose => prose ??= Prose.Of(PlainText.Clean(text));

    internal IReadOnlyList<(BlamePattern Pattern, int Line, string Words)> Blame => blame ??= BlamelessRules.Find(Prose);

    internal ReadDocument Document => document ??= new(text, path, settings);

    /// <summary>Reads all of it, its words beside what it tells: neither asks for the other, and in a long document both take their time.</summary>
    public void Read()
    {
        if (!IsTooLong)
        {
            Parallel.Invoke(() => _ = Document, () => _ = Blame);
        }
    }
}
