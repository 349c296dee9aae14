using System.Globalization;
using System.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using static PostmortemAction.Templates.TemplateWord;

namespace PostmortemAction.Templates;

/// <summary>
/// A template whose tags all make sense, with the number of its tag in each path: <c>{{title}}</c> becomes <c>{{$7.title}}</c>.
/// The engine tells what goes wrong, but not where; the numbers that it meets on its way do, see <see cref="TemplateRun"/>.
/// </summary>
internal sealed class MarkedTemplate
{
    /// <summary>Each level costs stack in the engine, and its overflow would end the process.</summary>
    private const int MostDepth = 50;

    /// <summary>The engine takes a minute for some ten thousand. The built-in template has about a hundred.</summary>
    private const int MostTags = 4_000;

    private readonly string name;
    private readonly IReadOnlyList<TemplateTag> tags;
    private readonly Stack<TemplateBlock> open = new();
    private readonly StringBuilder text = new();
    private int chained;

    /// <exception cref="ProblemException">A tag makes no sense.</exception>
    public MarkedTemplate(string source, string name)
    {
        this.name = name;
        tags = TemplateTag.All(source);
        var (number, done) = (0, 0);
        try
        {
            for (; number < tags.Count; number++)
            {
                var tag = tags[number];
                text.Append(source, done, tag.Start - done).Append(Marked(tag, number));
                done = tag.End;
            }

            if (open.TryPeek(out var block))
            {
                number = block.Number;
                throw new TemplateException($"{Written(block.Tag)} is not closed");
            }
        }
        catch (TemplateException e)
        {
            throw Mistake(e.Message, number);
        }

        text.Append(source, done, source.Length - done);
    }

    /// <summary>What the engine gets.</summary>
    public string Text => text.ToString();

    /// <summary>A mistake at the tag of a number; where none is known, in the file.</summary>
    public ProblemException Mistake(string what, int? number) => new(Problem.Error(
        "template-mistake",
        $"The template has a mistake: {what}.",
        "Correct it; `preview` shows the result in a second. The names that a template may use stand in the README under Template.",
        Place(number)));

    public string Place(int? number) =>
        number is { } i ? string.Create(CultureInfo.InvariantCulture, $"{name}:{tags[i].Line}:{tags[i].Column}") : name;

    private static string Written(TemplateTag tag) => Quoted.Code($"{{{{{(tag.Kind == ' ' ? "" : tag.Kind)}{tag.Text}}}}}");

    private string Marked(TemplateTag tag, int number)
    {
        if (number == MostTags)
        {
            throw new TemplateException($"it has more than {MostTags} tags");
        }

        if (!tag.IsClosed)
        {
            throw new TemplateException($"{Quoted.Code("{{")} is not closed by as many braces");
        }

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
            throw new TemplateException($"{Written(tag)} does not say what it is");
        }

        if (open.Count + chained == MostDepth)
        {
            throw new TemplateException($"more than {MostDepth} blocks stand in each other");
        }

        string start, end, suffix = "";
        IReadOnlyList<string> names = [];
        if (tag.Kind == '#' && head.Text is "if" or "unless" or "each" or "with")
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
            throw new TemplateException($"there is no block {Quoted.Code(head.Text)}");
        }

        open.Push(new(number, tag, head.Text, end, names));
        return start + suffix;
    }

    private string Close(TemplateTag tag, IReadOnlyList<TemplateWord> words)
    {
        if (!open.TryPeek(out var block) || words is not [var end] || end.Text != block.Name)
        {
            throw new TemplateException($"{Written(tag)} closes a block that is not open there");
        }

        chained -= block.Chained;
        return open.Pop().End;
    }

    private string Else(IReadOnlyList<TemplateWord> words, MarkedWords marked)
    {
        if (!open.TryPeek(out var block) || block.HasElse)
        {
            throw new TemplateException(block is null ? "`{{else}}` stands in no block" : $"{Written(block.Tag)} has an `{{{{else}}}}` already");
        }

        if (words.Count < 2)
        {
            block.HasElse = true;
            return "else";
        }

        if (!block.IsCondition || words[1].Text is not ("if" or "unless"))
        {
            throw new TemplateException($"{Quoted.Code($"{{{{else {words[1].Text}")} does not stand in an `if`");
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
        _ when TemplateHelpers.Counts.TryGetValue(words[0].Text, out var count) => marked.Call(words, count),
        [{ Of: Sort.Path or Sort.Root or Sort.Variable } path] => marked.Path(path),
        [{ Of: Sort.Path } helper, ..] => throw new TemplateException($"there is no helper {Quoted.Code(helper.Text)}"),
        _ => throw new TemplateException($"{Quoted.Code(words[0].Text)} is no name"),
    };
}
