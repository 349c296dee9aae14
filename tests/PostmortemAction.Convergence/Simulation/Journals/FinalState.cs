using System.Text;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Journals;

/// <summary>Everything that people can see of a repository as one text, which is the same for worlds that came about in another order.</summary>
internal static class FinalState
{
    public static string Of(StoredRepository repository)
    {
        var roles = new Roles(repository);
        var text = new StringBuilder();
        AppendBranches(text, repository, roles);
        var issues = repository.Issues.Concat(repository.Neighbour?.Issues ?? []).Where(issue => !issue.IsDeleted).OrderBy(issue => roles.Of(issue), StringComparer.Ordinal);
        foreach (var issue in issues)
        {
            Append(text, issue, issue.Home, roles);
        }

        return text.ToString();
    }

    /// <summary>The default branch whole, of the others what differs from it.</summary>
    private static void AppendBranches(StringBuilder text, StoredRepository repository, Roles roles)
    {
        const string Branches = "refs/heads/";
        var git = repository.Git;
        var main = git.Files(git.Commit(repository.Branch(repository.DefaultBranch)!)!.Tree);
        foreach (var (name, sha) in git.References.Where(each => !each.Key.StartsWith("refs/postmortem/", StringComparison.Ordinal)))
        {
            text.Append("== ").Append(name.StartsWith(Branches, StringComparison.Ordinal) ? $"branch {name[Branches.Length..]}" : name).Append('\n');
            foreach (var (path, entry) in git.Files(git.Commit(sha)!.Tree).Where(file => name == Branches + repository.DefaultBranch || main.GetValueOrDefault(file.Key) != file.Value))
            {
                text.Append("-- ").Append(path).Append('\n').Append(roles.Normal(Encoding.UTF8.GetString(git.Blob(entry.Sha)!))).Append('\n');
            }
        }
    }

    private static void Append(StringBuilder text, StoredIssue issue, StoredRepository repository, Roles roles)
    {
        var state = issue.Pull?.MergedAt is not null ? "merged" : issue.IsOpen ? "open" : $"closed {issue.StateReason}".TrimEnd();
        text.Append("== ").Append(roles.Of(issue)).Append(' ').Append(state).Append(issue.IsLocked ? " locked" : "").Append(" in ").Append(issue.Home.Name).Append(", by ").Append(issue.Author).Append('\n');
        if (issue.Pull is { } pull)
        {
            text.Append("branch: ").Append(pull.Head).Append(" into ").Append(pull.Base).Append('\n');
        }

        text.Append("title: ").Append(roles.Normal(issue.Title)).Append('\n')
            .Append("labels: ").AppendJoin(", ", issue.Labels.Order(StringComparer.Ordinal)).Append('\n')
            .Append("assignees: ").AppendJoin(", ", issue.Assignees.Order(StringComparer.Ordinal)).Append('\n')
            .Append("parent: ").Append(issue.Parent is { } parent ? roles.Of(parent) : "none").Append('\n')
            .Append(roles.Normal(issue.Body ?? "")).Append('\n');
        var comments = repository.Comments.Where(comment => comment.Issue == issue).ToList();
        var own = comments.Where(comment => comment.Author == StoredRepository.Bot).Select(comment => roles.Normal(comment.Body)).Order(StringComparer.Ordinal);
        foreach (var (author, body) in comments.Where(comment => comment.Author != StoredRepository.Bot).Select(comment => (comment.Author, roles.Normal(comment.Body)))
            .Concat(own.Select(body => (StoredRepository.Bot, body))))
        {
            text.Append("-- comment by ").Append(author).Append('\n').Append(body).Append('\n');
        }
    }
}
