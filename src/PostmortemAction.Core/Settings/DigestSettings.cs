namespace PostmortemAction.Core.Settings;

/// <summary>The issue that lists open follow-ups (<c>digest</c>).</summary>
public sealed record DigestSettings
{
    public string Title { get; init; } = "Postmortem follow-ups";

    /// <summary>The label that it is made with, and found by where its number is lost.</summary>
    public string Label { get; init; } = "postmortem-digest";
}
