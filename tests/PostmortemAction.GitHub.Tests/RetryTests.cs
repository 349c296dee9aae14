using System.Net;

namespace PostmortemAction.GitHub.Tests;

/// <summary>What is sent again, and what is not: F01 to F08, F16, F26.</summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_read_and_a_repeatable_write_survive_three_failures_of_the_server_F01_F02_F03(int status)
    {
        using var read = new Stage(Replies.Html(status), Replies.Html(status), Replies.Html(status), Replies.Json(Replies.IssueJson));
        using var write = new Stage(Replies.Html(status), Replies.Html(status), Replies.Html(status), Replies.Json(Replies.ReferenceJson));

        Assert.Equal(42, (await read.ReadAsync())!.Number);
        await write.RepeatableAsync();

        Assert.Equal([0, 1, 3, 7], read.Seconds);
        Assert.Equal([0, 1, 3, 7], write.Seconds);
    }

    [Theory]
    [InlineData(RequestClass.Read)]
    [InlineData(RequestClass.Repeatable)]
    public async Task A_server_that_stays_down_ends_the_request_after_four_tries(RequestClass requestClass)
    {
        using var stage = new Stage(Replies.Error(503, "Service unavailable"));

        var e = await Stage.FailsAsync(() => stage.SendAsync(requestClass));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Service unavailable"), (e.Status, e.Reason));
        Assert.Equal(requestClass == RequestClass.Repeatable, e.IsAmbiguous);
        Assert.Equal(4, stage.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_create_that_the_server_fails_is_sent_once_and_its_effect_is_unknown_F01_F02_F03(int status)
    {
        using var stage = new Stage(Replies.Html(status), Replies.Json(Replies.IssueJson, HttpStatusCode.Created));

        var e = await Stage.FailsAsync(stage.CreateAsync);

        Assert.True(e.IsAmbiguous);
        Assert.False(e.IsLimit || e.HasMoved);
        Assert.Single(stage.Requests);
    }

    [Theory]
    [InlineData(RequestClass.Read, HttpRequestError.ConnectionError)]
    [InlineData(RequestClass.Repeatable, HttpRequestError.NameResolutionError)]
    [InlineData(RequestClass.Create, HttpRequestError.ConnectionError)]
    [InlineData(RequestClass.Create, HttpRequestError.NameResolutionError)]
    [InlineData(RequestClass.Create, HttpRequestError.ProxyTunnelError)]
    [InlineData(RequestClass.Create, HttpRequestError.SecureConnectionError)]
    public async Task What_was_provably_not_sent_is_sent_again_whatever_it_is_F04(RequestClass requestClass, HttpRequestError error)
    {
        using var stage = new Stage(Replies.Broken(error), Replies.Broken(error), Replies.Broken(error), Replies.Broken(error));

        var e = await Stage.FailsAsync(() => stage.SendAsync(requestClass));

        Assert.False(e.IsAmbiguous);
        Assert.Contains("cannot be reached", e.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 3, 7], stage.Seconds);
    }

    [Fact]
    public async Task A_create_comes_through_when_the_name_is_resolved_at_last_F04()
    {
        using var stage = new Stage(Replies.Broken(HttpRequestError.NameResolutionError), Replies.Json(Replies.IssueJson, HttpStatusCode.Created));

        Assert.Equal(42, (await stage.CreateAsync()).Number);
    }

    [Theory]
    [InlineData(RequestClass.Read, 4, false)]
    [InlineData(RequestClass.Repeatable, 4, true)]
    [InlineData(RequestClass.Create, 1, true)]
    public async Task A_connection_that_is_reset_says_nothing_of_the_effect_F05_F06(RequestClass requestClass, int requests, bool isAmbiguous)
    {
        using var stage = new Stage(Replies.Reset());

        var e = await Stage.FailsAsync(() => stage.SendAsync(requestClass));

        Assert.Equal((requests, isAmbiguous), (stage.Requests.Count, e.IsAmbiguous));
    }

    [Theory]
    [InlineData(RequestClass.Read, false, 0, 31, 63, 97)]
    [InlineData(RequestClass.Repeatable, true, 0, 31, 63, 97)]
    [InlineData(RequestClass.Create, true, 0)]
    public async Task Silence_ends_after_thirty_seconds_F07_F08(RequestClass requestClass, bool isAmbiguous, params int[] seconds)
    {
        var time = new VirtualTime();
        using var stage = new Stage(time, clock => Replies.Silence(clock));

        // The silence lasts an hour: only the time-out can end it, and it fires on the way there.
        var e = await Stage.FailsAsync(() => stage.SendAsync(requestClass));

        Assert.Equal(isAmbiguous, e.IsAmbiguous);
        Assert.Contains("did not answer within 30 seconds", e.Message, StringComparison.Ordinal);
        Assert.Equal(seconds, stage.Seconds);
    }

    [Fact]
    public async Task What_was_just_created_may_not_be_known_everywhere_yet_F16()
    {
        const string Unknown = """{"message":"Validation Failed","errors":[{"code":"custom","message":"Could not resolve to a node with the global id of 'x'."}]}""";
        using var repeatable = new Stage(Replies.Json(Unknown, HttpStatusCode.UnprocessableEntity), Replies.Json(Replies.ReferenceJson));
        using var lasting = new Stage(Replies.Json(Unknown, HttpStatusCode.UnprocessableEntity));
        using var create = new Stage(Replies.Json(Unknown, HttpStatusCode.UnprocessableEntity));

        await repeatable.RepeatableAsync();
        var e = await Stage.FailsAsync(lasting.RepeatableAsync);
        var refused = await Stage.FailsAsync(create.CreateAsync);

        Assert.Equal([0, 1], repeatable.Seconds);
        Assert.Equal([0, 1, 3, 7], lasting.Seconds);
        Assert.Single(create.Requests);
        Assert.False(e.IsAmbiguous || refused.IsAmbiguous);
    }

    [Theory]
    [InlineData("""{"id":1042,"numb""")]
    [InlineData("<html>Login of the hotel's network</html>")]
    [InlineData("null")]
    [InlineData("")]
    public async Task An_answer_that_is_not_what_GitHub_gives_counts_as_lost_F26(string body)
    {
        using var read = new Stage(Replies.Json(body), Replies.Json(Replies.IssueJson));
        using var create = new Stage(Replies.Json(body, HttpStatusCode.Created), Replies.Json(Replies.IssueJson, HttpStatusCode.Created));

        Assert.Equal(42, (await read.ReadAsync())!.Number);
        var e = await Stage.FailsAsync(create.CreateAsync);

        Assert.True(e.IsAmbiguous);
        Assert.Contains("does a proxy stand between?", e.Message, StringComparison.Ordinal);
        Assert.Single(create.Requests);
    }

    [Fact]
    public async Task A_web_page_in_place_of_a_file_is_not_taken_for_the_file_F26()
    {
        using var stage = new Stage(Replies.Html(200), Replies.Of(HttpStatusCode.OK, () => new StringContent("<p>a file</p>")));

        Assert.Equal(new FileText("<p>a file</p>", IsUtf8: true), await stage.Client.GetFileAsync("a.html", "abc", Stage.Cancellation));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_read_as_well_as_can_be_and_says_so()
    {
        using var stage = new Stage(Replies.Of(HttpStatusCode.OK, () => new ByteArrayContent([0x5A, 0x6F, 0xEB])));

        Assert.Equal(new FileText("Zo\uFFFD", IsUtf8: false), await stage.Client.GetFileAsync("a.md", "abc", Stage.Cancellation));
    }

    [Fact]
    public async Task The_log_tells_each_request_once_and_each_new_try()
    {
        using var stage = new Stage(Replies.Error(500, "oops"), Replies.Reset(), Replies.Json(Replies.IssueJson));

        await stage.ReadAsync();

        Assert.Equal(
        [
            "GET /repos/acme/shop/issues/42 500",
            "trying again in 1 s: GET /repos/acme/shop/issues/42: 500 oops",
            "GET /repos/acme/shop/issues/42 no answer",
            "trying again in 2 s: GET /repos/acme/shop/issues/42: api.github.test cannot be reached or broke off: Error while sending.",
            "GET /repos/acme/shop/issues/42 200",
        ],
            stage.Trace);
    }
}
