using System.Globalization;
using System.Net;

namespace PostmortemAction.GitHub.Tests;

/// <summary>Lists of several pages: F25.</summary>
public sealed class PagesTests
{
    [Fact]
    public async Task Pages_are_followed_verbatim()
    {
        using var stage = new Stage(Page("/repositories/1/issues/42/comments?after=x%2Fy", 1, 2), Page(null, 3));

        var comments = await ListAsync(stage);

        Assert.Equal([1, 2, 3], comments.Select(comment => comment.Id));
        Assert.Equal("https://api.github.test/repositories/1/issues/42/comments?after=x%2Fy", stage.Requests[^1].Address.AbsoluteUri);
    }

    [Fact]
    public async Task A_comma_in_an_address_ends_it_not()
    {
        using var stage = new Stage(Page("/repositories/1/issues/42/comments?labels=a,b&after=x", 1, 2), Page(null, 3));

        var comments = await ListAsync(stage);

        Assert.Equal([1, 2, 3], comments.Select(comment => comment.Id));
    }

    [Fact]
    public async Task Pages_up_to_the_last_one_are_read_at_the_same_time_and_stay_in_order_F01()
    {
        const string list = "/repositories/1/issues/42/comments?per_page=100";
        var asked = 0;
        Reply later = (request, cancellation) => request.RequestUri!.Query.Split("page=")[^1] switch
        {
            "2" => Page(null, 2)(request, cancellation),
            "3" when asked++ == 0 => Replies.Html(502)(request, cancellation),
            "3" => Page(null, 3)(request, cancellation),
            "4" => Page($"{list}&page=5", 4)(request, cancellation),
            _ => Page(null, 5)(request, cancellation),
        };
        var first = Replies.CommentJson.Replace("\"id\":7", "\"id\":1", StringComparison.Ordinal);
        var go = new TaskCompletionSource();
        using var stage = new Stage(
            Replies.Json($"[{first}]", headers: ("Link", $"<https://api.github.test{list}&page=2>; rel=\"next\", <https://api.github.test{list}&page=4>; rel=\"last\"")),
            Replies.Later(go.Task, later));

        var comments = ListAsync(stage);
        Assert.Equal(4, stage.Requests.Count);
        go.SetResult();

        Assert.Equal([1, 2, 3, 4, 5], (await comments).Select(comment => comment.Id));
        Assert.Equal(6, stage.Requests.Count);
    }

    [Fact]
    public async Task Where_it_is_known_how_many_there_must_be_all_pages_are_asked_for_at_once_and_what_is_more_is_followed()
    {
        Reply page = (request, cancellation) => request.RequestUri!.Query.Split("&page=") switch
        {
            [_, "2"] => Page(null, 2)(request, cancellation),
            [_, "3"] => Page("/repos/acme/shop/issues/42/comments?per_page=100&page=4", 3)(request, cancellation),
            [_, "4"] => Page(null, 4)(request, cancellation),
            _ => Page("/repos/acme/shop/issues/42/comments?per_page=100&page=2", 1)(request, cancellation),
        };
        var go = new TaskCompletionSource();
        using var stage = new Stage(Replies.Later(go.Task, page));

        var comments = stage.Client.ListCommentsAsync(42, null, Stage.Cancellation, expected: 300);
        Assert.Equal(3, stage.Requests.Count);
        go.SetResult();

        Assert.Equal([1, 2, 3, 4], (await comments).Select(comment => comment.Id));
        Assert.Equal(4, stage.Requests.Count);
    }

    [Fact]
    public async Task Pages_that_turn_out_to_be_empty_cost_no_item()
    {
        using var stage = new Stage(Page(null, 1), Page(null));

        Assert.Equal([1], (await stage.Client.ListCommentsAsync(42, null, Stage.Cancellation, expected: 101)).Select(comment => comment.Id));
    }

    [Fact]
    public async Task What_moved_to_the_next_page_meanwhile_comes_once_F25()
    {
        using var stage = new Stage(Page("/next", 1, 2, 3), Page(null, 3, 4));

        Assert.Equal([1, 2, 3, 4], (await ListAsync(stage)).Select(comment => comment.Id));
    }

    [Fact]
    public async Task Of_what_came_twice_the_later_one_counts_F25()
    {
        using var issues = new Stage(
            Replies.Json($"[{Replies.IssueJson}]", headers: Replies.Next("https://api.github.test/next")),
            Replies.Json($"[{Replies.IssueJson.Replace("Down", "Up", StringComparison.Ordinal)}]"));
        using var pulls = new Stage(
            Replies.Json($"[{Replies.PullRequestJson}]", headers: Replies.Next("https://api.github.test/next")),
            Replies.Json($"[{Replies.PullRequestJson.Replace("open", "closed", StringComparison.Ordinal)}]"));

        Assert.Equal("Up", Assert.Single(await issues.Client.ListIssuesAsync(["incident"], null, Stage.Cancellation)).Title);
        Assert.Equal("closed", Assert.Single(await pulls.Client.ListPullRequestsAsync("a", Stage.Cancellation)).State);
    }

    [Fact]
    public async Task A_page_is_read_again_without_the_pages_before_it_F01_F26()
    {
        using var stage = new Stage(Page("/next", 1), Replies.Html(502), Replies.Json("[{"), Page(null, 2));

        Assert.Equal([1, 2], (await ListAsync(stage)).Select(comment => comment.Id));
        Assert.Equal(["/repos/acme/shop/issues/42/comments", "/next", "/next", "/next"], stage.Requests.Select(request => request.Address.AbsolutePath));
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_empty_but_a_later_page_must_be_there()
    {
        using var missing = new Stage(Replies.Error(404, "Not Found"));
        using var cut = new Stage(Page("/next", 1), Replies.Error(404, "Not Found"));

        Assert.Empty(await ListAsync(missing));
        Assert.Equal(HttpStatusCode.NotFound, (await Stage.FailsAsync(() => ListAsync(cut))).Status);
    }

    [Fact]
    public async Task The_next_page_is_never_on_another_host()
    {
        using var stage = new Stage(Page("https://evil.test/next", 1));

        Assert.True((await Stage.FailsAsync(() => ListAsync(stage))).HasMoved);
        Assert.Single(stage.Requests);
    }

    [Fact]
    public async Task Pages_that_go_round_come_to_an_end()
    {
        using var stage = new Stage(Page("/round", 1));

        Assert.Contains("more than 1000 pages", (await Stage.FailsAsync(() => ListAsync(stage))).Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Comment>> ListAsync(Stage stage) => stage.Client.ListCommentsAsync(42, null, Stage.Cancellation);

    private static Reply Page(string? next, params int[] ids)
    {
        var comments = ids.Select(id => Replies.CommentJson.Replace("\"id\":7", $"\"id\":{id.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal));
        var json = $"[{string.Join(',', comments)}]";
        return next is null ? Replies.Json(json) : Replies.Json(json, headers: Replies.Next(new Uri(new("https://api.github.test"), next).AbsoluteUri));
    }
}
