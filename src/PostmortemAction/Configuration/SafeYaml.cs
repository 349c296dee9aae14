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
    private const int MostDepth = 16;

    /// <summary>The document's root; null for an empty file.</summary>
    /// <exception cref="ProblemException">It is no YAML, or uses what no configuration needs.</exception>
    public static YamlNode? Load(string text, string file)
    {
        try
        {
            Check(text, file);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException e)
        {
            throw new ProblemException(Problem.Error(
                "yaml-mistake", $"{Quoted.Code(file)} is no valid YAML: {Quoted.Code(e.InnerException?.Message ?? e.Message, 200)}",
                "Correct the line.", Place(file, e.Start)));
        }
    }

    public static string Place(string file, Mark mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{mark.Line}:{mark.Column}");

    private static void Check(string text, string file)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            var tagged = parser.Current is NodeEvent { Tag.IsEmpty: false };
            if (depth > MostDepth || parser.Current is AnchorAlias || tagged)
            {
                throw new ProblemException(Problem.Error(
                    "yaml-too-clever",
                    $"{Quoted.Code(file)} uses {(depth > MostDepth ? "very deep nesting" : tagged ? "a tag" : "an alias")}, which is not read here.",
                    "Write the values out.", Place(file, parser.Current.Start)));
            }
        }
    }
}
