using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Reviews;

namespace PostmortemAction.Core.Settings;

/// <summary>What a setting takes: in words for people, as a JSON Schema for editors.</summary>
/// <param name="Words">Its type, in Markdown.</param>
/// <param name="Schema">https://json-schema.org/draft-07</param>
public sealed record SettingValue(string Words, IReadOnlyDictionary<string, object?> Schema)
{
    /// <summary>https://docs.github.com/en/rest/reactions/reactions</summary>
    public static IReadOnlyList<string> Reactions { get; } = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];

    /// <summary>The built-in templates, the plainest first.</summary>
    public static IReadOnlyList<string> Templates { get; } = ["brief", "full", "google-sre", "alx"];

    public static SettingValue Flag { get; } = new("`true` or `false`", Type("boolean"));

    public static SettingValue Label { get; } = new("text", Map(("type", "string"), ("minLength", 1)));

    public static SettingValue Text { get; } = new("text", Map(("type", "string"), ("minLength", 1)));

    /// <summary>What stands below the repository's root.</summary>
    public static SettingValue Path { get; } = new("path", Map(("type", "string"), ("pattern", "^[^/\\\\:*?\"<>|]+(/[^/\\\\:*?\"<>|]+)*/?$")));

    public static SettingValue Template { get; } = new(
        $"{string.Join(", ", Templates.Select(name => $"`{name}`"))} or a path", Map(("anyOf", new List<object?> { OneOf(Templates), Path.Schema })));

    public static SettingValue Zone { get; } = new("IANA name", Map(("type", "string"), ("minLength", 1)));

    public static SettingValue Reaction { get; } = new("a reaction", OneOf(Reactions));

    /// <summary>More than 0 and less than 100: <see cref="ServiceLevel.Target"/>.</summary>
    public static SettingValue Percentage { get; } = new("percentage", Map(("anyOf", new List<object?>
    {
        Map(("type", "number"), ("exclusiveMinimum", 0), ("exclusiveMaximum", 100)),
        Map(("type", "string"), ("pattern", "^[0-9]{1,2}(\\.[0-9]+)? *%?$")),
    })));

    public static SettingValue Days { get; } = new("days", Map(("type", "string"), ("pattern", "^([1-9][0-9]?|[12][0-9][0-9]|3[0-5][0-9]|36[0-6])d$")));

    public static SettingValue DaysBySeverity { get; } = new("severity: days", Map(("type", "object"), ("additionalProperties", Days.Schema)));

    public static SettingValue Owners { get; } = new(
        "service: owner", Map(("type", "object"), ("additionalProperties", Map(("type", "string"), ("pattern", "^@?[A-Za-z0-9-]+(/[A-Za-z0-9_-]+)?$")))));

    public static SettingValue Repositories { get; } = new(
        "`owner/name` or a list", OneOrMany(Map(("type", "string"), ("pattern", "^[A-Za-z0-9-]+/([A-Za-z0-9_.-]+|\\*)$"))));

    public static SettingValue Names { get; } = new(
        "field id: list of names",
        Map(
            ("type", "object"),
            ("properties", Map([.. FieldIds.Names.Select(field => (field.Id, (object?)OneOrMany(Type("string"))))])),
            ("additionalProperties", false)));

    public static SettingValue Measures { get; } = new(
        "name: formula",
        Map(
            ("type", "object"),
            ("maxProperties", MeasureFormula.MostOfATeam),
            ("propertyNames", Map(("pattern", "^[a-z][a-z0-9_]{0,39}$"))),
            ("additionalProperties", Map(
                ("type", "string"), ("pattern", $"^({string.Join('|', MeasureFormula.Moments)}) *- *({string.Join('|', MeasureFormula.Moments)})$")))));

    public static SettingValue Requirements { get; } = new(
        "severity: list of aspects",
        Map(("type", "object"), ("additionalProperties", OneOrMany(OneOf(Profiles.Aspects)))));

    /// <summary>Whether a line of text can say it, as an input of the action does.</summary>
    public bool IsOneWord => (string?)Schema.GetValueOrDefault("type") != "object";

    public static SettingValue OneOf<T>()
        where T : struct, Enum
    {
        var names = ChoiceName.All<T>();
        return new($"{string.Join(", ", names.SkipLast(1).Select(name => $"`{name}`"))} or `{names[^1]}`", OneOf(names));
    }

    private static Dictionary<string, object?> OneOf(IEnumerable<string> values) => Map(("enum", values.ToList()));

    private static Dictionary<string, object?> OneOrMany(Dictionary<string, object?> item) =>
        Map(("anyOf", new List<object?> { item, Map(("type", "array"), ("items", item)) }));

    private static Dictionary<string, object?> Type(string name) => Map(("type", name));

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value);
}
