using System.Globalization;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Configuration;

/// <summary>Until when something is to be done, and by whom.</summary>
public sealed partial class SettingsReader
{
    private const int MostDays = 366;

    /// <summary><c>follow-ups: { due: { SEV1: 14d }, business-days: true, owners: { login API: acme/auth } }</c></summary>
    private void ReadFollowUps(YamlNode node, string path)
    {
        foreach (var (key, keyPlace, value) in Below("follow-ups", node, "keys below it, such as `due: { SEV1: 14d }`", path))
        {
            var followUps = settings.FollowUps;
            switch (key)
            {
                case "due":
                    settings = settings with { FollowUps = followUps with { Due = DaysBySeverity(value, path) } };
                    break;
                case "business-days":
                    settings = settings with { FollowUps = followUps with { BusinessDays = Flag(key, Scalar(value), SafeYaml.Place(path, value.Start)) } };
                    break;
                case "owners":
                    settings = settings with { FollowUps = followUps with { Owners = Owners(value, path) } };
                    break;
                case "repositories":
                    settings = settings with { FollowUps = followUps with { Repositories = Repositories(value, path) } };
                    break;
                default:
                    Unknown(key, SettingKeys.Below("follow-ups"), keyPlace);
                    break;
            }
        }
    }

    /// <summary><c>postmortem: { due: { SEV1: 3d }, close-incident: true }</c></summary>
    private void ReadPublish(YamlNode node, string path)
    {
        foreach (var (key, keyPlace, value) in Below("postmortem", node, "keys below it, such as `due: { SEV1: 3d }`", path))
        {
            switch (key)
            {
                case "due":
                    settings = settings with { Publish = settings.Publish with { Due = DaysBySeverity(value, path) } };
                    break;
                case "close-incident":
                    settings = settings with { Publish = settings.Publish with { ClosesIncident = Flag(key, Scalar(value), SafeYaml.Place(path, value.Start)) } };
                    break;
                default:
                    Unknown(key, SettingKeys.Below("postmortem"), keyPlace);
                    break;
            }
        }
    }

    private Dictionary<string, int> DaysBySeverity(YamlNode node, string path)
    {
        var days = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (severity, keyPlace, value) in Below("due", node, "severities with days, such as `SEV1: 14d`", path))
        {
            days[SeverityName(severity, keyPlace)] = Days("due", Scalar(value), SafeYaml.Place(path, value.Start));
        }

        return days;
    }

    /// <summary>As an incident's own is read. A team may have words of its own for them; what is nearly one of ours is a slip, and would never hold.</summary>
    private string SeverityName(string text, string place, params string[] others)
    {
        const int AsGoodAsTheSame = 70;
        var name = Severity.OfAnswer(text) ?? text;
        string[] known = [.. Enumerable.Range(1, 9).Select(digit => string.Create(CultureInfo.InvariantCulture, $"SEV{digit}")), "SEV0", .. others];
        if (Array.Find(known, each => each.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return same;
        }

        if (Nearest.To(name, known) is { Likeness: >= AsGoodAsTheSame } nearest)
        {
            problems.Add(Problem.Error(
                "severity-unknown",
                $"There is no severity {Quoted.Code(text)}.",
                $"Did you mean {Quoted.Code(nearest.Candidate)}? Severities are `SEV1`, `SEV2` and so on{string.Concat(others.Select(other => $", `{other}`"))}, and the words that your own form has for them.",
                place));
        }

        return name;
    }

    private int Days(string key, string text, string place)
    {
        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays)
        {
            return days;
        }

        WrongType(key, "a number of days, such as `30d`", place, text);
        return 1;
    }

    private RepositoryList Repositories(YamlNode node, string path)
    {
        var items = node is YamlSequenceNode list ? list.Children : [node];
        foreach (var item in items.Where(item => !RepositoryList.IsPattern(Scalar(item))))
        {
            WrongType("repositories", "repositories such as `acme/login`, or `acme/*`", SafeYaml.Place(path, item.Start), Scalar(item));
        }

        return new([.. items.Select(Scalar).Where(RepositoryList.IsPattern)]);
    }

    private Dictionary<string, string> Owners(YamlNode node, string path)
    {
        var owners = new Dictionary<string, string>();
        foreach (var (service, _, value) in Below("owners", node, "services with their owners, such as `login API: acme/auth`", path))
        {
            var owner = Scalar(value).TrimStart('@');
            if (!GitHubNames.IsOwner(owner))
            {
                WrongType("owners", "a login, or a team as `organisation/team`", SafeYaml.Place(path, value.Start), owner);
            }

            owners[PlainText.Line(service)] = owner;
        }

        return owners;
    }
}
