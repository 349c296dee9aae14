using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.People;

public sealed partial class PeopleOfRepository
{
    /// <summary>Files an issue; gives back its number.</summary>
    public int OpenIssue(string login, string title, string body, IReadOnlyList<string>? labels = null, DateTimeOffset? at = null)
    {
        lock (gate)
        {
            var issue = repository.CreateIssue(login, title, body, labels ?? [], [], at);
            Texts.Changed(new TextPlace.Title(issue.Number), null, title);
            Texts.Changed(new TextPlace.Body(issue.Number), null, body);
            return issue.Number;
        }
    }

    public void EditIssue(string login, int number, string? title = null, string? body = null, string? state = null, IReadOnlyList<string>? labels = null)
    {
        var issue = Issue(number);
        if (title is not null)
        {
            Type(new TextPlace.Title(number), () => repository.Edit(issue, login, title, null));
        }

        if (body is not null)
        {
            Type(new TextPlace.Body(number), () => repository.Edit(issue, login, null, body));
        }

        Act(() =>
        {
            if (state is not null)
            {
                SetState(issue, login, state);
            }

            if (labels is not null)
            {
                repository.SetLabels(issue, login, labels);
            }
        });
    }

    public void Label(string login, int number, string name, DateTimeOffset? at = null) => Act(() => repository.AddLabels(Issue(number), login, [name], at));

    public void Unlabel(string login, int number, string name) => Act(() => repository.RemoveLabel(Issue(number), login, name));

    public void RenameLabel(string from, string to) => Act(() => repository.RenameLabel(from, to));

    public void LockIssue(string login, int number) => Act(() =>
    {
        Issue(number).IsLocked = true;
        repository.Record(Issue(number), new(repository.NextId(), "locked", login, repository.Now));
    });

    public void UnlockIssue(string login, int number) => Act(() =>
    {
        Issue(number).IsLocked = false;
        repository.Record(Issue(number), new(repository.NextId(), "unlocked", login, repository.Now));
    });

    /// <summary>From then on the issue is answered 410; what was typed there went with it.</summary>
    public void DeleteIssue(int number) => Act(() =>
    {
        var issue = Issue(number);
        var comments = repository.Comments.Where(comment => comment.Issue == issue).Select(comment => comment.Id).ToHashSet();
        issue.IsDeleted = true;
        issue.Parent?.Children.Remove(issue);
        repository.Comments.RemoveAll(comment => comment.Issue == issue);
        Texts.Gone(place => place == new TextPlace.Title(number) || place == new TextPlace.Body(number)
            || (place is TextPlace.Comment comment && comments.Contains(comment.Id)));
        repository.Touch();
    });

    /// <summary>Gives back the comment's id.</summary>
    public long Comment(string login, int number, string body, DateTimeOffset? at = null)
    {
        lock (gate)
        {
            var comment = repository.Comment(Issue(number), login, body, at);
            Texts.Changed(new TextPlace.Comment(comment.Id), null, body);
            return comment.Id;
        }
    }

    public void EditComment(string login, long id, string body) =>
        Type(new TextPlace.Comment(id), () => repository.Edit(repository.FindComment(id), login, body));

    public void DeleteComment(long id) => Act(() =>
    {
        repository.Delete(repository.FindComment(id));
        Texts.Gone(place => place == new TextPlace.Comment(id));
    });

    private void SetState(StoredIssue issue, string login, string state)
    {
        if (state == "closed")
        {
            repository.Close(issue, login, null);
        }
        else
        {
            repository.Reopen(issue, login);
        }
    }

    private StoredIssue Issue(int number) => repository.Issue(number) ?? throw new ArgumentException($"There is no #{number}.", nameof(number));
}
