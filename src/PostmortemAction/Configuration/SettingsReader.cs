using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Configuration;

/// <summary>Reads the settings: defaults, then the configuration file, then the inputs, which win.</summary>
public sealed partial class SettingsReader
{
    /// <summary>What a run is told by its workflow alone.</summary>
    public static IReadOnlyList<string> InputsAlone { get; } = ["github-token", "issue-number", "config", "check"];

    private readonly List<Problem> problems = [];
    private RunSettings settings = new();

    /// <summary>Where a label was named last.</summary>
    private string? labelPlace;

    private SettingsReader()
    {
    }

    /// <param name="file">The configuration file's path and text; null when the repository has none.</param>
    /// <param name="inputs">The action's inputs by name; an empty one counts as not given.</param>
    /// <exception cref="ProblemException">All mistakes, with their places.</exception>
    public static RunSettings Read((string Path, string Text)? file, IReadOnlyDictionary<string, string> inputs)
    {
        var reader = new SettingsReader();
        if (file is { } known && SafeYaml.Load(known.Text, known.Path) is { } root)
        {
            reader.ReadFile(root, known.Path);
        }

        foreach (var (key, value) in inputs.Where(input => input.Value.Length > 0 && SettingKeys.Inputs.Contains(input.Key)))
        {
            reader.Set(key, value, $"input {key}");
        }

        reader.CheckLabels();
        return reader.problems.Count == 0 ? reader.settings : throw new ProblemException(reader.problems);
    }

    /// <summary>One label for both would publish an incident as soon as it is filed.</summary>
    private void CheckLabels()
    {
        if (settings.IncidentLabel.Length > 0 && settings.IncidentLabel.Equals(settings.ResolvedLabel, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(Problem.Error(
                "labels-same",
                $"`incident-label` and `resolved-label` are both {Quoted.Code(settings.ResolvedLabel)}, so an incident would be over as soon as it is filed.",
                "Give the two different names.",
                labelPlace));
        }
    }

    private void ReadFile(YamlNode root, string path)
    {
        if (root is YamlScalarNode { Value: null or "" })
        {
            return;
        }

        if (root is not YamlMappingNode map)
        {
            problems.Add(Problem.Error("setting-wrong-type", $"{Quoted.Code(path)} holds no keys.", "Write `key: value` lines.", SafeYaml.Place(path, root.Start)));
            return;
        }

        foreach (var (keyNode, value) in map.Children)
        {
            ReadKey(Scalar(keyNode), value, SafeYaml.Place(path, keyNode.Start), path);
        }
    }

    private void ReadKey(string key, YamlNode value, string keyPlace, string path)
    {
        switch (key)
        {
            case "timeline":
                ReadTimeline(value, path);
                break;
            case "names":
                ReadNames(value, path);
                break;
            case "measures":
                ReadMeasures(value, path);
                break;
            case "slo":
                ReadSlo(value, path);
                break;
            case "digest":
                ReadDigest(value, path);
                break;
            case "review":
                ReadReview(value, path);
                break;
            case "follow-ups":
                ReadFollowUps(value, path);
                break;
            case "postmortem":
                ReadPublish(value, path);
                break;
            case var _ when InputsAlone.Contains(key):
                problems.Add(Problem.Error("setting-is-input", $"{Quoted.Code(key)} is an input of the action and no setting.", "Give it to the step in the workflow, below `with`.", keyPlace));
                break;
            case var _ when !SettingKeys.Top.Contains(key):
                Unknown(key, SettingKeys.Top, keyPlace);
                break;
            default:
                if (value is YamlScalarNode { Value: { } text })
                {
                    Set(key, text, SafeYaml.Place(path, value.Start));
                }
                else
                {
                    WrongType(key, "one value", SafeYaml.Place(path, value.Start));
                }

                break;
        }
    }

    private void ReadTimeline(YamlNode node, string path)
    {
        foreach (var (key, keyPlace, value) in Below("timeline", node, "keys below it, such as `comments: marked`", path))
        {
            var text = Scalar(value);
            var place = SafeYaml.Place(path, value.Start);
            switch (key)
            {
                case "comments":
                    settings = settings with { Comments = OneOf<CommentRule>(key, text, place) };
                    break;
                case "authors":
                    settings = settings with { Authors = OneOf<AuthorRule>(key, text, place) };
                    break;
                case "pin" when SettingValue.Reactions.Contains(text):
                    settings = settings with { Pin = text };
                    break;
                case "pin":
                    WrongType(key, $"one of GitHub's reactions: {string.Join(", ", SettingValue.Reactions.Select(name => $"`{name}`"))}", place, text);
                    break;
                default:
                    Unknown(key, SettingKeys.Below("timeline"), keyPlace);
                    break;
            }
        }
    }

    /// <summary>The keys below a key; none, and a problem, where something else stands there.</summary>
    private IEnumerable<(string Key, string Place, YamlNode Value)> Below(string key, YamlNode node, string example, string path)
    {
        if (node is YamlMappingNode map)
        {
            return map.Children.Select(child => (Scalar(child.Key), SafeYaml.Place(path, child.Key.Start), child.Value));
        }

        WrongType(key, example, SafeYaml.Place(path, node.Start));
        return [];
    }

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    /// <summary><c>names: { root-cause: [Ursache, Grund] }</c></summary>
    private void ReadNames(YamlNode node, string path)
    {
        var names = new Dictionary<string, string>(settings.Names);
        foreach (var (id, keyPlace, value) in Below("names", node, "field ids with the names of their sections, such as `root-cause: [Ursache]`", path))
        {
            if (FieldIds.Names.All(field => field.Id != id))
            {
                Unknown(id, [.. FieldIds.Names.Select(field => field.Id)], keyPlace);
            }

            foreach (var name in value is YamlSequenceNode list ? list.OfType<YamlScalarNode>() : [value as YamlScalarNode ?? new YamlScalarNode("")])
            {
                names[name.Value ?? ""] = id;
            }
        }

        settings = settings with { Names = names };
    }

    private void Set(string key, string text, string place)
    {
        var value = text.Trim();
        switch (key)
        {
            case "dry-run":
                settings = settings with { DryRun = Flag(key, value, place) };
                break;
            case "incident-label":
                settings = settings with { IncidentLabel = NotEmpty(key, value, place) };
                labelPlace = place;
                break;
            case "resolved-label":
                settings = settings with { ResolvedLabel = NotEmpty(key, value, place) };
                labelPlace = place;
                break;
            case "directory":
                settings = settings with { Directory = Folder(key, value, place) };
                break;
            case "template":
                settings = settings with { Template = value.Length == 0 ? null : File(key, value, place) };
                break;
            case "time-zone":
                settings = settings with { TimeZone = Zone(value, place), TimeZoneChosen = true };
                break;
            case "index":
                settings = settings with { Index = OneOf<IndexRule>(key, value, place) };
                break;
            default:
                WrongType(key, "keys below it, such as `comments: marked`", place);
                break;
        }
    }

    private string NotEmpty(string key, string value, string place)
    {
        if (value.Length == 0)
        {
            WrongType(key, "a label's name", place);
        }

        return value;
    }

    private bool Flag(string key, string value, string place)
    {
        if (value is not ("true" or "True" or "TRUE" or "false" or "False" or "FALSE"))
        {
            WrongType(key, "`true` or `false`", place, value);
        }

        return value is "true" or "True" or "TRUE";
    }

    private string Folder(string key, string value, string place)
    {
        var path = (value.StartsWith("./", StringComparison.Ordinal) ? value[2..] : value).TrimEnd('/');
        if (!RepositoryPaths.MayHoldDocuments(path))
        {
            WrongType(key, "a folder below the repository's root, such as `docs/postmortems`, and none that GitHub itself reads", place, value);
        }

        return path;
    }

    private string File(string key, string value, string place)
    {
        if (!RepositoryPaths.IsPath(value))
        {
            WrongType(key, "the name of a built-in template, such as `brief`, or a path below the repository's root, such as `.github/postmortem.md.hbs`", place, value);
        }

        return value;
    }

    private DateTimeZone Zone(string value, string place)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(value) is { } zone)
        {
            return zone;
        }

