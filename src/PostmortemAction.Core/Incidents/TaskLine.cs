using NodaTime.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>A task as the line that <see cref="TaskReader"/> reads.</summary>
public static class TaskLine
{
    public static string Of(IncidentTask task)
    {
        string?[] parts =
        [
            task.Title,
            task.Owner is { } owner ? $"@{owner}" : null,
            task.Priority,
            task.Due is { } due ? $"due {LocalDatePattern.Iso.Format(due)}" : null,
            task.Labels.Count > 0 ? string.Join(' ', task.Labels.Select(label => $"#{label}")) : null,
            // The title names it, but where it was read behind our own dots.
            task.Repository is { } repository && !task.Title.Contains(repository, StringComparison.Ordinal) ? repository : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
