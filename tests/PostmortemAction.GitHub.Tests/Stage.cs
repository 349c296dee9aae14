namespace PostmortemAction.GitHub.Tests;

/// <summary>A client of a scripted GitHub, in virtual time.</summary>
internal sealed class Stage : IDisposable
{
    private readonly ScriptedTransport transport;

    public Stage(params Func<VirtualTime, Reply>[] replies)
        : this(new VirtualTime(), replies)
    {
    }

    public Stage(params Reply[] replies)
        : this(new VirtualTime(), [.. replies.Select<Reply, Func<VirtualTime, Reply>>(reply => _ => reply)])
    {
    }

    public Stage(VirtualTime time, params Func<VirtualTime, Reply>[] replies)
    {
        Time = time;
        transport = new(time, [.. replies.Select(reply => reply(time))]);
        Sender = new(new("https://api.github.test"), new("https://api.github.test/graphql"), "ghs_secret", transport, time, Trace.Add);
        Client = new(Sender, "acme", "shop");
    }

    public VirtualTime Time { get; }

    public GitHubSender Sender { get; }

    public GitHubClient Client { get; }

    public List<string> Trace { get; } = [];

    public List<Sent> Requests => transport.Requests;

    /// <summary>The time of each request, in whole seconds.</summary>
    public IEnumerable<int> Seconds => Requests.Select(request => (int)request.At.TotalSeconds);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<Issue?> ReadAsync() => Client.GetIssueAsync(42, Cancellation);

    public Task<Issue> CreateAsync() => Client.CreateIssueAsync(new("Title", "Body", [], []), Cancellation);

    public Task RepeatableAsync() => Client.UpdateReferenceAsync("heads/main", "abc", Cancellation);

    /// <summary>The three classes of requests, by name.</summary>
    public Task SendAsync(RequestClass requestClass) => requestClass switch
    {
        RequestClass.Read => ReadAsync(),
        RequestClass.Repeatable => RepeatableAsync(),
        _ => CreateAsync(),
    };

    public static Task<GitHubException> FailsAsync(Func<Task> send) => Assert.ThrowsAsync<GitHubException>(send);

    public void Dispose()
    {
        Sender.Dispose();
        transport.Dispose();
    }
}
