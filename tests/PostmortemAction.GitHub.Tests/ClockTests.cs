namespace PostmortemAction.GitHub.Tests;

/// <summary>The server's time and quota count, never this machine's date, which jumps by hours in all these tests: F32.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task The_servers_time_goes_on_from_its_latest_answer_F32()
    {
        using var stage = new Stage(
            Replies.Json(Replies.IssueJson, headers: Replies.Date(TimeSpan.Zero)),
            Replies.Json(Replies.IssueJson),
            Replies.Error(404, "Not Found", Replies.Date(TimeSpan.FromMinutes(10))));
        Assert.Null(stage.Sender.ServerNow);

        await stage.ReadAsync();
        stage.Time.Advance(TimeSpan.FromSeconds(90));
        await stage.ReadAsync();
        Assert.Equal(Replies.ServerStart.AddSeconds(90), stage.Sender.ServerNow);

        await stage.ReadAsync();
        Assert.Equal(Replies.ServerStart.AddMinutes(10), stage.Sender.ServerNow);
    }

    [Fact]
    public async Task A_date_to_wait_for_is_counted_from_the_servers_F32()
    {
        // The answer with the limit has no date; an earlier one had.
        using var stage = new Stage(
            Replies.Json(Replies.IssueJson, headers: Replies.Date(TimeSpan.Zero)),
            Replies.Error(429, "slow", ("Retry-After", Replies.HttpDate(Replies.ServerStart.AddSeconds(100)))),
            Replies.Json(Replies.IssueJson));

        await stage.ReadAsync();
        stage.Time.Advance(TimeSpan.FromSeconds(30));
        await stage.ReadAsync();

        Assert.Equal([0, 30, 100], stage.Seconds);
    }

    [Fact]
    public async Task What_is_left_of_the_hour_is_known_after_the_first_answer()
    {
        using var stage = new Stage(
            Replies.Json(Replies.IssueJson, headers: [.. Replies.UsedUp(TimeSpan.FromMinutes(20)).Where(header => header.Name != "x-ratelimit-remaining"), ("x-ratelimit-remaining", "7")]),
            Replies.Json("""{"data":{}}""", headers: [("x-ratelimit-remaining", "4999"), ("x-ratelimit-resource", "graphql")]));
        Assert.Null(stage.Sender.Remaining);
        Assert.Null(stage.Sender.ResetsIn);

        await stage.ReadAsync();
        await stage.Client.GetOwnLoginAsync(Stage.Cancellation);
        stage.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal((7, TimeSpan.FromMinutes(15)), (stage.Sender.Remaining, stage.Sender.ResetsIn));
        stage.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.Zero, stage.Sender.ResetsIn);
    }
}
