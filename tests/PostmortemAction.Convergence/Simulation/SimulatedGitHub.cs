using PostmortemAction.Convergence.Simulation.Contracts;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Journals;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.People;
using PostmortemAction.Convergence.Simulation.Routes;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Convergence.Simulation.Times;
using PostmortemAction.Convergence.Simulation.Views;

namespace PostmortemAction.Convergence.Simulation;

/// <summary>
/// GitHub within the process: one repository, at most one beside it, their routes, and a clock of its own. Runs talk to it through <see cref="Connect"/>, people
/// through <see cref="People"/>. It answers at once and under one lock.
/// </summary>
public sealed class SimulatedGitHub
{
    /// <summary>The token of a workflow's job.</summary>
    public const string JobToken = "ghs_test";

    private readonly Lock gate = new();
    private readonly List<RequestEntry> requests = [];
    private readonly ViolationLog violations = new();
    private readonly Show show;
    private readonly Watch watch;
    private bool isNextListEmpty;
    private (long Hour, int Count) used;

    public SimulatedGitHub(VirtualTime? time = null, string owner = "acme", string name = "shop")
    {
        Time = time ?? new();
        Repository = new(Time, owner, name);
        Repository.Account(owner);
        show = new(Repository);
        People = new(this, gate);
        watch = new(this);
    }

    public VirtualTime Time { get; }

    public StoredRepository Repository { get; }

    /// <summary>Whatever repositories there are.</summary>
    public IEnumerable<StoredRepository> Repositories => Repository.Neighbour is { } neighbour ? [Repository, neighbour] : [Repository];

    public PeopleOfRepository People { get; }

    /// <summary>What was broken so far.</summary>
    public IReadOnlyList<Violation> Violations => violations.All;

    /// <summary>How long what was created is missing from lists.</summary>
    public TimeSpan ListsLag { get; set; }

    /// <summary>How long what was created is answered 404 when asked for by itself.</summary>
    public TimeSpan ReplicaLag { get; set; }

    /// <summary>Invariants that count only when nothing is on its way: see <see cref="CheckAtRest"/>.</summary>
    public ISet<string> AtRestOnly { get; } = new HashSet<string>();

    /// <summary>Until when nobody may send anything, as the server asked.</summary>
    public DateTimeOffset QuietUntil { get; private set; }

    public IReadOnlyList<RequestEntry> Requests => [.. requests];

    /// <summary>The tokens that are known, and whose they are.</summary>
    public IDictionary<string, string> Tokens { get; } = new Dictionary<string, string> { [JobToken] = StoredRepository.Bot };

    /// <summary>How many requests an hour may have, as far as it says so.</summary>
    public int HourlyLimit { get; set; } = 1000;

    internal long Hour => Time.ServerNow.ToUnixTimeSeconds() / 3600;

    internal int UsedThisHour => used.Hour == Hour ? used.Count : 0;

    /// <summary>A transport for one run.</summary>
    public Connection Connect(string run = "run") => new(this, run);

    /// <summary>The next list is answered without anything in it.</summary>
    public void EmptyListOnce() => isNextListEmpty = true;

    /// <summary>Nothing may be sent for a while; whoever sends all the same breaks a promise.</summary>
    public void AskForQuiet(TimeSpan span) => QuietUntil = Time.ServerNow + span;

    /// <summary>Writes down what was broken.</summary>
    /// <param name="request">The index of the request that shows it.</param>
    public void Tell(string invariant, int request, string message) => violations.Add(new(invariant, request, message));

    /// <summary>Forgets what was broken so far.</summary>
    public void Forgive() => violations.Clear();

    /// <summary>Looks at all invariants, now that no run is on its way.</summary>
    public void CheckAtRest()
    {
        lock (gate)
        {
            watch.Check(requests.Count, atRest: true);
        }
    }

    /// <summary>Everything that people can see, comparable between worlds.</summary>
    public string FinalState()
    {
        lock (gate)
        {
            return Journals.FinalState.Of(Repository);
        }
    }

    /// <summary>Writes a request down as it comes in, whatever becomes of it.</summary>
    internal SimulatedRequest Enter(HttpRequestMessage message, string run, int runIndex)
    {
        lock (gate)
        {
            var request = SimulatedRequest.Read(message, Repository.FullName, (body, isWrite) =>
            {
                var entry = new RequestEntry(
                    requests.Count + 1, run, runIndex, message.Method.Method, message.RequestUri!.PathAndQuery, body, Time.ServerNow, isWrite);
                requests.Add(entry);
                used = (Hour, UsedThisHour + 1);
                return entry;
            });
            watch.Look(request, message);
            return request;
        }
    }

    /// <summary>Lets a request take effect, and answers it.</summary>
    internal Answer Deliver(SimulatedRequest request, Lag? lag = null)
    {
        lock (gate)
        {
            var answer = Route(request, lag ?? Take(request));
            request.Entry.Effects = [.. request.Entry.Effects, answer.Status];
            if (request.Operation is { } operation && ContractCheck.Answer(operation, answer.Status, answer.Body ?? (answer.Raw is null ? null : new JsonMap())) is { } problem && answer.Raw is null)
            {
                Tell(InvariantNames.AnswerAsDescribed, request.Entry.Index, $"{request.Method} {operation.Id}: {problem}");
            }

            watch.Check(request.Entry.Index, atRest: false);
            return answer;
        }
    }

    /// <summary>The repository that a request is for; null where there is none.</summary>
    internal StoredRepository? Of(SimulatedRequest request) => request.Segments is ["repos", var owner, var name, ..]
        ? Repositories.FirstOrDefault(each => each.FullName.Equals($"{owner}/{name}", StringComparison.OrdinalIgnoreCase)) : Repository;

    private Lag Take(SimulatedRequest request)
    {
        var lag = new Lag(Time.ServerNow, ListsLag, request.IsWrite ? TimeSpan.Zero : ReplicaLag, isNextListEmpty && request.IsList);
        isNextListEmpty &= !request.IsList;
        return lag;
    }

    private Answer Route(SimulatedRequest request, Lag lag)
    {
        try
        {
            var login = Tokens.TryGetValue(request.Token ?? "", out var known) ? known : throw new Refusal(401, "Bad credentials");
            var route = request.IsGraphQl ? GraphQlRoutes.Answer : Router.Find(request.Operation?.Id ?? "") ?? throw Refusal.NotFound();
            var repository = Of(request) ?? throw Refusal.NotFound();
            if (request.IsWrite && repository.Refusal is { } refused)
            {
                throw new Refusal(refused.Status, refused.Message);
            }

            return route(new(
                repository, show.Of(repository), login, request.Address.PathAndQuery, request.Parameters, request.Query, request.Body as JsonMap ?? [], request.IsRaw, lag));
        }
        catch (Refusal refusal)
        {
            return new(refusal.Status, refusal.Body());
        }
    }
}
