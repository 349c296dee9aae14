using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Views;

namespace PostmortemAction.Convergence.Simulation;

/// <summary>The transport of one run: counts its requests, and has them meet faults or wait.</summary>
public sealed class Connection(SimulatedGitHub github, string run) : HttpMessageHandler
{
    /// <summary>How long the runner lets an interrupted process live.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly List<PlannedFault> faults = [];
    private readonly List<Hold> holds = [];

    public string Run { get; } = run;

    /// <summary>How many requests were sent.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the run's process is gone; what it still sends does not leave.</summary>
    public bool IsKilled { get; internal set; }

    /// <summary>What an interrupt cancels; none by default.</summary>
    public CancellationTokenSource? Interrupt { get; init; }

    /// <summary>When the run was interrupted.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Told of every request before anything else.</summary>
    public Action<SimulatedRequest>? Observe { get; set; }

    /// <summary>Has requests meet faults. Of several the first that applies is met.</summary>
    public Connection With(params IEnumerable<PlannedFault> planned)
    {
        faults.AddRange(planned);
        return this;
    }

    /// <summary>Freezes the k-th request until it is released.</summary>
    public Hold HoldAt(int k, HoldPoint point)
    {
        var hold = new Hold(k, point);
        holds.Add(hold);
        return hold;
    }

    /// <summary>The runner interrupts the run, and kills it when it does not end.</summary>
    public void Cancel()
    {
        if (CancelledAt is null)
        {
            CancelledAt = github.Time.ServerNow;
            github.Time.Schedule(Grace, () => IsKilled = true);
            Interrupt?.Cancel();
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ThrowIfGone(cancellationToken);
        var read = github.Enter(request, Run, ++Count);
        Observe?.Invoke(read);
        CheckInterrupt(read);
        if (read.Address.Host != Addresses.Host)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"Name or service not known ({read.Address.Host}:443)");
        }

        await HoldAsync(read, HoldPoint.BeforeEffect, cancellationToken);
        var response = Answer(read, cancellationToken);
        response.RequestMessage = request;
        await HoldAsync(read, HoldPoint.AfterEffect, cancellationToken);
        return response;
    }

    private HttpResponseMessage Answer(SimulatedRequest request, CancellationToken cancellation)
    {
        var exchange = new Exchange(this, github, request, cancellation);
        var fault = faults.Find(each => each.Meets(request));
        request.Entry.Fault = fault?.Fault.ToString();
        return fault is null ? exchange.Deliver() : fault.Fault.Meet(exchange);
    }

    private async Task HoldAsync(SimulatedRequest request, HoldPoint point, CancellationToken cancellation)
    {
        if (holds.Find(hold => hold.At == request.Entry.RunIndex && hold.Point == point) is { } hold)
        {
            await hold.WaitAsync();
            ThrowIfGone(cancellation);
        }
    }

    private void ThrowIfGone(CancellationToken cancellation)
    {
        if (IsKilled)
        {
            throw new RunKilledException();
        }

        if (cancellation.IsCancellationRequested)
        {
            throw new TaskCanceledException("The request was cancelled.", null, cancellation);
        }
    }

    private void CheckInterrupt(SimulatedRequest request)
    {
        if (CancelledAt is { } at && request.IsWrite && github.Time.ServerNow > at + TimeSpan.FromSeconds(1))
        {
            github.Tell(InvariantNames.QuietAfterCancel, request.Entry.Index, request.Address.AbsolutePath);
        }
    }
}
