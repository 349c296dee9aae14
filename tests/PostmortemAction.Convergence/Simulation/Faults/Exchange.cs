using System.Globalization;
using System.Text;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.Routes;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>One request between client and server, for a fault to meddle with.</summary>
public sealed class Exchange(Connection connection, SimulatedGitHub github, SimulatedRequest request, CancellationToken cancellation)
{
    public SimulatedGitHub GitHub { get; } = github;

    public SimulatedRequest Request { get; } = request;

    /// <summary>When the server answers whom it never answers: long after every time-out.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(10);

    /// <summary>The request takes effect, and the server answers it.</summary>
    public HttpResponseMessage Deliver() => Responses.Of(GitHub, Request, GitHub.Deliver(Request));

    /// <summary>The same, with a view of the state that lies behind.</summary>
    public HttpResponseMessage Deliver(Func<Lag, Lag> lag) =>
        Responses.Of(GitHub, Request, GitHub.Deliver(Request, lag(new(GitHub.Time.ServerNow, GitHub.ListsLag, GitHub.ReplicaLag))));

    /// <summary>The request takes effect when a time has passed, whoever waits for it or not.</summary>
    public void DeliverAfter(TimeSpan span) => GitHub.Time.Schedule(span, () => GitHub.Deliver(Request));

    /// <summary>The server, or something before it, answers something of its own.</summary>
    public HttpResponseMessage Refuse(int status, string message, params JsonMap[] errors) =>
        Responses.Of(GitHub, Request, new Answer(status, new Refusal(status, message, errors).Body()));

    public HttpResponseMessage Answer(int status, string text, string type) => Responses.Of(GitHub, Request, status, Encoding.UTF8.GetBytes(text), type);

    /// <summary>An answer whose body arrives at one byte a second.</summary>
    public HttpResponseMessage Slowed(HttpResponseMessage whole)
    {
        var slow = new StreamContent(new SlowStream(whole.Content.ReadAsByteArrayAsync(cancellation).GetAwaiter().GetResult(), GitHub.Time));
        slow.Headers.ContentType = whole.Content.Headers.ContentType;
        whole.Content = slow;
        return whole;
    }

    /// <summary>An answer whose body never ends.</summary>
    public HttpResponseMessage Endless()
    {
        var response = Responses.Empty(GitHub, Request, 200);
        response.Content = new StreamContent(new EndlessStream(GitHub, Request.Entry.Index));
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return response;
    }

    /// <summary>A refusal that asks for quiet.</summary>
    /// <param name="quiet">How long nothing may be sent.</param>
    /// <param name="headers">How the client is told.</param>
    public HttpResponseMessage Limit(int status, string message, TimeSpan quiet, params (string Name, string Value)[] headers)
    {
        var response = Refuse(status, message);
        foreach (var (name, value) in headers)
        {
            response.Headers.Remove(name);
            response.Headers.TryAddWithoutValidation(name, value);
        }

        GitHub.AskForQuiet(quiet);
        return response;
    }

    public HttpResponseMessage Redirect(int status, string address)
    {
        var response = Refuse(status, status == 301 ? "Moved Permanently" : "Temporary Redirect");
        response.Headers.Location = new(address);
        return response;
    }

    /// <summary>What the client sees when no answer comes in time. The clock moves on until its time-out fires.</summary>
    public TaskCanceledException TimeOut()
    {
        GitHub.Time.Advance(TimeSpan.FromSeconds(31));
        for (var waited = TimeSpan.Zero; waited < Never && !cancellation.IsCancellationRequested; waited += TimeSpan.FromSeconds(10))
        {
            GitHub.Time.Advance(TimeSpan.FromSeconds(10));
        }

        return new("The request was cancelled: it took too long.", new TimeoutException(), cancellation);
    }

    /// <summary>The process ends here.</summary>
    public RunKilledException Kill()
    {
        connection.IsKilled = true;
        return new();
    }

    /// <summary>The runner interrupts the run; what goes on with its token ends.</summary>
    public void Interrupt()
    {
        connection.Cancel();
        if (cancellation.IsCancellationRequested)
        {
            throw new TaskCanceledException("The request was cancelled.", null, cancellation);
        }
    }

    /// <summary>The moment that lies so far ahead, as the rate limit's headers write it.</summary>
    public string Epoch(TimeSpan ahead) => (GitHub.Time.ServerNow + ahead).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
