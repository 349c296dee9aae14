using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Settings;

/// <summary>
/// The repositories in which follow-ups may be made (<c>follow-ups.repositories</c>): <c>acme/login</c>, or <c>acme/*</c> for all of an owner. A task line is
/// written by whoever can file an issue, and what looks like a repository may be a package, so nothing is written where the team did not say so.
/// </summary>
public sealed record RepositoryList(IReadOnlyList<string> Patterns)
{
    private const string Any = "/*";

    public static RepositoryList None { get; } = new([]);

    /// <summary>Those that are named one by one.</summary>
    public IEnumerable<string> Named => Patterns.Where(pattern => !pattern.EndsWith(Any, StringComparison.Ordinal));

    /// <summary>Whether it can be an entry.</summary>
    public static bool IsPattern(string text) => GitHubNames.IsRepository(text.EndsWith(Any, StringComparison.Ordinal) ? $"{text[..^1]}x" : text);

    public bool Allows(string repository) => GitHubNames.IsRepository(repository) && Patterns.Any(pattern => Matches(pattern, repository));

    /// <summary>The repository that a task line names; null where it names none of these.</summary>
    /// <param name="own">The incident's own repository: there a follow-up is made anyway.</param>
    public string? Of(IncidentTask task, string? own)
    {
        if (Patterns.Count == 0)
        {
            return null;
        }

        // The reader takes for a repository only what no words look like; what is listed is one in any case.
        var words = task.Title.Split(' ').Select(word => word.Trim('(', ')', '[', ']', ',', '.', ';', ':', '`')).Prepend(task.Repository ?? "");
        return words.FirstOrDefault(Allows) is { } found && !found.Equals(own, StringComparison.OrdinalIgnoreCase)
            ? Named.FirstOrDefault(name => name.Equals(found, StringComparison.OrdinalIgnoreCase)) ?? found : null;
    }

    private static bool Matches(string pattern, string repository) =>
        pattern.EndsWith(Any, StringComparison.Ordinal) ? repository.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase) : repository.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
