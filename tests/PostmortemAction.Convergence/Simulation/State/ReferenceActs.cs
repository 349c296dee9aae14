using PostmortemAction.Convergence.Simulation.Git;

namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>What can be done with references: branches, tags and any namespace of one's own.</summary>
public static class ReferenceActs
{
    private const string Branches = "refs/heads/";

    public static void CreateReference(this StoredRepository repository, string name, string sha, string actor)
    {
        if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Split('/').Length < 3 || name.Split('/').Contains(""))
        {
            throw new Refusal(422, $"Reference name must start with 'refs/' and have at least three components: {name}");
        }

        if (repository.Git.References.ContainsKey(name))
        {
            throw new Refusal(422, "Reference already exists");
        }

        Set(repository, name, sha, actor);
    }

    public static void UpdateReference(this StoredRepository repository, string name, string sha, bool force, string actor)
    {
        if (!repository.Git.References.TryGetValue(name, out var old))
        {
            throw new Refusal(422, "Reference does not exist");
        }

        if (repository.Git.Commit(sha) is not null && !force && !repository.Git.Contains(sha, old))
        {
            throw new Refusal(422, "Update is not a fast forward");
        }

        Set(repository, name, sha, actor);
    }

    public static void DeleteReference(this StoredRepository repository, string name, string actor)
    {
        if (!repository.Git.References.Remove(name))
        {
            throw new Refusal(422, "Reference does not exist");
        }

        Moved(repository, name, actor);
    }

    private static void Set(StoredRepository repository, string name, string sha, string actor)
    {
        if (repository.Git.Commit(sha) is null)
        {
            throw new Refusal(422, "Object does not exist");
        }

        repository.Git.References[name] = sha;
        Moved(repository, name, actor);
    }

    private static void Moved(StoredRepository repository, string name, string actor)
    {
        repository.Touch();
        if (name.StartsWith(Branches, StringComparison.Ordinal))
        {
            repository.BranchMoved(name[Branches.Length..], actor);
        }
    }
}
