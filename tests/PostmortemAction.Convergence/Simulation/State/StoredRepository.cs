using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Times;

namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>All that GitHub holds of one repository.</summary>
public sealed class StoredRepository(VirtualTime time, string owner, string name, StoredRepository? neighbour = null)
{
    /// <summary>Who a workflow's job is.</summary>
    public const string Bot = "github-actions[bot]";

    private long lastId = neighbour is null ? 3_000_000_000 : 5_000_000_000;
    private int lastNumber;

    public long Id { get; } = 700_000_042;

    public string Owner { get; } = owner;

    public string Name { get; } = name;

    public string FullName { get; } = $"{owner}/{name}";

    public string DefaultBranch { get; init; } = "main";

    public GitStore Git { get; } = new();

    /// <summary>Another repository whose issues are linked from here, and from which these are.</summary>
    public StoredRepository? Neighbour { get; private set; } = neighbour;

    /// <summary>What it answers to whoever wants to write; null where it lets them.</summary>
    public (int Status, string Message)? Refusal { get; set; }

    public List<StoredIssue> Issues { get; } = [];

    public List<StoredComment> Comments { get; } = [];

    public Dictionary<string, StoredLabel> Labels { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Account> Accounts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Grows with each change, so that what was computed can be told from what is old.</summary>
    public int Version { get; private set; }

    /// <summary>The time, not cut to seconds.</summary>
    public DateTimeOffset Now => time.ServerNow;

    /// <summary>Larger than 32 bits hold, and never an issue's number.</summary>
    public long NextId() => lastId += 7;

    public int NextNumber() => ++lastNumber;

    /// <summary>Skips numbers, as if issues had come and gone.</summary>
    public void SkipNumbers(int count) => lastNumber += count;

    public void Touch() => Version++;

    /// <summary>Makes another repository of the same owner; its numbers are none of ours.</summary>
    public StoredRepository Add(string name)
    {
        Neighbour = new(time, Owner, name, this);
        Neighbour.SkipNumbers(700);
        Neighbour.Account(Owner);
        return Neighbour;
    }

    public StoredIssue? Issue(int number) => Issues.Find(issue => issue.Number == number);

    public string? Branch(string branch) => Git.References.GetValueOrDefault($"refs/heads/{branch}");

    /// <summary>Somebody's account; who is not known yet may read, as everybody may in a public repository.</summary>
    public Account Account(string login)
    {
        if (!Accounts.TryGetValue(login, out var account))
        {
            Accounts[login] = account = new(login, 40_000 + Accounts.Count, login == Bot ? "write" : "read");
        }

        return account;
    }

    public Signature Signature(string login, DateTimeOffset? at = null) => new(login, $"{login}@users.noreply.github.com", at ?? Now);
}
