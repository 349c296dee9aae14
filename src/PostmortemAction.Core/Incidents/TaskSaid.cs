using NodaTime;

namespace PostmortemAction.Core.Incidents;

/// <summary>What a task line said so far beside what is to be done.</summary>
internal sealed class TaskSaid
{
    public string? Owner { get; private set; }

    public LocalDate? Due { get; private set; }

    public string? Priority { get; private set; }

    public string? Repository { get; private set; }

    public List<string> Labels { get; } = [];

    /// <returns>False, and nothing is taken, where it said something else of the kind already; labels there may be many, each once.</returns>
    public bool Take(IReadOnlyList<TaskDetail> details)
    {
        if (!details.All(IsNew))
        {
            return false;
        }

        foreach (var detail in details)
        {
            Owner ??= detail.Owner;
            Due ??= detail.Due;
            Priority ??= detail.Priority;
            Repository ??= detail.Repository;
            Labels.AddRange(detail.Label is { } label && !Labels.Contains(label, StringComparer.OrdinalIgnoreCase) ? [label] : []);
        }

        return true;
    }

    private bool IsNew(TaskDetail detail) =>
        (detail.Owner is null || Owner is null) && (detail.Due is null || Due is null)
        && (detail.Priority is null || Priority is null) && (detail.Repository is null || Repository is null);
}
