using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>GitHub as the place where incidents live and postmortems go. Everything is read at one commit of the default branch.</summary>
public sealed class GitHubHost : IRepositoryHost
{
    private readonly IGitHubClient client;
    private readonly string commit;
    private readonly IncidentSource source;
    private readonly RepositoryWriter writer;

    private GitHubHost(IGitHubClient client, RepositoryInfo repository, string commit)
    {
        this.client = client;
        this.commit = commit;
        Repository = repository;
        source = new(client, new(client), repository, commit);
        writer = new(client, repository);
    }

    public RepositoryInfo Repository { get; }

    /// <param name="defaultBranch">As the event says; null asks.</param>
    public static async Task<GitHubHost> OpenAsync(
        IGitHubClient client, string fullName, string serverUrl, string? defaultBranch, CancellationToken cancellation)
    {
        var branch = defaultBranch ?? (await client.GetRepositoryAsync(cancellation)).DefaultBranch;
        var head = await client.GetReferenceAsync($"heads/{branch}", cancellation) ?? throw GitHubProblem.EmptyRepository(branch);
        return new(client, new(fullName, $"{serverUrl.TrimEnd('/')}/{fullName}", branch), head.Target.Sha);
    }

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellation) => client.GetFileAsync(path, commit, cancellation);

    public async Task<IReadOnlyList<string>> ListFilesAsync(string folder, CancellationToken cancellation) =>
        [.. (await client.ListFolderAsync(folder, commit, cancellation)).Where(entry => entry.Type == "file").Select(entry => entry.Path)];

    public Task<IncidentRecord> ReadIncidentAsync(int number, RunSettings settings, CancellationToken cancellation) =>
        source.ReadIncidentAsync(number, settings, cancellation);

    public Task<ExistingState> ReadExistingAsync(IncidentRecord record, string path, CancellationToken cancellation) =>
        source.ReadExistingAsync(record, path, cancellation);

    public Task<Outcome> ApplyAsync(Plan plan, ExistingState existing, CancellationToken cancellation) =>
        writer.ApplyAsync(plan, existing, cancellation);
}
