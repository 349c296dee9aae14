using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostmortemAction.Core.Text;

/// <summary>
/// Counts the steps that Markdig takes again and again: from each mark up through all that is open there, and from each <c>](</c>, <c>&lt;?</c> and <c>&lt;!</c> to
/// an end that may not be there. Texts of nothing else took it a minute; they are refused as nestings are that are too deep for it.
/// </summary>
internal sealed class InlineMeter : InlineParser
{
    /// <summary>Steps up, half a second of them. A document takes some ten thousand; sixty thousand characters of a table with emphasis in each row some ten million.</summary>
    public const long MostUp = 30_000_000;

    /// <summary>Characters ahead. A document of two thousand rows with links takes two hundred thousand.</summary>
    public const long MostAhead = 5_000_000;

    private static readonly object Key = new();

    private InlineMeter(IEnumerable<char> marks) => OpeningCharacters = [.. marks];

    /// <summary>Puts one before all parsers, for the characters at which these look: at others a text must not be divided.</summary>
    public static void AddTo(MarkdownPipelineBuilder builder)
    {
        // Those of emphasis are known only later.
        var marks = builder.InlineParsers.SelectMany(parser => parser is EmphasisInlineParser ? ['*', '_'] : parser.OpeningCharacters ?? []).Distinct().ToList();
        builder.InlineParsers.Insert(0, new InlineMeter(marks));
    }

    /// <summary>How many were counted for a document.</summary>
    public static (long Up, long Ahead) Steps(MarkdownDocument document) => document.GetData(Key) is Count count ? (count.Up, count.Ahead) : (0, 0);

    /// <exception cref="InvalidOperationException">There are too many.</exception>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Document.GetData(Key) is not Count count)
        {
            processor.Document.SetData(Key, count = new());
        }

        for (Inline? open = processor.Inline; open is not null; open = open.Parent)
        {
            count.Up++;
        }

        var ahead = slice.AsSpan();
        count.Ahead += ahead switch
        {
            [']', '(', ..] => Target(ahead[2..]),
            ['<', '?', ..] => Until(ahead, "?>"),
            ['<', '!', '[', ..] => Until(ahead, "]]>"),
            ['<', '!', '-', ..] => Until(ahead, "-->"),
            ['<', '!', ..] => Until(ahead, ">"),
            _ => 0,
        };
        return count is { Up: <= MostUp, Ahead: <= MostAhead } ? false : throw new InvalidOperationException("It has more marks without an end than any text.");
    }

    private static int Until(ReadOnlySpan<char> text, string end) => text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;

    /// <summary>How far a link's address and title may reach.</summary>
    private static int Target(ReadOnlySpan<char> text)
    {
        var address = text.TrimStart(" \t\n");
        var end = address is ['<', ..] ? address.IndexOfAny('>', '\n') : address.IndexOfAny(" \t\n");
        if (end < 0)
        {
            return text.Length;
        }

        var title = address[end..].TrimStart("> \t\n");
        var close = title is ['"' or '\'' or '(', ..] ? title[1..].IndexOf(title[0] == '(' ? ')' : title[0]) : 0;
        return close < 0 ? text.Length : text.Length - title.Length + close;
    }

    private sealed class Count
    {
        public long Up { get; set; }

        public long Ahead { get; set; }
    }
}
