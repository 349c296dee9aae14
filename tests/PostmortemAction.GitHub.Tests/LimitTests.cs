using System.Net;

namespace PostmortemAction.GitHub.Tests;

/// <summary>Where GitHub asks to wait: F09 to F13.</summary>
public sealed class LimitTests
{
    private const string Secondary = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

    [Theory]
    [InlineData(RequestClass.Read, 403)]
    [InlineData(RequestClass.Repeatable, 403)]
    [InlineData(RequestClass.Read, 429)]
    [InlineData(RequestClass.Repeatable, 429)]
    public async Task Nothing_is_sent_before_Retry_After_is_over_and_then_the_same_request_F09_F11(RequestClass requestClass, int status)
    {
        using var stage = new Stage(
            Replies.Error(status, Secondary, ("Retry-After", "90")),
            Replies.Json(requestClass == RequestClass.Repeatable ? Replies.ReferenceJson : Replies.IssueJson));

        await stage.SendAsync(requestClass);

        Assert.Equal([0, 90], stage.Seconds);
        Assert.Equal(stage.Requests[0].Address, stage.Requests[1].Address);
        Assert.Contains("waiting 90 s: GitHub asks for it", stage.Trace);
    }

    [Fact]
    public async Task Retry_After_may_be_a_date_of_the_server_F09()
    {
        using var stage = new Stage(
            Replies.Error(429, "slow", Replies.Date(TimeSpan.Zero), ("Retry-After", Replies.HttpDate(Replies.ServerStart.AddSeconds(75)))),
            Replies.Json(Replies.IssueJson));

        await stage.ReadAsync();

        Assert.Equal([0, 75], stage.Seconds);
    }

