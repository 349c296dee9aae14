namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>What can be done to issues, by whomever; each act leaves its trace in the timeline.</summary>
public static class IssueActs
{
    public static StoredIssue CreateIssue(
        this StoredRepository repository, string actor, string title, string? body, IReadOnlyList<string> labels, IReadOnlyList<string> assignees, DateTimeOffset? at = null)
    {
        TextLimits.CheckIssue(title, body);
        CheckAssignees(repository, assignees);
        return repository.Open(actor, title, body, labels, assignees, null, at);
    }

    /// <summary>An issue or pull request that was looked at; unknown ones are 404, deleted ones 410.</summary>
    public static StoredIssue Find(this StoredRepository repository, int number) => repository.Issue(number) switch
    {
        null => throw Refusal.NotFound(),
        { IsDeleted: true } => throw new Refusal(410, "This issue was deleted"),
        { } issue => issue,
    };

    public static void Edit(this StoredRepository repository, StoredIssue issue, string actor, string? title, string? body)
    {
        TextLimits.CheckIssue(title, body);
        if (title is not null && title != issue.Title)
        {
            repository.Record(issue, new(repository.NextId(), "renamed", actor, repository.Now) { Rename = (issue.Title, title) });
            issue.Title = title;
        }

        if (body is not null && body != issue.Body)
        {
            issue.Body = body;
            Mentions.Record(repository, issue, actor, body, repository.Now);
        }

        issue.UpdatedAt = repository.Now;
        repository.Touch();
    }

    public static void Close(this StoredRepository repository, StoredIssue issue, string actor, string? reason)
    {
        if (issue.IsOpen)
        {
            (issue.IsOpen, issue.ClosedAt, issue.ClosedBy) = (false, repository.Now, actor);
            issue.StateReason = issue.Pull is null ? reason ?? "completed" : null;
            repository.Record(issue, new(repository.NextId(), "closed", actor, repository.Now) { StateReason = issue.StateReason });
        }
    }

    public static void Reopen(this StoredRepository repository, StoredIssue issue, string actor)
    {
        if (!issue.IsOpen)
        {
            PullActs.CheckReopen(repository, issue);
            (issue.IsOpen, issue.ClosedAt, issue.ClosedBy) = (true, null, null);
            issue.StateReason = issue.Pull is null ? "reopened" : null;
            repository.Record(issue, new(repository.NextId(), "reopened", actor, repository.Now) { StateReason = issue.StateReason });
        }
    }

    public static void SetAssignees(this StoredRepository repository, StoredIssue issue, string actor, IReadOnlyList<string> logins)
    {
        CheckAssignees(repository, logins);
        foreach (var gone in issue.Assignees.Except(logins, StringComparer.OrdinalIgnoreCase).ToList())
        {
            issue.Assignees.Remove(gone);
            repository.Record(issue, new(repository.NextId(), "unassigned", actor, repository.Now) { Assignee = gone });
        }

        Assign(repository, issue, actor, logins.Except(issue.Assignees, StringComparer.OrdinalIgnoreCase), repository.Now);
    }

    public static void Record(this StoredRepository repository, StoredIssue issue, StoredEvent happened)
    {
        issue.Timeline.Add(happened);
        issue.UpdatedAt = happened.At > issue.UpdatedAt ? happened.At : issue.UpdatedAt;
        repository.Touch();
    }

    internal static StoredIssue Open(
        this StoredRepository repository,
        string actor,
        string title,
        string? body,
        IReadOnlyList<string> labels,
        IEnumerable<string> assignees,
        StoredPull? pull,
        DateTimeOffset? at = null)
    {
        var when = at ?? repository.Now;
        var issue = new StoredIssue
        {
            Home = repository, Id = repository.NextId(), Number = repository.NextNumber(), Title = title, Body = body, Author = repository.Account(actor).Login,
            CreatedAt = when, UpdatedAt = when, Pull = pull,
        };
        repository.Issues.Add(issue);
        repository.AddLabels(issue, actor, labels, when);
        Assign(repository, issue, actor, assignees, when);
        Mentions.Record(repository, issue, actor, body, when);
        repository.Touch();
        return issue;
    }

    private static void Assign(StoredRepository repository, StoredIssue issue, string actor, IEnumerable<string> logins, DateTimeOffset at)
    {
        foreach (var login in logins.ToList())
        {
            issue.Assignees.Add(repository.Account(login).Login);
            repository.Record(issue, new(repository.NextId(), "assigned", actor, at) { Assignee = login });
        }
    }

    private static void CheckAssignees(StoredRepository repository, IReadOnlyList<string> logins)
    {
        if (logins.FirstOrDefault(login => !repository.CanBeAssigned(login)) is { } stranger)
        {
            var refusal = Refusal.Invalid("Issue", "assignees", "invalid");
            refusal.Errors[0]["value"] = stranger;
            throw refusal;
        }
    }

    /// <summary>Whoever was given a right in the repository.</summary>
    public static bool CanBeAssigned(this StoredRepository repository, string login) =>
        repository.Accounts.TryGetValue(login, out var account) && account.CanWrite && !account.IsBot;
}
