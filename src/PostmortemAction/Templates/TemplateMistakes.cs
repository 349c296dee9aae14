using System.Globalization;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Templates;

/// <summary>Says where a template is wrong. The engine tells what, but not always where.</summary>
internal static class TemplateMistakes
{
    /// <summary>Blocks that are not closed, or closed by another name; null when all are.</summary>
    public static Problem? Unbalanced(string source, string name)
    {
        var open = new Stack<TemplateTag>();
        foreach (var tag in TemplateTag.All(source))
        {
            if (!tag.IsClosed)
            {
                return Of($"{Quoted.Code("{{")} is not closed", name, tag);
            }

            if (tag.Text.StartsWith('#') || (tag.Text.StartsWith('^') && tag.Name.Length > 0))
            {
                open.Push(tag);
            }
            else if (tag.Text.StartsWith('/'))
            {
                if (open.Count == 0 || open.Peek().Name != tag.Name)
                {
                    return Of($"{Quoted.Code($"{{{{/{tag.Name}}}}}")} closes a block that is not open there", name, tag);
                }

                open.Pop();
            }
        }

        return open.Count == 0 ? null : Of($"{Quoted.Code($"{{{{{open.Peek().Text}}}}}")} is not closed", name, open.Peek());
    }

    /// <summary>What the engine says, at the first tag that uses the name it says it of.</summary>
    public static Problem FromEngine(string message, string source, string name)
    {
        var word = message.Split(' ', 2)[0];
        var tag = TemplateTag.All(source).FirstOrDefault(tag =>
            tag.Words.Any(path => path.Split('.', '/').Contains(word)) || tag.Words.Any(path => message.Contains($"'{path}'", StringComparison.Ordinal)));
        return Of(Quoted.Code(message.Split('\n')[0].Trim(), 200), name, tag);
    }

    private static Problem Of(string what, string name, TemplateTag? tag) => Problem.Error(
        "template-mistake",
        $"The template has a mistake: {what}.",
        "Correct it; `preview` shows the result in a second. The names that a template may use stand in the README under Template.",
        tag is null ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{tag.Line}:{tag.Column}"));
}
