using System.Collections;
using System.Globalization;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Templates;

/// <summary>The functions that templates may call. Each takes plain values and gives text.</summary>
internal static class TemplateHelpers
{
    private const string NotKnown = "not known";

    /// <summary>The functions of one value, by name.</summary>
    public static IReadOnlyDictionary<string, Func<object?, string>> OfOneValue { get; } = new Dictionary<string, Func<object?, string>>
    {
        ["date"] = value => Moment(value) is { } at && At(at) is var t && (t < 0 ? at : at[..t]) is { Length: > 0 } day ? day : NotKnown,
        ["time"] = value => Moment(value) is { } at && At(at) is var t and >= 0 && at.Length >= t + 6 ? at.Substring(t + 1, 5) : NotKnown,
        ["offset"] = value => Moment(value) is { Length: 25 } at ? Core.Times.Moment.Describe(at)[17..] : "",
        ["moment"] = value => Moment(value) is { Length: > 0 } at ? Core.Times.Moment.Describe(at) : NotKnown,
        ["duration"] = value => Number(value) is { } minutes ? Durations.Describe((long)minutes) : NotKnown,
        ["percent"] = value => Number(value) is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %") : NotKnown,
        ["yaml"] = Yaml,
        ["join"] = Join,
        ["count"] = value => value is IReadOnlyList<object?> list ? Text(list.Count) : throw new TemplateException("`count` takes a list"),
        ["escape"] = value => MarkdownText.Escape(Text(value)),
        ["cell"] = value => MarkdownText.Line(Text(value)),
    };

    /// <summary>The functions of two values, by name. They give values, so that another function can take them.</summary>
    public static IReadOnlyDictionary<string, Func<object?, object?, object?>> OfTwoValues { get; } = new Dictionary<string, Func<object?, object?, object?>>
    {
        // In place of the engine's own one, which says nothing of a name that does not exist.
        ["lookup"] = (value, name) => TemplateValues.Below(value, Text(name), out var found)
            ? found : throw new TemplateException($"{Quoted.Code(Text(name))} is not there to look up{(value is IReadOnlyDictionary<string, object?> map ? Nearest.Behind(Text(name), map.Keys) : "")}"),
        ["in_zone"] = (value, zone) => TemplateMoments.InZone(Moment(value), Text(zone)),
        ["elapsed"] = (from, to) => TemplateMoments.Elapsed(Moment(from), Moment(to)),
    };

    /// <summary>How many values each function takes.</summary>
    public static IReadOnlyDictionary<string, int> Counts { get; } =
        OfOneValue.Keys.Select(name => (Name: name, Count: 1)).Concat(OfTwoValues.Keys.Select(name => (Name: name, Count: 2))).ToDictionary(helper => helper.Name, helper => helper.Count);

    /// <summary>What the engine calls a function: alone in a tag its own <c>lookup</c> would win over ours.</summary>
    public static string Engine(string name) => name == "lookup" ? "value_below" : name;

    public static TemplateException NoHelper(string name) => new($"there is no helper {Quoted.Code(name)}{Nearest.Behind(name, Counts.Keys)}");

    /// <summary>A plain value as text: what a tag writes.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        IConvertible => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        IEnumerable and not IReadOnlyDictionary<string, object?> => throw new TemplateException("a list is no text; write `{{#each …}}` or `{{join …}}`"),
        _ => throw new TemplateException("a value with names below it is no text; name one of them"),
    };

    /// <summary>A value of YAML front matter: numbers and flags plain, text in double quotes, nothing as null.</summary>
    private static string Yaml(object? value) => value switch
    {
        null => "null",
        string text => Quote(PlainText.Line(text)),
        _ => Text(value),
    };

    private static string Join(object? value) => value switch
    {
        null => "",
        IReadOnlyList<object?> list => string.Join(", ", list.Select(Text)),
        _ => throw new TemplateException("`join` takes a list"),
    };

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Where the time of a moment starts: before it stands what is known of the date.</summary>
    private static int At(string moment) => moment.IndexOf('T', StringComparison.Ordinal);

    private static string? Moment(object? value) => value as string ?? (value is null ? null : throw new TemplateException("a moment is wanted, such as `started_at`"));

    private static decimal? Number(object? value) => value switch
    {
        null => null,
        // The engine hands a fraction that stands in the template over as text.
        string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        int or long or double or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => throw new TemplateException("a number is wanted"),
    };
}
