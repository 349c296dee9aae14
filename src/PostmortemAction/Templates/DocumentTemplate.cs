using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Templates;

/// <summary>
/// A Handlebars template of the document. Together with <see cref="TemplateValues"/> the only place that knows the template
/// engine, which stands in for Scriban. It sees plain dictionaries, lists, strings, numbers and flags only.
/// </summary>
public sealed class DocumentTemplate
{
    /// <summary>GitHub shows files above 512 KB as plain text; a template that writes more is a mistake.</summary>
    private const int MostCharacters = 1_000_000;

    /// <summary>What is shorter, or has no heading, is no postmortem but a template's mistake, and must not take a document's place.</summary>
    private const int LeastBytes = 40;

    private static readonly ConcurrentDictionary<string, DocumentTemplate> Sets = new();

    private readonly string name;
    private readonly MarkedTemplate marked;
    private readonly HandlebarsTemplate<TextWriter, object, object> render;

    private DocumentTemplate(string name, MarkedTemplate marked, HandlebarsTemplate<TextWriter, object, object> render) =>
        (this.name, this.marked, this.render) = (name, marked, render);

    /// <summary>A set with no partials but its own. Made once: the engine takes longer to compile it than to write some hundred documents.</summary>
    public static DocumentTemplate BuiltIn(string set) => Sets.GetOrAdd(set, name => Parse(TemplateSet.Document(name), new TemplatePartials(name)));

    public static DocumentTemplate Parse(string source, string name) => Parse(new TemplateSource(name, source), TemplatePartials.BuiltIn);

    /// <exception cref="ProblemException">The template or one of its partials has a mistake; the problem names file, line and column.</exception>
    public static DocumentTemplate Parse(TemplateSource source, TemplatePartials partials)
    {
        if (Encoding.UTF8.GetByteCount(source.Text) > MarkedTemplate.MostSource)
        {
            throw new ProblemException(Problem.Error(
                "template-too-long",
                $"The template {Quoted.Code(source.Name)} is larger than {MarkedTemplate.MostSource / 1024} KiB.",
                "Take out what does not depend on the incident.",
                source.Name));
        }

        var marked = new MarkedTemplate(source, partials);
        var values = new TemplateValues();
        var configuration = new HandlebarsConfiguration
        {
            // People's words reach the model encoded as Markdown; encoding them as HTML again would show entities.
            NoEscape = true,
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = CultureInfo.InvariantCulture,
        };
        configuration.ObjectDescriptorProviders.Add(values);
        configuration.FormatterProviders.Add(values);
        var engine = Handlebars.Create(configuration);
        foreach (var (helper, text) in TemplateHelpers.OfOneValue)
        {
            engine.RegisterHelper(helper, (writer, _, arguments) => writer.WriteSafeString(text(arguments[0])));
        }

        foreach (var (helper, value) in TemplateHelpers.OfTwoValues)
        {
            engine.RegisterHelper(TemplateHelpers.Engine(helper), (_, arguments) => value(arguments[0], arguments[1])!);
        }

        try
        {
            return new(source.Name, marked, engine.Compile(new StringReader(marked.Text)));
        }
        catch (Exception e) when (e is not ProblemException)
        {
            // What the check above does not know. The engine's exceptions share no base class.
            throw marked.Mistake(Quoted.Code(e.Message.Split('\n')[0], 200), null);
        }
    }

    /// <summary>The same, as a whole document.</summary>
    /// <exception cref="ProblemException">Nothing comes out that one could read, or <see cref="Render"/> fails.</exception>
    public string RenderDocument(IReadOnlyDictionary<string, object?> model)
    {
        var document = Render(model);
        return Encoding.UTF8.GetByteCount(document) >= LeastBytes && document.Split('\n').Any(line => line.StartsWith('#'))
            ? document
            : throw new ProblemException(Problem.Error(
                "template-empty", $"The template {Quoted.Code(name)} writes no heading or hardly anything.", "Begin with the built-in template, and change that.", name));
    }

    /// <exception cref="ProblemException">The model does not hold what the template asks for, or too much is written.</exception>
    public string Render(IReadOnlyDictionary<string, object?> model)
    {
        using var writer = new LimitedWriter(MostCharacters, TooLong(name));
        var run = new TemplateRun();
        try
        {
            run.Do(() => render(writer, model, null!));
        }
        catch (TemplateException e)
        {
            throw marked.Mistake(e.Message, run.Tag);
        }
        catch (HandlebarsUndefinedBindingException e)
        {
            throw marked.Mistake($"{Quoted.Code(e.MissingKey)} is no name there{Nearest.Behind(e.MissingKey, run.Names)}", run.Tag);
        }
        catch (Exception e) when (e is not ProblemException)
        {
            // Whatever else the engine throws over our plain model is the template's mistake.
            throw marked.Mistake(Quoted.Code(e.Message.Split('\n')[0], 200), run.Tag);
        }

        return Blanks.Tidy(writer.ToString());
    }

    private static ProblemException TooLong(string name) => new(Problem.Error(
        "template-too-long", $"The template writes more than {MostCharacters} characters.", "Look for a loop inside a loop.", name));
}
