using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.People;

/// <summary>What people do on GitHub's pages. What they type is remembered: nobody else may take it away.</summary>
public sealed partial class PeopleOfRepository(SimulatedGitHub github, Lock gate)
{
    private readonly StoredRepository repository = github.Repository;

    /// <summary>All that people typed.</summary>
    public HumanTexts Texts { get; } = new();

    /// <summary>Somebody gets a permission: <c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>.</summary>
    public void Join(string login, string permission)
    {
        lock (gate)
        {
            repository.Accounts[login] = repository.Account(login) with { Permission = permission };
        }
    }

    private void Act(Action act)
    {
        lock (gate)
        {
            act();
        }
    }

    private void Type(TextPlace place, Action act)
    {
        lock (gate)
        {
            var before = place.Read(repository);
            act();
            Texts.Changed(place, before, place.Read(repository) ?? "");
        }
    }
}
