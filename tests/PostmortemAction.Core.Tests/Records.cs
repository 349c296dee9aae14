using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests;

/// <summary>Records to begin from: an incident of 14 April 2024, filed at 10:06 UTC, resolved by label at 12:04.</summary>
internal static class Records
{
    public const string Url = "https://github.com/acme/shop/issues/42";

    public static FormDefinition Form { get; } = new(
    [
        new("severity", "Severity"), new("services", "Affected services"), new("started", "Started"), new("detected", "Detected"),
        new("resolved", "Resolved"), new("impact", "Impact"), new("users-affected", "Users affected"), new("timeline", "Timeline"),
        new("root-cause", "Root cause"), new("tasks", "Tasks"), new("pets", "Pets of the office"),
    ]);

    public static IncidentRecord Incident { get; } = new(
        42, "Incident: Login is down", "", "mira", At("2024-04-14T10:06:00Z"), null, Url, ["incident", "resolved"], Form, [],
        [Label("resolved", "2024-04-14T12:04:00Z")]);

    public static Instant At(string iso) => InstantPattern.ExtendedIso.Parse(iso).Value;

    public static EventRecord Label(string label, string at) => new("labeled", "mira", false, At(at), $"{Url}#event-1", label);

    public static CommentRecord Comment(string body, string at) =>
        new(1, "jun", false, true, body, At(at), At(at), $"{Url}#issuecomment-1", false, false);

    /// <summary>A form's body from fields by label.</summary>
    public static string Body(params (string Label, string Value)[] fields) =>
        string.Join("\n\n", fields.Select(field => $"### {field.Label}\n\n{field.Value}"));

    public static Postmortem Assemble(IncidentRecord record, RunSettings? settings = null) =>
        PostmortemAssembler.Assemble(record, settings ?? new());

    public static Postmortem Assemble(params (string Label, string Value)[] fields) => Assemble(Incident with { Body = Body(fields) });
}
