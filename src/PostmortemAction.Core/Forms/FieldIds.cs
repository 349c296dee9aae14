namespace PostmortemAction.Core.Forms;

/// <summary>The field ids that the reading knows. A team may rename and translate labels, not these.</summary>
public static class FieldIds
{
    public const string Severity = "severity";
    public const string Services = "services";
    public const string Started = "started";
    public const string Detected = "detected";
    public const string DetectedHow = "detected-how";
    public const string Resolved = "resolved";
    public const string Impact = "impact";
    public const string UsersAffected = "users-affected";
    public const string Timeline = "timeline";
    public const string RootCause = "root-cause";
    public const string Resolution = "resolution";
    public const string WentWell = "went-well";
    public const string WentWrong = "went-wrong";
    public const string Lucky = "lucky";
    public const string Improvements = "improvements";
    public const string Tasks = "tasks";

    /// <summary>Running text that may hold start, end, share of users and cause; only in documents without our form.</summary>
    public const string Summary = "summary";
    public const string Duration = "duration";
    public const string UserExperience = "user-experience";
    public const string CauseAndResolution = "cause-and-resolution";
    public const string Measures = "measures";
    public const string Conclusion = "conclusion";

    /// <summary>The fields that only documents without our form have; a team's form may use these ids for fields of its own.</summary>
    public static IReadOnlyList<string> Prose { get; } = [Summary, Duration, UserExperience, CauseAndResolution, Measures, Conclusion];

    /// <summary>Fields of which several sections tell one after the other; of the others one section says it.</summary>
    public static IReadOnlyList<string> Joined { get; } =
        [Services, Impact, UserExperience, Timeline, WentWell, WentWrong, Lucky, Improvements, Tasks, Summary, Duration, CauseAndResolution, Measures];

    /// <summary>Names of a side of the cause or the resolution: they say it where nothing is named for it.</summary>
    public static IReadOnlyList<string> Sides { get; } =
        ["contributing factors", "trigger", "what happened", "explanation", "reason", "diagnosis", "recovery", "restoration", "mitigation", "immediate fix"];

