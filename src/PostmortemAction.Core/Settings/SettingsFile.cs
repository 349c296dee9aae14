using System.Text;
using System.Text.RegularExpressions;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Settings;

/// <summary>The configuration file for who begins: every key, in a comment where the default holds.</summary>
public static partial class SettingsFile
{
    /// <summary>A setting begins right behind its <c>#</c>, or two blanks behind it where it stands below another; an explanation one blank behind.</summary>
    private const string Head = $"""
        {SettingsSchema.Modeline}
        # Every setting and its default; where there is none, an example. Take the `#` off what you want to change, and
        # off the line that it stands below. An input of the workflow with the same name wins.

        """;

    /// <param name="chosen">The keys of the first level that are to differ from their default, with their values.</param>
    public static string Write(IReadOnlyDictionary<string, string> chosen) => Head + Lines(SettingKeys.All, chosen);

    /// <summary>A file that is there, and behind it what it does not name, in comments: whoever takes it over loses nothing.</summary>
    public static string Complete(string file)
    {
        var named = TopKey().Matches(file).Select(match => match.Groups[1].Value).ToHashSet();
        var rest = Lines(SettingKeys.All.Where(key => !named.Contains(key.Path[0])), new Dictionary<string, string>());
        return rest.Length == 0 ? file : $"{file.TrimEnd('\n')}\n{rest}";
    }

    private static string Lines(IEnumerable<SettingKey> keys, IReadOnlyDictionary<string, string> chosen)
    {
        var text = new StringBuilder();
        string? parent = null;
        foreach (var key in keys)
        {
            var isBelow = key.Path.Count == 2;
            if (!isBelow || key.Path[0] != parent)
            {
                text.Append('\n');
            }

            if (isBelow && key.Path[0] != parent)
            {
                text.Append('#').Append(key.Path[0]).Append(":\n");
            }

            parent = key.Path[0];
            text.Append("# ").Append(key.Meaning).Append(" Takes: ").Append(key.Value.Words).Append(key.Default is null ? "; not set.\n" : ".\n");
            text.Append(chosen.TryGetValue(key.Name, out var value)
                ? $"{key.Name}: {YamlText.Scalar(value)}\n"
                : $"#{(isBelow ? "  " : "")}{key.Path[^1]}: {key.Default ?? key.Example}\n");
        }

        return text.ToString();
    }

    /// <summary>A key of the first level, in use or in a comment.</summary>
    [GeneratedRegex("^#?[\"']?([a-z-]+)[\"']? *:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TopKey();
}
