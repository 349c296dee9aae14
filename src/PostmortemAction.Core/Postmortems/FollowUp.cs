using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Postmortems;

/// <summary>A task and the issue that stands for it.</summary>
/// <param name="Text">The key of the task's words as they are now; the task's own key is for good.</param>
/// <param name="Issue">The issue; null until it is created.</param>
/// <param name="IsDeferred">Whether its issue is made by a later run: GitHub bounds how much may be created at once.</param>
public sealed record FollowUp(IncidentTask Task, string Text, IssueKey? Issue, bool IsDeferred = false)
{
    /// <summary><c>owner/name</c> of the repository in which its issue is or is to be made; null for the incident's own.</summary>
    public string? Repository { get; init; }

    /// <summary>The task line as people wrote it in the document; null where the incident's own counts.</summary>
    public string? Words { get; init; }

    /// <summary>Whether somebody added it in the document.</summary>
    public bool IsAdded { get; init; }

    /// <summary>Whether it is done: its issue is closed, or its box was ticked just now.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether its issue is closed because nobody is to do it.</summary>
    public bool IsDropped { get; init; }

    /// <summary>Whether the document says that it is done; a published one says what it said.</summary>
    public bool IsTicked { get; init; }
}
