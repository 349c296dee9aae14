namespace PostmortemAction.GitHub.Tests;

/// <summary>Reads run at the same time, a few writes too, and creations not too fast.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Reads_run_at_the_same_time_twenty_at_most()
    {
        var go = new TaskCompletionSource();
        using var stage = new Stage(Replies.Later(go.Task, Replies.Json(Replies.IssueJson)));

        var reads = Enumerable.Range(0, 24).Select(_ => stage.ReadAsync()).ToList();
        Assert.Equal(20, stage.Requests.Count);
        go.SetResult();
        await Task.WhenAll(reads);

        Assert.Equal(24, stage.Sender.Count);
    }

    [Fact]
    public async Task Writes_run_three_at_a_time_and_let_reads_pass()
    {
        var go = new TaskCompletionSource();
        using var stage = new Stage(Replies.Later(go.Task, Replies.Json(Replies.IssueJson)));

        Task[] all = [stage.CreateAsync(), stage.RepeatableAsync(), stage.CreateAsync(), stage.CreateAsync(), stage.ReadAsync()];
        Assert.Equal(["POST", "PATCH", "POST", "GET"], stage.Requests.Select(request => request.Method));
        go.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(5, stage.Requests.Count);
    }

    [Fact]
    public async Task A_write_that_failed_lets_the_next_one_go()
    {
        using var stage = new Stage(Replies.Error(422, "no"), Replies.Json(Replies.IssueJson));

        await Stage.FailsAsync(stage.CreateAsync);

        Assert.NotNull(await stage.CreateAsync());
    }

    [Fact]
    public async Task The_first_forty_creates_go_unpaced_and_the_others_once_a_second()
    {
        using var stage = new Stage(Replies.Json(Replies.IssueJson));

        for (var count = 0; count < 43; count++)
        {
            await stage.CreateAsync();
            await stage.RepeatableAsync();
        }

        var creates = stage.Requests.Where(request => request.Method == "POST").Select(request => (int)request.At.TotalSeconds);
        Assert.Equal([.. Enumerable.Repeat(0, 40), 1, 2, 3], creates);
    }

    [Fact]
    public async Task Creates_that_are_sent_at_the_same_time_are_paced_like_others()
    {
        using var stage = new Stage(Replies.Json(Replies.IssueJson));

        for (var count = 0; count < 15; count++)
        {
            await Task.WhenAll(stage.CreateAsync(), stage.CreateAsync(), stage.CreateAsync());
        }

        Assert.Equal([.. Enumerable.Repeat(0, 40), 1, 2, 3, 4, 5], stage.Requests.Select(request => (int)request.At.TotalSeconds));
    }
}