        problems.Add(Problem.Error(
            "setting-invalid-zone",
            $"{Quoted.Code(value)} is no time zone.",
            $"Write an IANA name such as {Quoted.Code(Nearest.Meant(value, DateTimeZoneProviders.Tzdb.Ids) ?? "Europe/Berlin")}.",
            place));
        return DateTimeZone.Utc;
    }

    private T OneOf<T>(string key, string value, string place)
        where T : struct, Enum
    {
        var names = ChoiceName.All<T>().ToList();
        if (names.IndexOf(value.ToLowerInvariant()) is var index and >= 0)
        {
            return Enum.GetValues<T>()[index];
        }

        WrongType(key, $"one of {string.Join(", ", names.Select(name => $"`{name}`"))}", place, value);
        return default;
    }

    private void Unknown(string key, IReadOnlyList<string> known, string place) => problems.Add(Problem.Error(
        "setting-unknown",
        $"There is no setting {Quoted.Code(key)}.",
        Nearest.Meant(key, known) is { } meant ? $"Did you mean {Quoted.Code(meant)}?" : $"What there is: {string.Join(", ", known.Select(name => $"`{name}`"))}.",
        place));

    /// <param name="value">What it has, where that is one value.</param>
    private void WrongType(string key, string wanted, string place, string? value = null) => problems.Add(Problem.Error(
        "setting-wrong-type",
        $"The {(place.StartsWith("input ", StringComparison.Ordinal) ? "input" : "setting")} {Quoted.Code(key)} {(value is { Length: > 0 } ? $"cannot take {Quoted.Code(value, 100)}" : "has a value that it cannot take")}.",
        $"Give it {wanted}.",
        place));
}