    /// <summary>
    /// The names that people give these fields when they write without our form: the one table of names.
    /// Compared without case, surrounding punctuation, emphasis, numbering and what stands in brackets behind them.
    /// </summary>
    public static IReadOnlyList<(string Id, string[] Names)> Names { get; } =
    [
        (Severity, ["severity", "severity level", "priority", "incident severity"]),
        (Services,
        [
            "affected services", "affected service", "services", "service", "services affected", "service affected", "affected systems",
            "the service that was affected", "service that was affected", "what service was down/slow", "what service was down", "what services were down",
            "which service was down", "what service was affected", "impacted services", "impacted service", "systems affected",
        ]),
        (Started, ["started", "start", "start time", "started at", "incident start", "start date", "outage start", "from", "beginning", "start date/time", "start of outage", "start date and time", "start date & time", "outage start time", "incident start time", "outage began"]),
        (Detected, ["detected", "detected at", "detection time", "time detected", "date detected"]),
        (DetectedHow, ["how it was detected", "how was it detected", "detection method", "method of detection", "how was the issue detected", "how the issue was detected"]),
        (Resolved, ["resolved", "end", "end time", "ended", "resolved at", "incident end", "end date", "outage end", "until", "time resolved", "end of outage", "end date and time", "end date & time", "end date/time", "outage end time", "incident end time", "outage ended"]),
        (Impact,
        [
            "impact", "impacts", "user impact", "customer impact", "business impact", "impact of the outage", "impact summary", "what was the impact", "impact on users", "effect on users", "impact on customers",
        ]),
        (UserExperience,
        [
            "user experience", "users experience", "users' experience", "what were users experiencing", "what users experienced", "what was the user experience", "symptoms",
        ]),
        (UsersAffected,
        [
            "users affected", "affected users", "percentage of users affected", "percent of users affected", "percentage affected", "user percentage affected",
            "how many % of the users were affected", "how many users were affected", "what percentage of users were affected", "number of users affected",
            "how many percent of users were affected", "% of users affected", "percentage of affected users", "extent",
        ]),
        (Timeline, ["timeline", "timeline of events", "incident timeline", "time line", "outage timeline", "event timeline", "chronology", "sequence of events", "events", "log of events", "incident log", "incident chronology", "time-line", "how it went", "timeline and detection", "timeline & resolution", "detailed timeline", "timelines"]),
        (RootCause,
        [
            "root cause", "root causes", "cause", "causes", "root cause explanation", "root cause analysis", "what was the root cause", "cause of the outage", "the root cause",
            "root cause of the outage", "what caused the outage", "cause of the issue", "root cause of the issue", "root cause details", "the cause", "what happened", "explanation",
            "primary cause", "detailed root cause", "reason", "diagnosis", "the culprit", "culprit", "why it happened", "causes of the outage", "contributing factors", "trigger",
        ]),
        (Resolution,
        [
            "resolution", "resolution details", "fix", "resolution and recovery", "the resolution", "solution", "recovery", "how it was fixed", "how we fixed it", "the fix",
            "how it was resolved", "resolution steps", "resolution explanation", "how was the issue resolved", "how the issue was resolved", "resolution of the issue", "remediation", "mitigation", "resolution & recovery", "resolution/recovery", "resolution process", "immediate fix", "restoration", "how did we fix it", "how we solved it", "fix applied",
        ]),
        (CauseAndResolution, ["root cause and resolution", "root cause & resolution", "root causes and resolution", "cause and resolution", "root cause and resolutions", "root cause/resolution", "root cause and fix"]),
        (Summary,
        [
            "issue summary", "summary", "incident overview", "overview", "incident summary", "executive summary", "outage summary", "introduction", "issue overview", "abstract", "problem summary", "tl;dr",
        ]),
        (Duration, ["duration", "duration of the outage", "outage duration", "duration of outage", "total duration", "incident duration", "time of outage", "time of incident", "duration of the incident", "date and time", "date", "incident date", "date of incident", "outage date", "when did it happen", "when", "timezone", "time zone"]),
        (WentWell, ["what went well", "went well"]),
        (WentWrong, ["what went wrong", "what went badly", "what didn't go well", "went wrong", "what went poorly", "went poorly", "what did not go well", "what could have gone better"]),
        (Lucky, ["where we got lucky", "where we were lucky"]),
        (Measures,
        [
            "corrective and preventative measures", "corrective and preventive measures", "corrective & preventative measures", "preventive measures", "preventative measures",
            "corrective measures", "mitigation and future prevention", "prevention", "corrective and preventive actions", "corrective and preventative actions",
            "corrective actions", "preventive actions", "corrective/preventative measures", "corrective and prevention measures", "future prevention", "preventative actions",
            "corrective preventative measures", "prevention measures", "lessons learned", "lessons learnt", "what we learned", "corrective and preventive measure",
        ]),
        (Improvements,
        [
            "improvements", "improvements/fixes", "improvement/fixes", "improvements and fixes", "improvement", "improvements to be made", "improvements needed", "areas for improvement",
            "areas of improvement", "what are the things that can be improved/fixed", "things to improve", "what can be improved", "things that can be improved/fixed", "improvements/fix",
            "broad improvements", "improvements & fixes", "general improvements", "fixes", "things to improve/fix", "improvement areas", "recommendations",
        ]),
        (Tasks,
        [
            "tasks", "task list", "tasks to address the issue", "action items", "todo", "to-do", "to do", "todo list", "to-do list", "follow-ups", "follow ups", "action plan", "task",
            "actions", "next steps", "specific tasks", "list of tasks", "tasks list", "task to address the issue", "tasks to be done", "tasks to do", "actionable tasks", "follow-up actions",
            "tasks to address issue", "tasks to address the issues", "follow-up tasks", "action tasks", "tasks to prevent recurrence", "action points", "actions to take", "follow up", "next actions", "task items", "steps to take", "remediation items", "who does what", "work items", "follow up items", "follow-up items",
        ]),
        (Conclusion, ["conclusion", "conclusions", "final thoughts", "closing", "closing thoughts", "closing remarks", "final words", "in conclusion", "references", "authors", "author", "acknowledgements", "acknowledgments", "update", "supporting information"]),
    ];
}
