using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.People;

public sealed partial class PeopleOfRepository
{
    /// <summary>Gives back the pull request's number.</summary>
    public int OpenPullRequest(string login, string head, string title, string body)
    {
        lock (gate)
        {
            var pull = repository.CreatePull(login, title, body, head, repository.DefaultBranch);
            Texts.Changed(new TextPlace.Title(pull.Number), null, title);
            Texts.Changed(new TextPlace.Body(pull.Number), null, body);
            return pull.Number;
        }
    }

    public void EditPullRequestTitle(string login, int number, string title) => EditIssue(login, number, title: title);

    public void EditPullRequestBody(string login, int number, string body) => EditIssue(login, number, body: body);

    public void ClosePullRequest(string login, int number) => EditIssue(login, number, state: "closed");

    public void ReopenPullRequest(string login, int number) => EditIssue(login, number, state: "open");

    /// <summary>The branch's files reach the default branch, and what people typed into them with them.</summary>
    public void Merge(string login, int number) => Act(() =>
    {
        var pull = repository.FindPull(number);
        repository.Merge(pull, login);
        foreach (var place in Texts.Places.OfType<TextPlace.File>().Where(place => place.Branch == pull.Pull!.Head).ToList())
        {
            Texts.Copied(place, place with { Branch = repository.DefaultBranch });
        }
    });
}
