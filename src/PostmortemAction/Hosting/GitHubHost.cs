using System.Net;
using NodaTime;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>GitHub as the place where incidents live and postmortems go. Everything is read at one commit of the default branch.</summary>
public sealed class GitHubHost : IRepositoryHost
{
    private readonly IGitHubClient client;
    private readonly FirstLook look;
    private readonly string commit;
    private readonly IncidentSource incidents;
    private readonly ExistingSource existing;
    private readonly RepositoryWriter writer;
    private readonly RepositorySource whole;
    private readonly Dictionary<int, IncidentGlance> glances = [];
    private readonly Dictionary<int, IncidentReading> readings = [];

    private GitHubHost(IGitHubClient client, FirstLook look, RepositoryInfo repository, string commit, TimeProvider time, Action<string> tell)
    {
        this.client = client;
        this.look = look;
        this.commit = commit;
        Repository = repository;
        var identity = new OwnIdentity(client, look.Login);
        var work = new OwnWork(client, identity, repository);
        var ledgers = new LedgerStore(client, look, time, tell);
        var commits = new CommitTrees(client, look.Base);
        incidents = new(client, look, work, ledgers, new(client, look, commit), repository, commit, time, tell);
        existing = new(client, look, work, identity, commit);
        writer = new(client, commits, work, identity, ledgers, repository, time, tell);
        whole = new(client, look, work, identity, ledgers, repository, commit, tell);
    }

    public RepositoryInfo Repository { get; }

    /// <param name="defaultBranch">As the event says; null asks.</param>
    /// <param name="tell">Told of long waits, and how far long work is.</param>
    public static async Task<GitHubHost> OpenAsync(
        IGitHubClient client, FirstLook look, string fullName, string serverUrl, string? defaultBranch, TimeProvider time, Action<string> tell, CancellationToken cancellation)
    {
        var branch = look.DefaultBranch ?? defaultBranch ?? (await client.GetRepositoryAsync(cancellation)).DefaultBranch;
        var head = look.Base?.Sha ?? (await HeadAsync(client, branch, cancellation))?.Target.Sha ?? throw GitHubProblem.EmptyRepository(branch);
        return new(client, look, new(fullName, $"{serverUrl.TrimEnd('/')}/{fullName}", branch), head, time, tell);
    }

    /// <summary>For a repository without any commit GitHub does not say that the branch is missing, but that it conflicts.</summary>
    private static async Task<GitReference?> HeadAsync(IGitHubClient client, string branch, CancellationToken cancellation)
    {
        try
        {
            return await client.GetReferenceAsync($"heads/{branch}", cancellation);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    public async Task<string?> ReadFileAsync(string path, CancellationToken cancellation) =>
        look.TryFile(path, out var text) ? text : (await client.GetFileAsync(path, commit, cancellation))?.Text;

    public async Task<IReadOnlyList<string>> ListFilesAsync(string folder, CancellationToken cancellation) =>
        look.Folder(folder) ?? [.. (await client.ListFolderAsync(folder, commit, cancellation)).Where(entry => entry.Type == "file").Select(entry => entry.Path)];

    public async Task<IReadOnlySet<string>?> ListPathsAsync(string? commit, CancellationToken cancellation) =>
        await client.GetTreeAsync(commit ?? this.commit, cancellation) is { Truncated: false } tree ? tree.Tree.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal) : null;

    public async Task<IncidentStanding> GlanceAsync(int number, CancellationToken cancellation)
    {
        var glance = glances[number] = await incidents.GlanceAsync(number, cancellation);
        return new([.. glance.Issue.Labels.Select(label => label.Name)], glance.Head.Ledger?.PullRequest is not null || glance.Pulls.Count > 0);
    }

    public async Task<IncidentRecord> ReadIncidentAsync(int number, RunSettings settings, Action<IEnumerable<string>> meanwhile, CancellationToken cancellation)
    {
        glances.Remove(number, out var glance);
        return (readings[number] = await incidents.ReadAsync(glance!, settings, meanwhile, cancellation)).Record;
    }

    public Task<ExistingState> ReadExistingAsync(int number, string path, RepositoryList repositories, DateTimeZone? calendar, CancellationToken cancellation) =>
        existing.ReadAsync(readings[number], path, repositories, calendar, cancellation);

    public Task PrepareAsync(Plan draft, ExistingState existing, CancellationToken cancellation) =>
        writer.PrepareAsync(draft, existing, readings[draft.Incident].Head, cancellation);

    public Task<Outcome> ApplyAsync(Plan plan, ExistingState existing, CancellationToken cancellation) =>
        writer.ApplyAsync(plan, existing, readings[plan.Incident], cancellation);

    /// <summary>The archive, and what is there of ours for the repository as a whole.</summary>
    public Task<RepositoryReading> ReadRepositoryAsync(RunSettings settings, LocalDate today, bool withDigest, CancellationToken cancellation) =>
        whole.ReadAsync(settings, today, withDigest, cancellation);

    public Task<RepositoryOutcome> ApplyAsync(RepositoryPlan plan, RepositoryReading reading, CancellationToken cancellation) =>
        writer.ApplyAsync(plan, reading.State, reading.Head, cancellation);
}
