using PostmortemAction.Core.Measures;

namespace PostmortemAction.Core.Settings;

/// <summary>The one table of the configuration's keys: the reader, the README, the JSON Schema and the file that <c>init</c> writes go by it.</summary>
public static class SettingKeys
{
    private static readonly RunSettings Defaults = new();

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new("dry-run", SettingValue.Flag, "false", "true", "Print the plan, write nothing."),
        new("incident-label", SettingValue.Label, Defaults.IncidentLabel, "outage", "The label that makes an issue an incident."),
        new("resolved-label", SettingValue.Label, Defaults.ResolvedLabel, "over", "The label that says it is over."),
        new("directory", SettingValue.Path, Defaults.Directory, "docs/postmortems", "The folder for postmortems."),
        new("template", SettingValue.Template, "full", ".github/postmortem.md.hbs", "A built-in template, or your own."),
        new("time-zone", SettingValue.Zone, Defaults.TimeZone.Id, "Europe/Berlin", "For times written without a zone."),
        new("index", SettingValue.OneOf<IndexRule>(), ChoiceName.Of(Defaults.Index), "commit", "How the index of all postmortems is kept: by one pull request that lives on, by commits to the default branch, or not at all."),
        new("names", SettingValue.Names, null, "{ root-cause: [Ursache] }", "Further names of sections in issues written without the form, such as `root-cause: [Ursache]`."),
        new("measures", SettingValue.Measures, null, "{ time_to_page: acknowledged_at - started_at }",
            "Measures of your own, beside the built-in ones: `time_to_page: acknowledged_at - started_at`, over "
            + $"{string.Join(", ", MeasureFormula.Moments.Select(moment => $"`{moment}`"))}. At most {MeasureFormula.MostOfATeam}."),
        new("timeline.comments", SettingValue.OneOf<CommentRule>(), ChoiceName.Of(Defaults.Comments), "marked", "Which comments become entries; `marked` are those with a time."),
        new("timeline.authors", SettingValue.OneOf<AuthorRule>(), ChoiceName.Of(Defaults.Authors), "all", "Whose comments count; `writers` have write permission."),
        new("timeline.pin", SettingValue.Reaction, Defaults.Pin, "rocket", "The reaction, such as `rocket`, that marks a comment as an entry whatever `timeline.comments` says."),
        new("review.fail-on", SettingValue.OneOf<FailOn>(), ChoiceName.Of(Defaults.Review.FailOn), "error", "The run fails when the review has findings of that level or above."),
        new("review.require", SettingValue.Requirements, null, "{ SEV1: [start, end, timeline, root-cause, tasks] }", "What a document must hold."),
        new("follow-ups.due", SettingValue.DaysBySeverity, null, "{ SEV1: 14d, SEV2: 28d }", "When follow-ups are due whose task names no date: days from the end of the incident."),
        new("follow-ups.business-days", SettingValue.Flag, "false", "true", "Saturdays and Sundays do not count."),
        new("follow-ups.owners", SettingValue.Owners, null, "{ login API: acme/auth, \"*\": acme/sre }", "Whose follow-ups are that name no owner: a login or `organisation/team` for each affected service, `*` for all others."),
        new("follow-ups.repositories", SettingValue.Repositories, null, "acme/login", "Where follow-ups may be made beside the incident's repository, when their task names it: `owner/name`, or `owner/*` for all of an owner. The token must be able to."),
        new("digest.title", SettingValue.Text, Defaults.Digest!.Title, "What we still owe", "The title of the issue that lists all open follow-ups. `digest: off` for no such issue."),
        new("digest.label", SettingValue.Label, Defaults.Digest!.Label, "chores", "The label that the issue is made with, and found by where its number is lost."),
        new("postmortem.due", SettingValue.DaysBySeverity, null, "{ SEV1: 3d, SEV2: 5d }", "When a postmortem should be published: days from the end of the incident. Later its pull request is reminded, once."),
        new("postmortem.close-incident", SettingValue.Flag, "false", "true", "Close the incident when its postmortem is merged."),
        new("slo.target", SettingValue.Percentage, null, "99.9", "What you promise, such as `99.9`. The document then says how much of the error budget the incident burned."),
        new("slo.window", SettingValue.Days, $"{ServiceLevel.UsualDays}d", "90d", "The window of the promise."),
    ];

    /// <summary>The keys of the file's first level.</summary>
    public static IReadOnlyList<string> Top { get; } = [.. All.Select(key => key.Path[0]).Distinct()];

    /// <summary>The keys that are inputs of the action too: one value each.</summary>
    public static IReadOnlyList<string> Inputs { get; } = [.. All.Where(key => key.Path.Count == 1 && key.Value.IsOneWord).Select(key => key.Name)];

    /// <summary>The keys below a key.</summary>
    public static IReadOnlyList<string> Below(string key) => [.. All.Where(each => each.Path.Count == 2 && each.Path[0] == key).Select(each => each.Path[1])];
}
