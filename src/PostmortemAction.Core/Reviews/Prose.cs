using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reviews;

/// <summary>
/// The words of a document that are its authors' own, each where it stands in the text: code, links, quotes and HTML are blanked.
/// </summary>
internal sealed class Prose
{
    /// <summary>Ends each paragraph, item and cell, so that no phrase reaches over it.</summary>
    private const char End = '\u001F';

    /// <summary>In English every fifth word is one of these; in a document of ours in another language every fifteenth.</summary>
    private static readonly HashSet<string> English = ["the", "and", "was", "were", "of", "to", "a", "is", "in", "for", "with", "that", "it", "on", "by", "from"];

    private const int EnglishPercent = 10;
    private const int FewWords = 50;

    private readonly char[] words;
    private readonly List<int> lineStarts = [0];
    private readonly List<(string Address, int Line)> links = [];

    private Prose(string text, int head)
    {
        words = new char[text.Length];
        Array.Fill(words, ' ');
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            lineStarts.Add(i + 1);
        }

        // Blanks in place of the metadata keep every position as it is.
        var from = head < lineStarts.Count ? lineStarts[head] : text.Length;
        var source = new string('\n', from) + text[from..];
        Walk(MarkdownParsing.Any(source, MarkdownPipelines.Whole), source);
        Unquote();
        Words = new(words);
        var all = Words.Split([' ', '\t', '\n', End], StringSplitOptions.RemoveEmptyEntries);
        IsEnglish = all.Length < FewWords || all.Count(word => English.Contains(word.ToLowerInvariant())) * 100 >= all.Length * EnglishPercent;
    }

    /// <param name="text">Cleaned, see <see cref="PlainText.Clean"/>.</param>
    public static Prose Of(string text) => new(text, FrontMatter.Read(text).Lines);

    /// <summary>As long as the text.</summary>
    public string Words { get; }

    /// <summary>Whether its words can be read at all: the lexicons are English. Our own headings and sentences alone make no document English.</summary>
    public bool IsEnglish { get; }

    /// <summary>The addresses of links and pictures, with the lines on which they stand.</summary>
    public IReadOnlyList<(string Address, int Line)> Links => links;

    /// <summary>The line, counted from one.</summary>
    public int LineOf(int position)
    {
        var at = lineStarts.BinarySearch(position);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>How many words stand on these lines.</summary>
    /// <param name="to">The first line that does not count.</param>
    public int Count(int from, int to) =>
        Words[Start(from)..Math.Max(Start(from), Start(to))].Split([' ', '\t', '\n', End], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private int Start(int line) => line - 1 < lineStarts.Count ? lineStarts[Math.Max(0, line - 1)] : words.Length;

    private void Walk(ContainerBlock container, string source)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case QuoteBlock:
                    break;
                case ContainerBlock inner:
                    Walk(inner, source);
                    break;
                case LeafBlock { Inline: { } inlines } leaf:
                    Read(inlines, source);
                    if (leaf.Span.End + 1 < words.Length && !leaf.Span.IsEmpty)
                    {
                        words[leaf.Span.End + 1] = End;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void Read(ContainerInline inlines, string source)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LinkInline link:
                    links.Add((link.Url ?? "", LineOf(Math.Max(0, link.Span.Start))));
                    break;
                case ContainerInline inner:
                    Read(inner, source);
                    break;
                case LiteralInline { Span: { IsEmpty: false } span }:
                    source.CopyTo(span.Start, words, span.Start, Math.Min(span.Length, words.Length - span.Start));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What stands between two quotation marks of one paragraph is somebody else's.</summary>
    private void Unquote()
    {
        var open = -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == End)
            {
                open = -1;
            }
            else if (words[i] is '"' or '“' or '”' or '„' or '«' or '»')
            {
                if (open < 0)
                {
                    open = i;
                    continue;
                }

                Array.Fill(words, ' ', open, i - open + 1);
                open = -1;
            }
        }
    }
}
