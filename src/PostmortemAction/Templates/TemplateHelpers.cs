using System.Collections;
using System.Globalization;
using HandlebarsDotNet;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Templates;

/// <summary>The functions that templates may call. Each takes plain values and gives text.</summary>
internal static class TemplateHelpers
{
    private const string NotKnown = "not known";

    public static void Register(IHandlebars engine)
    {
        Add(engine, "date", value => Part(value, 0, 10));
        Add(engine, "time", value => Text(value) is { } at && at.IndexOf('T', StringComparison.Ordinal) is var t and >= 0 ? Part(at, t + 1, 5) : NotKnown);
        Add(engine, "offset", value => Text(value) is { Length: 25 } at ? Moment.Describe(at)[17..] : "");
        Add(engine, "moment", value => Text(value) is { Length: > 0 } at ? Moment.Describe(at) : NotKnown);
        Add(engine, "duration", value => value is long minutes ? Durations.Describe(minutes) : NotKnown);
        Add(engine, "percent", value => value is double percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %") : NotKnown);
        Add(engine, "yaml", Yaml);
        Add(engine, "join", value => value is IEnumerable list and not string ? string.Join(", ", list.Cast<object>()) : "");
    }

    /// <summary>A value of YAML front matter: numbers plain, text in double quotes, nothing as null.</summary>
    private static string Yaml(object? value) => value switch
    {
        null or UndefinedBindingResult => "null",
        long or int or double => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Quote(PlainText.Line(Text(value))),
    };

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Part(object? value, int start, int length) =>
        Text(value) is { } text && text.Length >= start + length ? text.Substring(start, length) : NotKnown;

    private static string? Text(object? value) => value is null or UndefinedBindingResult ? null : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static void Add(IHandlebars engine, string name, Func<object?, string> text) =>
        engine.RegisterHelper(name, (writer, _, arguments) =>
        {
            if (arguments.Length != 1)
            {
                throw new HandlebarsException($"'{name}' takes one value, {arguments.Length} are given");
            }

            writer.WriteSafeString(text(arguments[0]));
        });
}
