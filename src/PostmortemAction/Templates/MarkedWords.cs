using System.Globalization;
using System.Text;
using PostmortemAction.Core.Text;
using static PostmortemAction.Templates.TemplateWord;

namespace PostmortemAction.Templates;

/// <summary>Checks the words of one tag and writes them for the engine, see <see cref="MarkedTemplate"/>.</summary>
internal sealed class MarkedWords(int number, IReadOnlyCollection<TemplateBlock> open)
{
    private const int MostDepth = 20;

    /// <summary>A function with its values, such as <c>date (lookup this "at")</c>.</summary>
    public string Call(IReadOnlyList<TemplateWord> words, int count)
    {
        var at = 0;
        var text = Call(words, ref at, count, 0);
        return at == words.Count ? text : throw new TemplateException("a bracket is closed that is not open");
    }

    /// <summary>A path with the number of its tag, so that whatever evaluates it passes by the number first.</summary>
    public string Path(TemplateWord word)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"${number}");
        var rest = word.Rest.Length == 0 ? "" : $".{word.Rest.Replace('/', '.')}";
        var up = word.Up.Length / "../".Length + (word.Text.EndsWith("..", StringComparison.Ordinal) ? 1 : 0);
        if (word.Of == Sort.Variable)
        {
            return open.Any(block => block.IsLoop) ? word.Text : throw new TemplateException($"{Quoted.Code(word.Text)} is known in `{{{{#each}}}}` only");
        }

        if (up > open.Count(block => block.HasOwnValue))
        {
            throw new TemplateException($"{Quoted.Code(word.Text)} leads out of the document: nothing is above it there");
        }

        if (word.Of == Sort.Root)
        {
            return $"@root.{mark}{rest}";
        }

        return word.First.Length > 0 && open.Any(block => block.Names.Contains(word.First))
            ? $"{word.First}.{mark}{rest[(word.First.Length + 1)..]}"
            : string.Concat(Enumerable.Repeat("../", up)) + mark + rest;
    }

    private string Call(IReadOnlyList<TemplateWord> words, ref int at, int count, int depth)
    {
        if (depth > MostDepth)
        {
            // Each level costs stack in the engine, and its overflow would end the process.
            throw new TemplateException($"more than {MostDepth} brackets stand in each other");
        }

        var name = words[at++].Text;
        var text = new StringBuilder(TemplateHelpers.Engine(name));
        var given = 0;
        for (; at < words.Count && words[at].Of != Sort.Close; at++, given++)
        {
            text.Append(' ');
            if (words[at].Of == Sort.Open)
            {
                at++;
                var helper = at < words.Count ? words[at].Text : "";
                text.Append('(').Append(TemplateHelpers.Counts.TryGetValue(helper, out var most)
                    ? Call(words, ref at, most, depth + 1)
                    : throw TemplateHelpers.NoHelper(helper)).Append(')');
                if (at == words.Count)
                {
                    throw new TemplateException("a bracket is not closed");
                }
            }
            else
            {
                text.Append(words[at].Of switch
                {
                    Sort.Literal => words[at].Text,
                    Sort.Path or Sort.Root or Sort.Variable => Path(words[at]),
                    _ => throw new TemplateException($"{Quoted.Code(name)} does not take {Quoted.Code(words[at].Text)}"),
                });
            }
        }

        return given == count ? text.ToString()
            : throw new TemplateException($"{Quoted.Code(name)} takes {(count == 1 ? "one value" : "two values")}, {given} are given");
    }
}
