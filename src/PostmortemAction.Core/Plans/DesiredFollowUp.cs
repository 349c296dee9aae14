using NodaTime;

namespace PostmortemAction.Core.Plans;

/// <summary>The issue that a task should have.</summary>
/// <param name="Key">The task's identity.</param>
/// <param name="Text">The key of the task's words as they are now.</param>
/// <param name="Block">Our part of its body.</param>
/// <param name="Assignee">A login as people wrote it. Whether it can be assigned shows when the issue is made; if not, it is made without. A team cannot be assigned.</param>
public sealed record DesiredFollowUp(string Key, string Text, string Title, string Block, IReadOnlyList<string> Labels, string? Assignee)
{
    /// <summary><c>owner/name</c> of the repository in which it is or is to be made; null for the incident's own.</summary>
    public string? Repository { get; init; }

    /// <summary>See <see cref="Ledgers.LedgerFollowUp.Words"/>.</summary>
    public string? Words { get; init; }

    /// <summary>See <see cref="Ledgers.LedgerFollowUp.IsAdded"/>.</summary>
    public bool IsAdded { get; init; }

    /// <summary>Whether its issue should be closed.</summary>
    public bool IsDone { get; init; }

    /// <summary>Who is to do it, a login or a team; null where nobody is named.</summary>
    public string? Owner { get; init; }

    /// <summary>What people are reminded of; null for nothing.</summary>
    public LocalDate? Due { get; init; }
}
