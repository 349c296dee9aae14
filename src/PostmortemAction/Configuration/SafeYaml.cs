using System.Globalization;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Configuration;

/// <summary>Reads YAML that somebody else wrote. Deep nesting would end the process in YamlDotNet, so the events are counted first.</summary>
internal static class SafeYaml
{
    /// <summary>The code of what is no YAML for anybody.</summary>
    public const string Mistake = "yaml-mistake";

    private const int MostDepth = 16;

    /// <summary>The document's root; null for an empty file.</summary>
    /// <exception cref="ProblemException">It is no YAML, or uses what no configuration needs.</exception>
    public static YamlNode? Load(string text, string file)
    {
        // Some editors write a byte order mark, which would become a part of the first key.
        text = text.TrimStart('\uFEFF');
        var parser = new Parser(new StringReader(text));
        try
        {
            Check(parser, file);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException e)
        {
            throw IsLogin(text, e) ? Wrong("a value cannot begin with `@`", Place(file, e.Start), "Put it into quotes, as in `\"@octocat\"`.")
                : Wrong(Quoted.Code(e.InnerException?.Message ?? e.Message, 200), Tab(text, e) ?? Place(file, e.Start));
        }
        catch (Exception e) when (e is not ProblemException)
        {
            // Over a list that nobody closed, for example, the parser throws what it throws over its own defects.
            throw Wrong("what stands here does not end, or does not fit to what follows", Place(file, parser.Current?.Start ?? Mark.Empty));
        }

        ProblemException Wrong(string what, string place, string fix = "Correct the line.") =>
            new(Problem.Error(Mistake, $"{Quoted.Code(file)} is no valid YAML: {what}.", fix, place));

        // Whoever writes `login: @octocat` would be told of a token that starts.
        static bool IsLogin(string yaml, YamlException e) =>
            yaml.Split('\n').ElementAtOrDefault((int)e.Start.Line - 1)?.ElementAtOrDefault((int)e.Start.Column - 1) == '@' && e.Message.Contains("start any token", StringComparison.Ordinal);

        // The parser tells where the value before the tab starts.
        string? Tab(string yaml, YamlException e)
        {
            var lines = yaml.Split('\n');
            for (var i = (int)e.Start.Line - 1; e.Message.Contains(" tab ", StringComparison.Ordinal) && i < lines.Length; i++)
            {
                if (lines[i].TakeWhile(char.IsWhiteSpace).TakeWhile(c => c != '\t').Count() is var blanks && lines[i].AsSpan(blanks).StartsWith("\t"))
                {
                    return string.Create(CultureInfo.InvariantCulture, $"{file}:{i + 1}:{blanks + 1}");
                }
            }

            return null;
        }
    }

    public static string Place(string file, Mark mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{mark.Line}:{mark.Column}");

    private static void Check(Parser parser, string file)
    {
        var (depth, documents) = (0, 0);
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            documents += parser.Current is DocumentStart ? 1 : 0;
            var clever = depth > MostDepth ? "very deep nesting"
                : parser.Current is NodeEvent { Tag.IsEmpty: false } ? "a tag"
                : parser.Current is AnchorAlias ? "an alias"
                : documents > 1 ? "a second document" : null;
            if (clever is not null)
            {
                throw new ProblemException(Problem.Error(
                    "yaml-too-clever",
                    $"{Quoted.Code(file)} uses {clever}, which is not read here.",
                    clever == "a second document" ? "Put all into one document, without `---` in between." : "Write the values out.",
                    Place(file, parser.Current.Start)));
            }
        }
    }
}
