using NodaTime;

namespace PostmortemAction.Core.Incidents;

/// <summary>One task line of the incident: what becomes a follow-up issue.</summary>
/// <param name="Key">Its identity among the incident's tasks: the same line gives the same key.</param>
/// <param name="Title">The line without bullet, owner and due date, on one line.</param>
/// <param name="Owner">The account or <c>organisation/team</c> after <c>@</c>, when the line names one.</param>
/// <param name="Due">The date after <c>due</c>, when the line names one.</param>
public sealed record IncidentTask(string Key, string Title, string? Owner, LocalDate? Due)
{
    /// <summary>Its priority, <c>P0</c> to <c>P4</c>, when the line names one.</summary>
    public string? Priority { get; init; }

    /// <summary>Labels after <c>#</c>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The repository <c>owner/name</c> that the task belongs to, when the line names one.</summary>
    public string? Repository { get; init; }

    /// <summary>Whether its box was ticked: it was done when it was written down.</summary>
    public bool IsTicked { get; init; }
}
