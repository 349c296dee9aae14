namespace PostmortemAction.Core.Settings;

/// <summary>The issue that lists open follow-ups (<c>digest</c>).</summary>
public sealed record DigestSettings
{
    public string Title { get; init; } = "Postmortem follow-ups";

    /// <summary>The label that it carries and is found by.</summary>
    public string Label { get; init; } = "postmortem-digest";
}
