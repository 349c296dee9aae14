namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>What can be done with comments.</summary>
public static class CommentActs
{
    public static StoredComment Comment(this StoredRepository repository, StoredIssue issue, string actor, string? body, DateTimeOffset? at = null)
    {
        TextLimits.CheckComment(body);
        var author = repository.Account(actor);
        if (issue.IsLocked && (!author.CanWrite || author.IsBot))
        {
            throw new Refusal(403, "Unable to create comment because issue is locked.");
        }

        var when = at ?? repository.Now;
        var comment = new StoredComment
        {
            Id = repository.NextId(), Issue = issue, Author = author.Login, Body = body!, CreatedAt = when, UpdatedAt = when,
        };
        repository.Comments.Add(comment);
        repository.Record(issue, new(comment.Id, "commented", actor, when) { Comment = comment });
        Mentions.Record(repository, issue, actor, body, when);
        return comment;
    }

    public static StoredComment FindComment(this StoredRepository repository, long id) =>
        repository.Comments.Find(comment => comment.Id == id) ?? throw Refusal.NotFound();

    public static void Edit(this StoredRepository repository, StoredComment comment, string actor, string? body)
    {
        TextLimits.CheckComment(body);
        if (comment.Body != body)
        {
            comment.Body = body!;
            Mentions.Record(repository, comment.Issue, actor, body, repository.Now);
        }

        comment.UpdatedAt = comment.Issue.UpdatedAt = repository.Now;
        repository.Touch();
    }

    public static void Delete(this StoredRepository repository, StoredComment comment)
    {
        repository.Comments.Remove(comment);
        comment.Issue.Timeline.RemoveAll(item => item.Comment == comment);
        repository.Touch();
    }
}
