using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Configuration;

/// <summary>What a team asks of its postmortems.</summary>
public sealed partial class SettingsReader
{
    /// <summary><c>review: { fail-on: error, require: { SEV1: [start, end] } }</c></summary>
    private void ReadReview(YamlNode node, string path)
    {
        if (node is not YamlMappingNode map)
        {
            WrongType("review", "keys below it, such as `fail-on: error`", SafeYaml.Place(path, node.Start));
            return;
        }

        foreach (var (keyNode, value) in map.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            switch (key)
            {
                case "fail-on":
                    var rule = OneOf<FailOn>(key, (value as YamlScalarNode)?.Value ?? "", SafeYaml.Place(path, value.Start));
                    settings = settings with { Review = settings.Review with { FailOn = rule } };
                    break;
                case "require":
                    ReadRequire(value, path);
                    break;
                default:
                    Unknown(key, ReviewKeys, SafeYaml.Place(path, keyNode.Start));
                    break;
            }
        }
    }

    private void ReadRequire(YamlNode node, string path)
    {
        if (node is not YamlMappingNode map)
        {
            WrongType("require", "severities with what a document must hold, such as `SEV1: [start, end, tasks]`", SafeYaml.Place(path, node.Start));
            return;
        }

        var require = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (keyNode, value) in map.Children)
        {
            var wanted = new List<string>();
            foreach (var item in value is YamlSequenceNode list ? list : [value])
            {
                var aspect = (item as YamlScalarNode)?.Value ?? "";
                if (!Profiles.Aspects.Contains(aspect))
                {
                    Unknown(aspect, Profiles.Aspects, SafeYaml.Place(path, item.Start));
                }

                wanted.Add(aspect);
            }

            require[(keyNode as YamlScalarNode)?.Value ?? ""] = wanted;
        }

        settings = settings with { Review = settings.Review with { Require = require } };
    }
}
