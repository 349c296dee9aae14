namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>What can be done with sub-issues.</summary>
public static class SubIssueActs
{
    private const string Prefix = "An error occurred while adding the sub-issue to the parent issue.";
    private const int Most = 100;

    public static void Attach(this StoredRepository repository, StoredIssue parent, StoredIssue child, string actor)
    {
        var problem = parent.Children.Contains(child) ? "Issue may not contain duplicate sub-issues and Sub issue may only have one parent"
            : child.Parent is not null ? "Sub issue may only have one parent"
            : child == parent ? "Sub issue may not be its own parent"
            : parent.Children.Count >= Most ? "Parent cannot have more than 100 sub-issues"
            : null;
        if (problem is not null)
        {
            throw new Refusal(422, $"{Prefix} {problem}");
        }

        parent.Children.Add(child);
        child.Parent = parent;
        repository.Record(parent, new(repository.NextId(), "sub_issue_added", actor, repository.Now) { Other = child });
        child.Home.Record(child, new(repository.NextId(), "parent_issue_added", actor, repository.Now) { Other = parent });
    }
}
