namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>What can be done with labels.</summary>
public static class LabelActs
{
    public static StoredLabel CreateLabel(this StoredRepository repository, string name, string? color, string? description)
    {
        if (repository.Labels.ContainsKey(name))
        {
            throw Refusal.Invalid("Label", "name", "already_exists");
        }

        repository.Touch();
        return repository.Labels[name] = new(repository.NextId(), name, color ?? "ededed", description);
    }

    /// <summary>Adds labels to an issue; those that do not exist are made.</summary>
    public static void AddLabels(this StoredRepository repository, StoredIssue issue, string actor, IReadOnlyList<string> names, DateTimeOffset? at = null)
    {
        if (issue.Labels.Count + names.Count > 100)
        {
            throw Refusal.Invalid("Issue", "labels", "custom", "Issues cannot have more than 100 labels");
        }

        foreach (var name in names)
        {
            var label = repository.Labels.GetValueOrDefault(name) ?? repository.CreateLabel(name, null, null);
            if (!issue.Labels.Contains(label.Name))
            {
                issue.Labels.Add(label.Name);
                repository.Record(issue, new(repository.NextId(), "labeled", actor, at ?? repository.Now) { Label = label.Name });
            }
        }
    }

    public static void RemoveLabel(this StoredRepository repository, StoredIssue issue, string actor, string name)
    {
        if (issue.Labels.RemoveAll(label => label.Equals(name, StringComparison.OrdinalIgnoreCase)) > 0)
        {
            repository.Record(issue, new(repository.NextId(), "unlabeled", actor, repository.Now) { Label = name });
        }
    }

    public static void SetLabels(this StoredRepository repository, StoredIssue issue, string actor, IReadOnlyList<string> names)
    {
        foreach (var gone in issue.Labels.Except(names, StringComparer.OrdinalIgnoreCase).ToList())
        {
            repository.RemoveLabel(issue, actor, gone);
        }

        repository.AddLabels(issue, actor, [.. names.Except(issue.Labels, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Gives a label another name, on every issue that carries it; no timeline tells.</summary>
    public static void RenameLabel(this StoredRepository repository, string from, string to)
    {
        if (repository.Labels.Remove(from, out var label))
        {
            repository.Labels[to] = label with { Name = to };
            foreach (var issue in repository.Issues.Where(issue => issue.Labels.Contains(label.Name)))
            {
                issue.Labels[issue.Labels.IndexOf(label.Name)] = to;
            }

            repository.Touch();
        }
    }
}
