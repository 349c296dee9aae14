using System.Globalization;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Settings;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Configuration;

/// <summary>What a team measures.</summary>
public sealed partial class SettingsReader
{
    private const string OfMeasure = "the difference of two moments, such as `acknowledged_at - started_at`, below a name of small letters, digits and `_`; the moments are ";

    /// <summary><c>slo: { target: 99.9, window: 30d }</c></summary>
    private void ReadSlo(YamlNode node, string path)
    {
        var place = SafeYaml.Place(path, node.Start);
        var (target, days) = (0m, ServiceLevel.UsualDays);
        foreach (var (key, keyPlace, value) in Below("slo", node, "keys below it: `target: 99.9` and `window: 30d`", path))
        {
            var text = Scalar(value);
            switch (key)
            {
                case "target":
                    if (!decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out target) || target is <= 0 or >= 100)
                    {
                        WrongType(key, "a percentage above 0 and below 100, such as `99.9`", SafeYaml.Place(path, value.Start), text);
                    }

                    break;
                case "window":
                    days = Days(key, text, SafeYaml.Place(path, value.Start));
                    break;
                default:
                    Unknown(key, SettingKeys.Below("slo"), keyPlace);
                    break;
            }
        }

        if (target == 0 && problems.Count == 0)
        {
            WrongType("slo", "a `target`, such as `target: 99.9`", place);
        }

        settings = settings with { Promise = new(target, days) };
    }

    /// <summary><c>measures: { time_to_page: acknowledged_at - started_at }</c></summary>
    private void ReadMeasures(YamlNode node, string path)
    {
        var own = new List<MeasureFormula>();
        foreach (var (name, keyPlace, value) in Below("measures", node, "measures below it, such as `time_to_page: acknowledged_at - started_at`", path))
        {
            var formula = MeasureFormula.Parse(name, Scalar(value));
            if (MeasureCalculator.Names.Contains(name))
            {
                WrongType($"measures.{name}", "another name: this one is taken by a measure of every postmortem", keyPlace);
                continue;
            }

            if (formula is { IsBackwards: true })
            {
                WrongType($"measures.{name}", $"the later moment first: `{formula.Earlier} - {formula.Later}`", keyPlace);
                continue;
            }

            if (formula is null || own.Exists(other => other.Name == name) || own.Count == MeasureFormula.MostOfATeam)
            {
                WrongType($"measures.{name}", OfMeasure + string.Join(", ", MeasureFormula.Moments.Select(moment => $"`{moment}`")), keyPlace);
                continue;
            }

            own.Add(formula);
        }

        settings = settings with { Measures = own };
    }
}
