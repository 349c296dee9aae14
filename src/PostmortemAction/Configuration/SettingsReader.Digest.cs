using PostmortemAction.Core.Settings;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Configuration;

/// <summary>The issue that lists open follow-ups.</summary>
public sealed partial class SettingsReader
{
    /// <summary><c>digest: { title: What we still owe, label: chores }</c>, or <c>digest: off</c>.</summary>
    private void ReadDigest(YamlNode node, string path)
    {
        if (Scalar(node) is "off" or "Off" or "OFF" or "false")
        {
            settings = settings with { Digest = null };
            return;
        }

        foreach (var (key, keyPlace, value) in Below("digest", node, "`off`, or keys below it, such as `label: chores`", path))
        {
            var text = NotEmpty(key, Scalar(value).Trim(), SafeYaml.Place(path, value.Start));
            var digest = settings.Digest ?? new();
            switch (key)
            {
                case "title":
                    settings = settings with { Digest = digest with { Title = text } };
                    break;
                case "label":
                    settings = settings with { Digest = digest with { Label = text } };
                    break;
                default:
                    Unknown(key, SettingKeys.Below("digest"), keyPlace);
                    break;
            }
        }
    }
}
