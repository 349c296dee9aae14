namespace PostmortemAction.GitHub.Tests;

/// <summary>A cancelled run ends at once, as that and nothing else: F31.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource cancel = new();

    [Fact]
    public async Task After_it_nothing_is_sent_F31()
    {
        using var stage = new Stage(Replies.Json(Replies.IssueJson));
        await cancel.CancelAsync();

        await EndsAsync(() => stage.Client.GetIssueAsync(42, cancel.Token));
        await EndsAsync(() => stage.Client.CreateCommentAsync(42, "text", cancel.Token));

        Assert.Empty(stage.Requests);
    }

    [Fact]
    public async Task It_ends_a_request_that_is_under_way_F31()
    {
        var time = new VirtualTime { IsHeld = true };
        using var stage = new Stage(time, clock => Replies.Silence(clock, cancel.Cancel));

        await EndsAsync(() => stage.Client.CreateCommentAsync(42, "text", cancel.Token));

        Assert.Single(stage.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_because_of_it_is_no_failure_of_GitHub_F31()
    {
        using var stage = new Stage((request, cancellation) =>
        {
            cancel.Cancel();
            return Replies.Reset()(request, cancellation);
        });

        await EndsAsync(() => stage.Client.GetIssueAsync(42, cancel.Token));

        Assert.Single(stage.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task It_ends_a_wait_F31(int status)
    {
        var time = new VirtualTime { IsHeld = true };
        using var stage = new Stage(time, _ => Replies.Error(status, "later"));

        var request = stage.Client.GetIssueAsync(42, cancel.Token);
        Assert.False(request.IsCompleted);
        await cancel.CancelAsync();
        await EndsAsync(() => request);

        Assert.Single(stage.Requests);
    }

    [Fact]
    public async Task It_ends_a_write_that_waits_for_another_F31()
    {
        var time = new VirtualTime { IsHeld = true };
        using var stage = new Stage(time, clock => Replies.Silence(clock));
        var first = stage.Client.CreateCommentAsync(42, "one", cancel.Token);
        var others = Enumerable.Range(2, 3).Select(i => stage.Client.CreateCommentAsync(42, $"{i}", cancel.Token)).ToList();

        await cancel.CancelAsync();
        await EndsAsync(() => first);
        await EndsAsync(() => others[^1]);

        Assert.Equal(3, stage.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_was_whole_before_it_is_not_thrown_away_F31()
    {
        using var stage = new Stage((request, cancellation) =>
        {
            cancel.Cancel();
            return Replies.Json(Replies.CommentJson, System.Net.HttpStatusCode.Created)(request, CancellationToken.None);
        });

        Assert.Equal(7, (await stage.Client.CreateCommentAsync(42, "text", cancel.Token)).Id);
    }

    public void Dispose() => cancel.Dispose();

    private static Task<OperationCanceledException> EndsAsync(Func<Task> request) => Assert.ThrowsAnyAsync<OperationCanceledException>(request);
}
