using System.Text.Json.Serialization;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Ledgers;

/// <summary>The follow-up issue that we created for a task.</summary>
/// <param name="Task">The task's identity, for good: the key that it was created with.</param>
/// <param name="Text">The key of the task's words as they are now; differs from the identity once somebody reworded it.</param>
/// <param name="Id">GitHub's id of the issue, which is not its number.</param>
/// <param name="Title">The issue's title as we last wrote it; null when not known, and then it is left alone.</param>
/// <param name="Block">The fingerprint of our part of its body as we last wrote it; null when not known.</param>
/// <param name="IsAttached">Whether it was made a sub-issue of the incident, or cannot be; a person who detaches it again is right.</param>
public sealed record LedgerFollowUp(string Task, string Text, int Number, long Id, string? Title, string? Block, bool IsAttached)
{
    /// <summary><c>owner/name</c> of the repository in which it is; null for the incident's own.</summary>
    public string? Repository { get; init; }

    [JsonIgnore]
    public IssueKey Issue => new(Repository, Number);

    /// <summary>The task line as people wrote it in the document; null where the incident's own counts.</summary>
    public string? Words { get; init; }

    /// <summary>Whether the task stands in the document only: somebody added it there.</summary>
    public bool IsAdded { get; init; }

    /// <summary>Whether it was done when last looked at: its issue closed, its box ticked.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether it should be done, as long as its issue was out of sight and did not follow.</summary>
    public bool? Asked { get; init; }

    /// <summary>The labels that we last gave it, one behind the other with commas between; null when not known, and then they are left alone.</summary>
    public string? Labels { get; init; }

    /// <summary>The last reminder of its date.</summary>
    public LedgerReminder? Reminded { get; init; }
}
