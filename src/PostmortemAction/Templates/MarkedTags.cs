using PostmortemAction.Core.Text;
using static PostmortemAction.Templates.TemplateWord;

namespace PostmortemAction.Templates;

/// <summary>Checks one tag after the other, with the blocks that are open there, and writes each for the engine, see <see cref="MarkedTemplate"/>.</summary>
internal sealed class MarkedTags
{
    /// <summary>Each level costs stack in the engine, and its overflow would end the process.</summary>
    private const int MostDepth = 50;

    private static readonly string[] Blocks = ["if", "unless", "each", "with"];

    private readonly Stack<TemplateBlock> open = new();
    private int chained;

    /// <summary>How many blocks were open where the file begins: it may close its own only.</summary>
    public int Floor { get; set; }

    public int Depth => open.Count;

    /// <summary>The block of this file that is open; null when none is.</summary>
    public TemplateBlock? Block => open.Count > Floor ? open.Peek() : null;

    /// <exception cref="TemplateException">It makes no sense.</exception>
    public string Marked(TemplateTag tag, int number)
    {
        if (tag.Kind == '!')
        {
            // The engine does not know all the ways to write one.
            return "! ";
        }

        var words = Split(tag.Text);
        if (words.FirstOrDefault(word => word.Of == Sort.None) is { } none)
        {
            throw new TemplateException($"{Quoted.Code(none.Text)} is not understood");
        }

        var marked = new MarkedWords(number, open);
        return tag.Kind switch
        {
            '/' => $"/{Close(tag, words)}",
            '^' when words.Count == 0 => Else(words, marked),
            ' ' when words is [{ First: "else" }, ..] => Else(words, marked),
            '#' or '^' => $"#{Open(tag, number, words, marked)}",
            ' ' => Value(words, marked),
            _ => throw new TemplateException($"{Quoted.Code($"{{{{{tag.Kind}")} starts nothing that a template may use"),
        };
    }

    private string Open(TemplateTag tag, int number, IReadOnlyList<TemplateWord> words, MarkedWords marked)
    {
        if (words is not [{ Of: Sort.Path } head, ..])
        {
            throw new TemplateException($"{tag} does not say what it is");
        }

        if (open.Count + chained == MostDepth)
        {
            throw new TemplateException($"more than {MostDepth} blocks stand in each other");
        }

        string start, end, suffix = "";
        IReadOnlyList<string> names = [];
        if (tag.Kind == '#' && Blocks.Contains(head.Text))
        {
            var last = words[^1];
            if (last.Of == Sort.Names && head.Text is "each" or "with")
            {
                suffix = $" {last.Text}";
                names = last.Text[(last.Text.IndexOf('|', StringComparison.Ordinal) + 1)..^1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                words = [.. words.SkipLast(1)];
            }

            (start, end) = (marked.Call(words, 1), head.Text);
        }
        else if (words.Count == 1 && !TemplateHelpers.Counts.ContainsKey(head.Text))
        {
            // The engine does not find the end of {{^a.b}}, and it means the same.
            (start, end) = marked.Path(head) is var path && tag.Kind == '^' ? ($"unless {path}", "unless") : (path, path);
        }
        else
        {
            throw new TemplateException($"there is no block {Quoted.Code(head.Text)}{Nearest.Behind(head.Text, Blocks)}");
        }

        open.Push(new(number, tag, head.Text, end, names));
        return start + suffix;
    }

    private string Close(TemplateTag tag, IReadOnlyList<TemplateWord> words)
    {
        if (Block is not { } block || words is not [var end] || end.Text != block.Name)
        {
            throw new TemplateException($"{tag} closes a block that is not open there");
        }

        chained -= block.Chained;
        return open.Pop().End;
    }

    private string Else(IReadOnlyList<TemplateWord> words, MarkedWords marked)
    {
        if (Block is not { HasElse: false } block)
        {
            throw new TemplateException(Block is null ? "`{{else}}` stands in no block" : $"{Block.Tag} has an `{{{{else}}}}` already");
        }

        if (words.Count < 2)
        {
            block.HasElse = true;
            return "else";
        }

        if (!block.IsCondition || words[1].Text != "if")
        {
            // The engine takes `else unless` for `else if`.
            throw new TemplateException($"{Quoted.Code($"{{{{else {words[1].Text}")} does not stand in an `if`; write {Quoted.Code($"{{{{else}}}}{{{{#{words[1].Text}")}");
        }

        // To the engine each is a block in the one before.
        block.Chained++;
        chained++;
        return open.Count + chained > MostDepth
            ? throw new TemplateException($"more than {MostDepth} blocks stand in each other")
            : $"else {marked.Call([.. words.Skip(1)], 1)}";
    }

    private static string Value(IReadOnlyList<TemplateWord> words, MarkedWords marked) => words switch
    {
        [] => throw new TemplateException("the tag is empty"),
        // Alone, `elapsed` is the name of a value.
        _ when TemplateHelpers.Counts.TryGetValue(words[0].Text, out var count) && (words.Count > 1 || count == 1) => marked.Call(words, count),
        [{ Of: Sort.Path or Sort.Root or Sort.Variable } path] => marked.Path(path),
        [{ Of: Sort.Path } helper, ..] => throw TemplateHelpers.NoHelper(helper.Text),
        _ => throw new TemplateException($"{Quoted.Code(words[0].Text)} is no name"),
    };
}
