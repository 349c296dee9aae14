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

    /// <summary>
    /// The names that people give these fields when they write without our form.
    /// Compared without case, surrounding punctuation and emphasis.
    /// </summary>
    public static IReadOnlyList<(string Id, string[] Names)> Names { get; } =
    [
        (Severity, ["severity", "priority"]),
        (Services, ["affected services", "affected service", "services", "service", "services affected", "service affected"]),
        (Started, ["started", "start", "start time", "started at", "incident start"]),
        (Detected, ["detected", "detected at", "detection time"]),
        (DetectedHow, ["how it was detected", "how was it detected", "detection method"]),
        (Resolved, ["resolved", "end", "end time", "ended", "resolved at"]),
        (Impact, ["impact", "user impact", "customer impact"]),
        (UsersAffected, ["users affected", "affected users", "percentage of users affected"]),
        (Timeline, ["timeline", "timeline of events"]),
        (RootCause, ["root cause", "cause", "root cause explanation"]),
        (Resolution, ["resolution", "resolution details", "fix"]),
        (WentWell, ["what went well"]),
        (WentWrong, ["what went wrong", "what went badly"]),
        (Lucky, ["where we got lucky", "where we were lucky"]),
        (Improvements, ["improvements", "improvements/fixes"]),
        (Tasks, ["tasks", "task list", "tasks to address the issue", "action items", "todo", "follow-ups"]),
    ];
}
