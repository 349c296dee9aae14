using System.Globalization;
using System.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Templates;

/// <summary>
/// A template whose tags all make sense, with the number of its tag in each path: <c>{{title}}</c> becomes <c>{{$7.title}}</c>.
/// The engine tells what goes wrong, but not where; the numbers that it meets on its way do, see <see cref="TemplateRun"/>.
/// Partials are written out in their place, so that the engine knows of none.
/// </summary>
internal sealed class MarkedTemplate
{
    /// <summary>A template that is larger, with all its partials, holds a document already.</summary>
    public const int MostSource = 128 * 1024;

    /// <summary>The engine takes a minute for some ten thousand. The built-in template has about two hundred.</summary>
    private const int MostTags = 4_000;

    private readonly TemplateSource source;
    private readonly TemplatePartials partials;
    private readonly List<(TemplateSource File, TemplateTag Tag)> tags = [];
    private readonly List<string> inside = [];
    private readonly MarkedTags blocks = new();
    private readonly StringBuilder text = new();

    /// <exception cref="ProblemException">A tag makes no sense.</exception>
    public MarkedTemplate(TemplateSource source, TemplatePartials partials)
    {
        (this.source, this.partials) = (source, partials);
        Add(source, source.Text);
    }

    /// <summary>What the engine gets.</summary>
    public string Text => text.ToString();

    /// <summary>A mistake at the tag of a number; where none is known, in the file.</summary>
    public ProblemException Mistake(string what, int? number) => new(Problem.Error(
        "template-mistake",
        $"The template has a mistake: {what}.",
        "Correct it; `preview` shows the result in a second. The names that a template may use stand in the README under Template.",
        Place(number)));

    private string Place(int? number) =>
        number is { } i ? string.Create(CultureInfo.InvariantCulture, $"{tags[i].File.Name}:{tags[i].Tag.Line}:{tags[i].Tag.Column}") : source.Name;

    private void Add(TemplateSource file, string content)
    {
        var (floor, done) = (blocks.Floor, 0);
        blocks.Floor = blocks.Depth;
        foreach (var tag in TemplateTag.All(content))
        {
            var number = tags.Count;
            tags.Add((file, tag));
            try
            {
                done = Add(tag, number, content, done);
            }
            catch (TemplateException e)
            {
                throw Mistake(e.Message, number);
            }
        }

        if (blocks.Block is { } block)
        {
            throw Mistake($"{block.Tag} is not closed", block.Number);
        }

        text.Append(content, done, content.Length - done);
        blocks.Floor = floor;
    }

    /// <returns>Up to where the content is written.</returns>
    private int Add(TemplateTag tag, int number, string content, int done)
    {
        if (number == MostTags)
        {
            throw new TemplateException($"it has more than {MostTags} tags");
        }

        if (!tag.IsClosed)
        {
            throw new TemplateException($"{Quoted.Code("{{")} is not closed by as many braces");
        }

        if (tag.Kind == '>')
        {
            text.Append(content, done, tag.Open - done);
            return AddPartial(tag, content);
        }

        text.Append(content, done, tag.Start - done).Append(blocks.Marked(tag, number));
        return tag.End;
    }

    private int AddPartial(TemplateTag tag, string content)
    {
        var name = tag.Text.Trim();
        if (TemplateWord.Split(name) is not [{ Of: TemplateWord.Sort.Path }])
        {
            throw new TemplateException($"{tag} names no partial; one takes nothing but its name");
        }

        var partial = partials[name];
        if (inside.Contains(name))
        {
            throw new TemplateException($"the partial {Quoted.Code(name)} stands in itself");
        }

        var after = tag.After;
        if (content[tag.Start - 1] == '~')
        {
            text.Length = text.ToString().TrimEnd().Length;
        }

        if (content[tag.After - 3] == '~' || (content[tag.Open + 2] == '{' && content[tag.After - 4] == '~'))
        {
            after += content.AsSpan(after).Length - content.AsSpan(after).TrimStart().Length;
        }

        // The line end behind the tag is the partial's own.
        var body = partial.Text.TrimEnd('\n');
        Join(body);
        inside.Add(name);
        Add(partial, body);
        inside.RemoveAt(inside.Count - 1);
        Join(content[after..]);
        return text.Length <= MostSource ? after : throw new TemplateException($"with its partials it is larger than {MostSource / 1024} KiB");
    }

    /// <summary>Braces of two files must not become a tag that neither of them holds.</summary>
    private void Join(string next)
    {
        if (text.Length > 0 && (text[^1] is '{' or '\\' || (text[^1] == '}' && next.StartsWith('}'))))
        {
            throw new TemplateException("beside a partial stands a brace or a backslash; put a blank between them");
        }
    }
}
