using PostmortemAction.Convergence.Simulation.Git;

namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>What can be done with pull requests, beyond what issues can.</summary>
public static class PullActs
{
    public static StoredIssue CreatePull(this StoredRepository repository, string actor, string? title, string? body, string? head, string? into)
    {
        if (string.IsNullOrEmpty(title))
        {
            throw Refusal.Invalid("PullRequest", "title", "missing_field");
        }

        TextLimits.CheckIssue(title, body);
        var branch = head?.StartsWith($"{repository.Owner}:", StringComparison.OrdinalIgnoreCase) == true ? head[(repository.Owner.Length + 1)..] : head ?? "";
        var from = repository.Branch(branch) ?? throw Refusal.Invalid("PullRequest", "head", "invalid");
        var to = repository.Branch(into ?? "") ?? throw Refusal.Invalid("PullRequest", "base", "invalid");
        if (Opened(repository, branch).Any(pull => pull.Pull!.Base == into))
        {
            throw Refusal.Invalid("PullRequest", null, "custom", $"A pull request already exists for {repository.Owner}:{branch}.");
        }

        if (repository.Git.Contains(to, from))
        {
            throw Refusal.Invalid("PullRequest", null, "custom", $"No commits between {into} and {branch}");
        }

        var pull = new StoredPull { Id = repository.NextId(), Head = branch, Base = into!, HeadSha = from, BaseSha = to };
        return repository.Open(actor, title, body, [], [], pull);
    }

    public static StoredIssue FindPull(this StoredRepository repository, int number) =>
        repository.Issue(number) is { Pull: not null } pull ? pull : throw Refusal.NotFound();

    /// <summary>A pull request follows its branch as long as it is open, and closes when the branch goes.</summary>
    public static void BranchMoved(this StoredRepository repository, string branch, string actor)
    {
        foreach (var pull in Opened(repository, branch).ToList())
        {
            if (repository.Branch(branch) is { } sha)
            {
                pull.Pull!.HeadSha = sha;
                pull.UpdatedAt = repository.Now;
            }
            else
            {
                repository.Close(pull, actor, null);
            }
        }

        repository.Touch();
    }

    public static void Merge(this StoredRepository repository, StoredIssue pull, string actor)
    {
        var stored = pull.Pull!;
        if (!pull.IsOpen)
        {
            throw new Refusal(405, "Pull Request is not mergeable");
        }

        var message = $"Merge pull request #{pull.Number} from {repository.Owner}/{stored.Head}\n\n{pull.Title}";
        var merge = repository.Git.Merge(repository.Branch(stored.Base)!, stored.HeadSha, message, repository.Signature(actor));
        repository.Git.References[$"refs/heads/{stored.Base}"] = merge.Sha;
        (stored.MergedAt, stored.MergedBy, stored.MergeSha) = (repository.Now, actor, merge.Sha);
        repository.Record(pull, new(repository.NextId(), "merged", actor, repository.Now));
        repository.Close(pull, actor, null);
    }

    internal static void CheckReopen(StoredRepository repository, StoredIssue issue)
    {
        if (issue.Pull is { } pull && (pull.MergedAt is not null || repository.Branch(pull.Head) is null || Opened(repository, pull.Head).Any()))
        {
            throw Refusal.Invalid("PullRequest", "state", "custom", pull.MergedAt is not null
                ? "state cannot be changed. The pull request is merged."
                : $"state cannot be changed. The {pull.Head} branch {(repository.Branch(pull.Head) is null ? "has been deleted." : "has an open pull request.")}");
        }

        if (issue.Pull is { } own)
        {
            own.HeadSha = repository.Branch(own.Head)!;
        }
    }

    private static IEnumerable<StoredIssue> Opened(StoredRepository repository, string branch) =>
        repository.Issues.Where(issue => issue is { IsOpen: true, Pull: not null } && issue.Pull.Head == branch);
}
