using System.Globalization;
using System.Text;
using HandlebarsDotNet;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Templates;

/// <summary>
/// A Handlebars template of the document. The only place that knows the template engine, which stands in for Scriban.
/// It sees plain dictionaries, lists, strings and numbers only, never an object with members.
/// </summary>
public sealed class DocumentTemplate
{
    /// <summary>GitHub shows files above 512 KB as plain text; a template that writes more is a mistake.</summary>
    private const int MostCharacters = 1_000_000;

    private readonly string source;
    private readonly string name;
    private readonly HandlebarsTemplate<TextWriter, object, object> render;

    private DocumentTemplate(string source, string name, HandlebarsTemplate<TextWriter, object, object> render) =>
        (this.source, this.name, this.render) = (source, name, render);

    public static DocumentTemplate BuiltIn { get; } = Parse(Resources.Text("default.md.hbs"), "the built-in template");

    /// <exception cref="ProblemException">The template has a mistake; the problem names line and column.</exception>
    public static DocumentTemplate Parse(string source, string name)
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration
        {
            // People's words reach the model encoded as Markdown; encoding them as HTML again would show entities.
            NoEscape = true,
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = CultureInfo.InvariantCulture,
        });
        TemplateHelpers.Register(engine);
        var text = source.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (TemplateMistakes.Unbalanced(text, name) is { } mistake)
        {
            throw new ProblemException(mistake);
        }

        try
        {
            return new(text, name, engine.Compile(new StringReader(text)));
        }
        catch (HandlebarsException e)
        {
            throw new ProblemException(TemplateMistakes.FromEngine(e.Message, text, name));
        }
    }

    public string Render(IReadOnlyDictionary<string, object?> model)
    {
        using var writer = new LimitedWriter(MostCharacters, name);
        try
        {
            render(writer, model, null!);
        }
        catch (Exception e) when (e is not ProblemException)
        {
            // The engine's exceptions share no base class; whatever it throws over our plain model is the template's mistake.
            throw new ProblemException(TemplateMistakes.FromEngine(e.Message, source, name));
        }

        return Tidy(writer.ToString());
    }

    /// <summary>One blank line between blocks outside code, one line end at the end.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var lines = text.Split('\n');
        var fenced = Core.Reading.Fences.Inside(lines);
        var wasBlank = true;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = fenced[i] ? lines[i] : lines[i].TrimEnd(' ', '\t');
            var isBlank = line.Length == 0 && !fenced[i];
            if (!(isBlank && wasBlank))
            {
                tidy.Append(line).Append('\n');
            }

            wasBlank = isBlank;
        }

        return tidy.ToString().TrimEnd('\n') + "\n";
    }

    private sealed class LimitedWriter(int most, string name) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(char value)
        {
            Check(1);
            base.Write(value);
        }

        public override void Write(string? value)
        {
            Check(value?.Length ?? 0);
            base.Write(value);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Check(count);
            base.Write(buffer, index, count);
        }

        private void Check(int more)
        {
            if (GetStringBuilder().Length + more > most)
            {
                throw new ProblemException(Problem.Error(
                    "template-too-long", $"The template writes more than {most} characters.", "Look for a loop inside a loop.", name));
            }
        }
    }
}
