using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Reviews;

/// <summary>What a complete postmortem holds, and how it is told that a document does.</summary>
internal static class Aspects
{
    /// <summary>Words that name what was down, where no field does.</summary>
    private static readonly string[] Services =
        ["service", "microservice", "server", "webserver", "api", "system", "site", "website", "app", "application", "database", "platform", "endpoint", "portal", "cluster", "page", "webpage", "homepage", "login", "checkout", "network", "dns"];

    private static readonly string[] Users = ["user", "customer", "client", "visitor", "staff", "employee", "student", "department", "subscriber", "reader"];

    private static readonly string[] Means =
    [
        "monitor", "alert", "alertmanager", "alarm", "pager", "pagerduty", "paged", "dashboard", "customer", "user", "engineer", "developer", "on-call", "complain", "ticket", "support", "staff", "health check",
        "healthcheck", "probe", "metric", "log", "logging", "report", "check", "we", "i",
    ];

    private static readonly string[] Escalations = ["escalat", "called", "paged", "looped in", "brought in", "invited", "handed over", "joined", "notified", "reached out", "asked the"];

    private static readonly string[] Fixes = ["resolved", "fixed", "rolled back", "reverted", "restored", "restarted", "back to normal", "recovered", "replaced", "corrected", "back online", "fix", "hotfix"];

    /// <summary>How a word may go on and still be the same one: alerts, alerted, alerting; complaint; escalation.</summary>
    private static readonly string[] Endings = ["s", "es", "d", "ed", "e", "r", "er", "ers", "ing", "ion", "ions", "t", "ts"];

    /// <summary>Shorter words are only themselves: "it" and "is" are no "i".</summary>
    private const int ShortestStem = 3;

    public static IReadOnlyList<Aspect> All { get; } =
    [
        new("start", [FieldIds.Started, FieldIds.Duration, FieldIds.Summary], document => document.Postmortem.Milestones.Started is { Basis: MilestoneBasis.Stated }),
        new("end", [FieldIds.Resolved, FieldIds.Duration, FieldIds.Summary], document => document.Postmortem.Milestones.Resolved is { Basis: MilestoneBasis.Stated }),
        new("zone", [FieldIds.Duration, FieldIds.Started, FieldIds.Summary, FieldIds.Timeline], document => document.Postmortem.Problems.All(problem => problem.Code is not ("zone-assumed" or "zone-unknown"))),
        new("services", [FieldIds.Services, FieldIds.Impact, FieldIds.Summary], document => document.Postmortem.Incident.Services.Count > 0 || Says(Impact(document), Services)),
        new("impact", [FieldIds.Impact, FieldIds.UserExperience, FieldIds.Summary], document => document.Postmortem.Incident.Impact is not null || Says(Impact(document), Users)),
        new("users", [FieldIds.UsersAffected, FieldIds.Impact, FieldIds.Summary], document => document.Postmortem.Incident.UsersAffectedPercent is not null),
        new("timeline", [FieldIds.Timeline], document => document.Told.Any()),
        new("detection", [FieldIds.Detected, FieldIds.Timeline], document => document.Postmortem.Milestones.Detected is not null),
        new("detected-how", [FieldIds.DetectedHow, FieldIds.Detected, FieldIds.Timeline], document =>
            document.Postmortem.Incident.DetectedHow is not null || DetectedHow.StandsBehindTime(document) || Has(document, EntryKind.Detection, Means, isBoth: true) || Says(document.Answer(FieldIds.Detected), Means),
            IsByWords: true),
        new("investigation", [FieldIds.Timeline], document => Has(document, EntryKind.Investigation, []) || Has(document, EntryKind.MisleadingPath, []), IsByWords: true),
        new("misleading-path", [FieldIds.Timeline], document => Has(document, EntryKind.MisleadingPath, []), IsByWords: true),
        new("escalation", [FieldIds.Timeline], document => Has(document, EntryKind.Escalation, Escalations), IsByWords: true),
        new("resolved-how", [FieldIds.Timeline], document => Has(document, EntryKind.Resolution, Fixes) || Has(document, EntryKind.Mitigation, []), IsByWords: true),
        new("root-cause", [FieldIds.RootCause, FieldIds.CauseAndResolution], document => document.Postmortem.Incident.RootCause is not null),
        new("resolution", [FieldIds.Resolution, FieldIds.CauseAndResolution], document => document.Postmortem.Incident.Resolution is not null),
        new("improvements", [FieldIds.Improvements, FieldIds.Measures], document => document.Postmortem.Incident.Improvements.Count > 0),
        new("tasks", [FieldIds.Tasks, FieldIds.Measures], document => document.Postmortem.Incident.Tasks.Count > 0),
    ];

    /// <summary>The prose in which people say whom it hit, where no field of its own does.</summary>
    private static string Impact(ReadDocument document) =>
        string.Join('\n', document.Postmortem.Incident.Impact, document.Answer(FieldIds.Summary), document.Answer(FieldIds.Duration), document.Postmortem.Incident.Answers.Preamble);

    /// <param name="isBoth">Whether an entry of the kind must also hold one of the words; else either will do.</param>
    private static bool Has(ReadDocument document, EntryKind kind, string[] words, bool isBoth = false) =>
        document.Told.Any(entry => isBoth ? entry.Kind == kind && Says(entry.Text, words) : entry.Kind == kind || Says(entry.Text, words));

    private static bool Says(string? text, string[] words)
    {
        var fold = PlainText.Fold(text);
        return words.Any(word => IsIn(fold, word));
    }

    /// <summary>As a word of its own: in "LoginErrorsHigh" stands no log.</summary>
    private static bool IsIn(string fold, string word)
    {
        for (var at = fold.IndexOf(word, StringComparison.Ordinal); at >= 0; at = fold.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && char.IsLetterOrDigit(fold[at - 1]))
            {
                continue;
            }

            var behind = fold.AsSpan(at + word.Length);
            var end = 0;
            while (end < behind.Length && char.IsLetterOrDigit(behind[end]))
            {
                end++;
            }

            if (end == 0 || (word.Length >= ShortestStem && Endings.Contains(behind[..end].ToString())))
            {
                return true;
            }
        }

        return false;
    }
}
