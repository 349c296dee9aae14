using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Preview;

/// <summary>The keys of a YAML map in a scenario's file. What cannot be read is told with its place.</summary>
internal sealed class ScenarioMap(YamlMappingNode node, string file)
{
    public string? Text(string key) => (Child(key) as YamlScalarNode)?.Value;

    /// <summary>A number as GitHub gives them to issues; null when it is not given.</summary>
    public int? Number(string key) => (int?)Id(key, int.MaxValue);

    /// <summary>A number as GitHub gives them to comments; null when it is not given.</summary>
    public long? Id(string key, long most = long.MaxValue) => Text(key) is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw Mistake(key, $"{Quoted.Code(key)} is {Quoted.Code(text)}, which is no number.", "Write a whole number such as `42`.");

    /// <summary>A time; null when it is not given.</summary>
    public Instant? Time(string key) => Text(key) is not { Length: > 0 } text ? null
        : OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time ? time.Value.ToInstant()
        : throw Mistake(key, $"{Quoted.Code(key)} is {Quoted.Code(text)}, which is no time.", "Write it as GitHub does, such as `2024-04-14T10:05:00Z`.");

    /// <summary>A time that must be given.</summary>
    public Instant Moment(string key) => Time(key)
        ?? throw Mistake(key, $"{Quoted.Code(key)} is missing.", "Write when it was, such as `2024-04-14T10:05:00Z`.");

    public IEnumerable<string> List(string key) =>
        (Child(key) as YamlSequenceNode)?.OfType<YamlScalarNode>().Select(item => item.Value ?? "") ?? [];

    public ScenarioMap? Map(string key) => Child(key) is YamlMappingNode map ? new(map, file) : null;

    private YamlNode? Child(string key) =>
        node.Children.FirstOrDefault(child => (child.Key as YamlScalarNode)?.Value == key).Value;

    private ProblemException Mistake(string key, string message, string fix) =>
        new(Problem.Error("scenario-mistake", $"{Quoted.Code(file)}: {message}", fix, SafeYaml.Place(file, (Child(key) ?? node).Start)));
}
