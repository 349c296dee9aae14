using System.Globalization;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Settings;

/// <summary>The configuration file's JSON Schema, by which editors complete and check it.</summary>
public static class SettingsSchema
{
    /// <summary>Where it is to be had: the tag moves with the action that workflows use.</summary>
    public const string Address = "https://raw.githubusercontent.com/postmortem-action/postmortem-action/v1/src/PostmortemAction/Configuration/postmortem.schema.json";

    /// <summary>The line that makes editors find it.</summary>
    public const string Modeline = $"# yaml-language-server: $schema={Address}";

    public static string Text { get; } = PostmortemJson.Write(Schema()) + "\n";

    private static Dictionary<string, object?> Schema() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["$id"] = Address,
        ["title"] = "The configuration of PostmortemAction",
        ["type"] = new List<string> { "object", "null" },
        ["properties"] = SettingKeys.Top.ToDictionary(key => key, key => (object?)Property(key)),
        ["additionalProperties"] = false,
    };

    private static Dictionary<string, object?> Property(string key)
    {
        if (SettingKeys.All.FirstOrDefault(each => each.Name == key) is { } setting)
        {
            return Property(setting);
        }

        var map = new Dictionary<string, object?>
        {
            ["type"] = "object",
            ["properties"] = SettingKeys.All.Where(each => each.Path[0] == key).ToDictionary(each => each.Path[1], each => (object?)Property(each)),
            ["additionalProperties"] = false,
        };
        if (key == "digest")
        {
            map["type"] = new List<string> { "object", "string" };
            map["pattern"] = "^off$";
        }

        if (key == "slo")
        {
            map["required"] = new List<string> { "target" };
        }

        return map;
    }

    private static Dictionary<string, object?> Property(SettingKey key)
    {
        var map = new Dictionary<string, object?> { ["description"] = key.Meaning };
        foreach (var (name, value) in key.Value.Schema)
        {
            map[name] = value;
        }

        if (key.Default is { } text)
        {
            map["default"] = key.Value == SettingValue.Flag ? text == "true" : text;
        }

        if (key.Value.IsOneWord)
        {
            map["examples"] = new List<object?> { Example(key) };
        }

        return map;
    }

    private static object Example(SettingKey key) =>
        key.Value == SettingValue.Flag ? key.Example == "true"
            : key.Value == SettingValue.Percentage ? double.Parse(key.Example, CultureInfo.InvariantCulture)
            : key.Example;
}
