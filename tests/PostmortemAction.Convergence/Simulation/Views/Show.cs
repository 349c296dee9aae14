using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Views;

/// <summary>
/// What the API shows of a repository. What does not change is made once; of issues, until the repository changes.
/// </summary>
public sealed partial class Show(StoredRepository repository)
{
    private Show? neighbour;
    private readonly Dictionary<string, JsonMap> users = [];
    private readonly Dictionary<StoredIssue, JsonMap> issues = [];
    private readonly string api = $"{Addresses.Api}/repos/{repository.FullName}";
    private readonly string web = $"{Addresses.Web}/{repository.FullName}";
    private JsonMap? whole;
    private int version;

    /// <summary>The same of the repository that an issue is in.</summary>
    public Show Of(StoredRepository home) => home == repository ? this : neighbour ??= new(home);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? time) => time is { } known ? Time(known) : null;

    /// <summary>The opaque name by which GraphQL knows a thing.</summary>
    public static string Node(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}_kwDO{id:x}");

    private string Association(string login) => repository.Account(login) switch
    {
        { IsBot: true } => "CONTRIBUTOR",
        { Permission: "admin" } => "MEMBER",
        { Permission: "write" } => "COLLABORATOR",
        _ => "NONE",
    };
}
