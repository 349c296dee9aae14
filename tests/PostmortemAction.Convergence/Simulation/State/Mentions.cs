using System.Globalization;
using System.Text.RegularExpressions;

namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>A body that links another issue shows up in that one's timeline, once for each source, as on GitHub.</summary>
internal static partial class Mentions
{
    public static void Record(StoredRepository repository, StoredIssue source, string actor, string? body, DateTimeOffset at)
    {
        if (body is null || !(body.Contains('#', StringComparison.Ordinal) || body.Contains("://", StringComparison.Ordinal)))
        {
            return;
        }

        foreach (Match match in Reference().Matches(Unseen().Replace(body, "")))
        {
            var link = match.Groups["repository"];
            var home = !link.Success || link.Value.Equals(repository.FullName, StringComparison.OrdinalIgnoreCase) ? repository
                : link.Value.Equals(repository.Neighbour?.FullName, StringComparison.OrdinalIgnoreCase) ? repository.Neighbour : null;
            if (home is null)
            {
                continue;
            }

            if (int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && home.Issue(number) is { } target && target != source
                && !target.Timeline.Exists(item => item.Kind == "cross-referenced" && item.Other == source))
            {
                target.Timeline.Add(new(home.NextId(), "cross-referenced", actor, at) { Other = source });
                home.Touch();
            }
        }
    }

    [GeneratedRegex(@"https://github\.com/(?<repository>[\w.-]+/[\w.-]+)/(?:issues|pull)/(?<number>\d+)(?!\w)|(?<![\w/&\[])#(?<number>\d+)(?!\w)")]
    private static partial Regex Reference();

    /// <summary>What acts nowhere: comments and code.</summary>
    [GeneratedRegex(@"<!--.*?-->|`[^`\n]*`|^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Unseen();
}