    [Theory]
    [InlineData(Secondary)]
    [InlineData("API rate limit exceeded for installation.")]
    [InlineData("You have triggered an abuse detection mechanism.")]
    public async Task Where_GitHub_does_not_say_for_how_long_it_is_a_minute_and_doubles_F10(string message)
    {
        using var stage = new Stage(Replies.Error(403, message));

        var e = await Stage.FailsAsync(stage.RepeatableAsync);

        Assert.Equal([0, 60, 180, 420], stage.Seconds);
        Assert.Equal((true, false, HttpStatusCode.Forbidden, message), (e.IsLimit, e.IsAmbiguous, e.Status, e.Reason));
        Assert.Equal(TimeSpan.FromMinutes(8), e.Wait);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_create_does_not_wait_by_itself_but_says_for_how_long_and_that_it_had_no_effect_F09_F11(int status)
    {
        using var stage = new Stage(
            Replies.Error(status, Secondary, ("Retry-After", "90")), Replies.Json(Replies.IssueJson), Replies.Json(Replies.IssueJson));

        var first = await Stage.FailsAsync(stage.CreateAsync);
        var second = await Stage.FailsAsync(stage.CreateAsync);
        await stage.ReadAsync();
        await stage.CreateAsync();

        Assert.Equal((true, false, TimeSpan.FromSeconds(90)), (first.IsLimit, first.IsAmbiguous, first.Wait));
        Assert.Equal((true, false, TimeSpan.FromSeconds(90)), (second.IsLimit, second.IsAmbiguous, second.Wait));
        Assert.Equal([("POST", 0), ("GET", 90), ("POST", 90)], stage.Requests.Select(request => (request.Method, (int)request.At.TotalSeconds)));
    }

    [Fact]
    public async Task Creates_that_stay_limited_are_told_to_wait_ever_longer_until_one_comes_through_F10()
    {
        var limit = Replies.Error(403, Secondary);
        var issue = Replies.Json(Replies.IssueJson);
        using var stage = new Stage(limit, issue, limit, issue, issue, limit);

        var first = await Stage.FailsAsync(stage.CreateAsync);
        await stage.ReadAsync();
        var second = await Stage.FailsAsync(stage.CreateAsync);
        await stage.ReadAsync();
        await stage.CreateAsync();
        var third = await Stage.FailsAsync(stage.CreateAsync);

        Assert.Equal([1, 2, 1], new[] { first, second, third }.Select(e => e.Wait!.Value.TotalMinutes));
    }

    [Fact]
    public async Task A_used_up_hour_is_waited_for_by_the_servers_clock_F12()
    {
        using var stage = new Stage(
            Replies.Error(403, "API rate limit exceeded", Replies.UsedUp(TimeSpan.FromSeconds(300))), Replies.Json(Replies.IssueJson));

        await stage.ReadAsync();

        Assert.Equal([0, 300], stage.Seconds);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_ends_at_once_and_says_when_to_go_on_F12()
    {
        using var stage = new Stage(Replies.Error(403, "API rate limit exceeded", Replies.UsedUp(TimeSpan.FromSeconds(1800))));

        var e = await Stage.FailsAsync(stage.CreateAsync);
        var next = await Stage.FailsAsync(stage.ReadAsync);

        Assert.True(e.IsLimit && next.IsLimit);
        Assert.Equal((TimeSpan.FromSeconds(1800), Replies.ServerStart.AddSeconds(1800)), (e.Wait, e.RetryAt));
        Assert.Equal((HttpStatusCode.Forbidden, "API rate limit exceeded"), (next.Status, next.Reason));
        Assert.Single(stage.Requests);
        Assert.Equal(TimeSpan.Zero, stage.Time.Elapsed);
    }

    [Fact]
    public async Task After_a_wait_that_was_too_long_requests_go_on()
    {
        using var stage = new Stage(
            Replies.Error(403, "API rate limit exceeded", Replies.UsedUp(TimeSpan.FromSeconds(1800))), Replies.Json(Replies.IssueJson));
        await Stage.FailsAsync(stage.ReadAsync);

        stage.Time.Advance(TimeSpan.FromSeconds(1800));

        Assert.NotNull(await stage.ReadAsync());
    }

    [Fact]
    public async Task Waits_of_all_requests_together_are_bounded()
    {
        var limit = Replies.Error(429, "slow", ("Retry-After", "250"));
        var issue = Replies.Json(Replies.IssueJson);
        using var stage = new Stage(limit, issue, limit, issue, limit, issue);

        await stage.ReadAsync();
        await stage.ReadAsync();
        var e = await Stage.FailsAsync(stage.ReadAsync);

        Assert.Equal(TimeSpan.FromSeconds(250), e.Wait);
        Assert.Equal([0, 250, 250, 500, 500], stage.Seconds);
    }

    [Fact]
    public async Task A_request_is_told_to_wait_three_times_at_most_also_over_its_new_tries()
    {
        var limit = Replies.Error(429, "slow", ("Retry-After", "1"));
        using var stage = new Stage(limit, limit, Replies.Error(500, "oops"), limit, limit);

        var e = await Stage.FailsAsync(stage.ReadAsync);

        Assert.True(e.IsLimit);
        Assert.Equal(5, stage.Requests.Count);
    }

    [Theory]
    [InlineData("RATE_LIMITED")]
    [InlineData("RATE_LIMIT")]
    public async Task A_limit_within_an_answer_of_GraphQL_is_a_limit_F13(string type)
    {
        using var stage = new Stage(
            Replies.Json($$"""{"data":null,"errors":[{"type":"{{type}}","message":"Too much of it."}]}"""),
            Replies.Json("""{"data":{"viewer":{"login":"abuse rate limit"}}}"""));

        Assert.Equal("abuse rate limit", await stage.Client.GetOwnLoginAsync(Stage.Cancellation));
        Assert.Equal([0, 60], stage.Seconds);
    }

    [Theory]
    [InlineData("NOT_FOUND", "Could not resolve to a Repository with the name 'acme/abuse-RATE_LIMIT'.")]
    [InlineData("FORBIDDEN", "The abuse desk may not be read.")]
    public async Task A_name_that_sounds_like_a_limit_is_none(string type, string message)
    {
        using var stage = new Stage(Replies.Json($$"""{"data":{"repository":null},"errors":[{"type":"{{type}}","message":"{{message}}"}]}"""));

        Assert.Null(await stage.Client.ReadBlobsAsync(["x"], Stage.Cancellation));
        Assert.Equal([0], stage.Seconds);
    }

    [Theory]
    [InlineData("<html>RATE_LIMITED: log in first</html>")]
    [InlineData("{\"errors\":[{\"type\":\"RATE_LIM")]
    [InlineData("{\"errors\":[{\"type\":\"RATE_LIMITED\"")]
    public async Task What_only_looks_like_an_answer_with_a_limit_is_a_lost_answer(string body)
    {
        using var stage = new Stage(Replies.Of(HttpStatusCode.OK, () => new StringContent(body)));

        Assert.False((await Stage.FailsAsync(() => stage.Client.ListTreesAsync(["docs"], "c0ffee", Stage.Cancellation))).IsLimit);
    }

    [Fact]
    public async Task After_a_limit_nothing_is_sent_that_people_may_have_written_into_meanwhile_F09()
    {
        foreach (var edit in (Func<Stage, Task>[])
            [
                stage => stage.Client.UpdateIssueAsync(42, new(Body: "old"), Stage.Cancellation),
                stage => stage.Client.UpdateCommentAsync(7, "old", Stage.Cancellation),
                stage => stage.Client.DeleteCommentAsync(7, Stage.Cancellation),
                stage => stage.Client.UpdatePullRequestAsync(5, new(Body: "old"), Stage.Cancellation),
            ])
        {
            using var stage = new Stage(Replies.Error(429, Secondary, ("Retry-After", "90")));

            var first = await Stage.FailsAsync(() => edit(stage));
            var second = await Stage.FailsAsync(() => edit(stage));

            Assert.True(first is { IsLimit: true, IsAmbiguous: false } && second.IsLimit);
            Assert.Equal([0], stage.Seconds);
        }
    }

    [Fact]
    public async Task A_limit_does_not_pass_for_a_token_that_may_not_ask_who_it_is_F12()
    {
        using var stage = new Stage(Replies.Error(403, "API rate limit exceeded", Replies.UsedUp(TimeSpan.FromSeconds(1800))));

        Assert.True((await Stage.FailsAsync(() => stage.Client.GetOwnLoginAsync(Stage.Cancellation))).IsLimit);
    }

    [Fact]
    public async Task While_one_request_waits_no_other_is_sent_F09()
    {
        var time = new VirtualTime { IsHeld = true };
        using var stage = new Stage(
            time,
            _ => Replies.Error(429, "slow", ("Retry-After", "60")),
            _ => Replies.Json(Replies.IssueJson));

        Task[] requests = [stage.ReadAsync(), stage.ReadAsync(), stage.RepeatableAsync(), stage.ReadAsync()];
        Assert.Single(stage.Requests);
        time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Single(stage.Requests);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await Task.WhenAll(requests);

        // They waited together, so it is paid for once.
        Assert.Equal([0, 60, 60, 60, 60], stage.Seconds.Order());
        Assert.Equal(TimeSpan.FromSeconds(60), time.Elapsed);
    }

    [Fact]
    public async Task Limits_that_parallel_requests_meet_are_one_wait()
    {
        var time = new VirtualTime { IsHeld = true };
        var meet = new TaskCompletionSource();
        var limit = Replies.Later(meet.Task, Replies.Error(403, "secondary rate limit", ("Retry-After", "400")));
        using var stage = new Stage(time, _ => limit, _ => limit, _ => limit, _ => Replies.Json(Replies.IssueJson));

        Task[] requests = [stage.ReadAsync(), stage.ReadAsync(), stage.ReadAsync()];
        meet.SetResult();
        await HeldAsync(stage, 3);
        time.Advance(TimeSpan.FromSeconds(400));
        await Task.WhenAll(requests);

        Assert.Equal([0, 0, 0, 400, 400, 400], stage.Seconds.Order());
    }

    [Fact]
    public async Task A_server_that_is_down_and_says_for_how_long_is_left_alone_until_then()
    {
        using var stage = new Stage(Replies.Error(503, "Maintenance", ("Retry-After", "120")), Replies.Json(Replies.IssueJson));

        var e = await Stage.FailsAsync(stage.CreateAsync);
        await stage.ReadAsync();

        Assert.Equal((true, false), (e.IsAmbiguous, e.IsLimit));
        Assert.Equal([0, 120], stage.Seconds);
    }

    [Theory]
    [InlineData("Retry-After", "0")]
    [InlineData("Retry-After", "99999999999999999999")]
    [InlineData("Retry-After", "soon")]
    [InlineData("x-ratelimit-reset", "9999999999999999")]
    public async Task Numbers_that_make_no_sense_neither_spin_nor_break(string header, string value)
    {
        using var stage = new Stage(Replies.Error(429, "slow", (header, value), ("x-ratelimit-remaining", "0"), Replies.Date(TimeSpan.Zero)));

        var e = await Stage.FailsAsync(stage.ReadAsync);

        Assert.True(e.IsLimit);
        Assert.InRange(stage.Requests.Count, 1, 4);
    }

    /// <summary>Until so many requests wait at the gate.</summary>
    private static async Task HeldAsync(Stage stage, int count)
    {
        for (var look = 0; stage.Trace.Count(line => line.StartsWith("waiting", StringComparison.Ordinal)) < count; look++)
        {
            Assert.InRange(look, 0, 100_000);
            await Task.Yield();
        }
    }
}
