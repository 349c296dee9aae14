using PostmortemAction.Core.Forms;

namespace PostmortemAction.Core.Commands;

/// <summary>A command that people may write in a comment, at the beginning of a line.</summary>
/// <param name="Name">Its name, without the slash.</param>
/// <param name="Example">How to write it.</param>
/// <param name="Field">The field of the form that it answers; null for one that answers none.</param>
/// <param name="Adds">Whether it adds to the field's answer; else the last one replaces it.</param>
public sealed record CommandForm(string Name, CommandArgument Argument, string Example, string? Field = null, bool Adds = false)
{
    public const string Timeline = "timeline";
    public const string Escalated = "escalated";
    public const string Acknowledged = "acknowledged";
    public const string Mitigated = "mitigated";
    public const string Postmortem = "postmortem";
    public const string Reopen = "reopen";
    public const string Skip = "skip";

    /// <summary>What may stand between a verb and its reason: "skip: only an exercise".</summary>
    internal static readonly char[] BeforeReason = [' ', ':', '-', '–', '—'];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandForm> All { get; } =
    [
        new(Timeline, CommandArgument.Entry, "/timeline rolled back | 10:05"),
        new("started", CommandArgument.Time, "/started 10:00 UTC", FieldIds.Started),
        new("detected", CommandArgument.Time, "/detected 10:04 UTC", FieldIds.Detected),
        new(Acknowledged, CommandArgument.Time, "/acknowledged 10:06 UTC"),
        new(Mitigated, CommandArgument.Time, "/mitigated 11:30 UTC"),
        new("resolved", CommandArgument.Time, "/resolved 12:00 UTC", FieldIds.Resolved),
        new("severity", CommandArgument.Severity, "/severity SEV1", FieldIds.Severity),
        new("impact", CommandArgument.Text, "/impact Nobody can log in", FieldIds.Impact),
        new("affected", CommandArgument.Percent, "/affected 30%", FieldIds.UsersAffected),
        new("service", CommandArgument.Text, "/service login API", FieldIds.Services, Adds: true),
        new("root-cause", CommandArgument.Text, "/root-cause A typo in the configuration", FieldIds.RootCause),
        new("resolution", CommandArgument.Text, "/resolution The typo was taken out", FieldIds.Resolution),
        new(Escalated, CommandArgument.Text, "/escalated the database team"),
        new("task", CommandArgument.Text, "/task Add an alert @octocat due 2024-06-01", FieldIds.Tasks, Adds: true),
        new("improvement", CommandArgument.Text, "/improvement Better alerts", FieldIds.Improvements, Adds: true),
        new("went-well", CommandArgument.Text, "/went-well The pager was fast", FieldIds.WentWell, Adds: true),
        new("went-wrong", CommandArgument.Text, "/went-wrong Nobody knew the runbook", FieldIds.WentWrong, Adds: true),
        new("went-lucky", CommandArgument.Text, "/went-lucky It was Sunday", FieldIds.Lucky, Adds: true),
        new(Postmortem, CommandArgument.Verb, $"/{Postmortem} {Reopen}"),
        new(Postmortem, CommandArgument.VerbAndReason, $"/{Postmortem} {Skip} It was an exercise"),
    ];
}
