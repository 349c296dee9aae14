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
        foreach (var (key, keyPlace, value) in Below("review", node, "keys below it, such as `fail-on: error`", path))
        {
            switch (key)
            {
                case "fail-on":
                    var rule = OneOf<FailOn>(key, Scalar(value), SafeYaml.Place(path, value.Start));
                    settings = settings with { Review = settings.Review with { FailOn = rule } };
                    break;
                case "require":
                    ReadRequire(value, path);
                    break;
                default:
                    Unknown(key, SettingKeys.Below("review"), keyPlace);
                    break;
            }
        }
    }

    private void ReadRequire(YamlNode node, string path)
    {
        var require = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (severity, keyPlace, value) in Below("require", node, "severities with what a document must hold, such as `SEV1: [start, end, tasks]`", path))
        {
            var wanted = new List<string>();
            foreach (var item in value is YamlSequenceNode list ? list : [value])
            {
                var aspect = Scalar(item);
                if (!Profiles.Aspects.Contains(aspect))
                {
                    Unknown(aspect, Profiles.Aspects, SafeYaml.Place(path, item.Start));
                }

                wanted.Add(aspect);
            }

            require[SeverityName(severity, keyPlace, Profiles.Other)] = wanted;
        }

        settings = settings with { Review = settings.Review with { Require = require } };
    }
}
