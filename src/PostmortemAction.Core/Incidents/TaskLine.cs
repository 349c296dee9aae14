using NodaTime;
using NodaTime.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>A task as the line that <see cref="TaskReader"/> reads.</summary>
public static class TaskLine
{
    public static string Of(IncidentTask task) => Of(task.Title, task.Owner, task.Priority, task.Due, task.Labels, task.Repository);

    internal static string Of(string title, TaskSaid said) => Of(title, said.Owner, said.Priority, said.Due, said.Labels, said.Repository);

    private static string Of(string title, string? owner, string? priority, LocalDate? due, IReadOnlyList<string> labels, string? repository)
    {
        string?[] parts =
        [
            title,
            owner is null ? null : $"@{owner}",
            priority,
            due is { } day ? $"due {LocalDatePattern.Iso.Format(day)}" : null,
            labels.Count > 0 ? string.Join(' ', labels.Select(label => $"#{label}")) : null,
            // The title names it, but where it was read behind our own dots.
            repository is null || title.Contains(repository, StringComparison.Ordinal) ? null : repository,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
