using NodaTime;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Reads follow-ups in other repositories. What is not to be seen there is left out: that somebody took the token's right away must not end the run.</summary>
internal sealed class ElsewhereSource(IGitHubClient client)
{
    /// <summary>The others are looked at on another day.</summary>
    private const int MostIssues = 50;

    /// <summary>What carries our label in the repositories in which a run may have made something that it did not note.</summary>
    public async Task<IReadOnlyList<Issue>> ListAsync(Ledger last, RepositoryList repositories, DateTimeOffset? since, CancellationToken cancellation)
    {
        var intended = (last.Run?.Intents ?? []).Select(CreateFollowUp.RepositoryOf).OfType<string>().Where(repositories.Allows);
        var found = await Task.WhenAll(intended.Concat(repositories.Named).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(repository => TryAsync<IReadOnlyList<Issue>>(() => client.At(repository).ListIssuesAsync([DesiredState.FollowUpLabel], since, cancellation), [])));
        return [.. found.SelectMany(issues => issues)];
    }

    /// <summary>Open follow-ups in the repositories that are named one by one.</summary>
    public async Task<IReadOnlyList<Issue>> ListOpenAsync(RepositoryList repositories, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(repositories.Named.Select(repository =>
            TryAsync<IReadOnlyList<Issue>>(() => client.At(repository).ListOpenIssuesAsync([DesiredState.FollowUpLabel], cancellation), [])));
        return [.. found.SelectMany(issues => issues)];
    }

    /// <summary>The incident's timeline names most of them; a list may lag, and of a private repository it may be silent.</summary>
    /// <param name="day">The server's.</param>
    public async Task<IReadOnlyList<Issue>> ReadAsync(Ledger ledger, RepositoryList repositories, IReadOnlyList<FoundFollowUp> found, LocalDate day, CancellationToken cancellation)
    {
        var unseen = ledger.FollowUps.Where(followUp => followUp.Repository is { } repository && repositories.Allows(repository)).Select(followUp => followUp.Issue)
            .Except(found.Select(followUp => followUp.Issue)).ToList();
        return [.. (await Task.WhenAll(Turns.On(day, unseen, MostIssues).Select(key => IssueAsync(key, cancellation)))).OfType<Issue>()];
    }

    public Task<Issue?> IssueAsync(IssueKey key, CancellationToken cancellation) => TryAsync(() => client.At(key.Repository).GetIssueAsync(key.Number, cancellation), null);

    private static async Task<T> TryAsync<T>(Func<Task<T>> read, T otherwise)
    {
        try
        {
            return await read();
        }
        catch (GitHubException e) when (GitHubProblem.IsRefusedElsewhere(e))
        {
            return otherwise;
        }
    }
}
