using NodaTime;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Ledgers;

/// <summary>An issue of ours with a follow-up's marker.</summary>
/// <param name="IsUntouched">Whether it is open and nobody wrote anything in or below it.</param>
public sealed record FoundFollowUp(string Task, string? Text, int Number, long Id, string Title, string Body, bool IsUntouched)
{
    /// <summary><c>owner/name</c> of the repository in which it is; null for the incident's own.</summary>
    public string? Repository { get; init; }

    public IssueKey Issue => new(Repository, Number);

    /// <summary>Whether the issue is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether it is closed because nobody is to do it.</summary>
    public bool IsDropped { get; init; }

    /// <summary>Whether the task was added in the document.</summary>
    public bool IsAdded { get; init; }

    /// <summary>The date that its body names.</summary>
    public LocalDate? Due { get; init; }

    public IReadOnlyList<string> Assignees { get; init; } = [];
}
