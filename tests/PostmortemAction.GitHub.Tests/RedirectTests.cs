using System.Net;

namespace PostmortemAction.GitHub.Tests;

/// <summary>What has moved: F28.</summary>
public sealed class RedirectTests
{
    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    public async Task A_read_follows_two_redirects_on_the_same_host_F28(HttpStatusCode status)
    {
        using var stage = new Stage(To("/repositories/1/issues/42", status), To("https://api.github.test/repositories/2/issues/42", status), Replies.Json(Replies.IssueJson));

        Assert.Equal(42, (await stage.ReadAsync())!.Number);
        Assert.Equal("https://api.github.test/repositories/2/issues/42", stage.Requests[^1].Address.AbsoluteUri);
    }

    [Fact]
    public async Task A_third_redirect_is_not_followed_F28()
    {
        using var stage = new Stage(To("/round"));

        Assert.True((await Stage.FailsAsync(stage.ReadAsync)).HasMoved);
        Assert.Equal(3, stage.Requests.Count);
    }

    [Theory]
    [InlineData("https://evil.test/repos/acme/shop/issues/42")]
    [InlineData("http://api.github.test/repos/acme/shop/issues/42")]
    [InlineData("https://api.github.test:8443/repos/acme/shop/issues/42")]
    [InlineData("https://api.github.test@evil.test/")]
    [InlineData("//evil.test/")]
    [InlineData("file:///etc/passwd")]
    public async Task The_token_goes_to_no_other_place_F28(string location)
    {
        using var stage = new Stage(To(location, HttpStatusCode.TemporaryRedirect));

        var e = await Stage.FailsAsync(stage.ReadAsync);

        Assert.True(e.HasMoved);
        Assert.Contains("where the token must not go", e.Message, StringComparison.Ordinal);
        Assert.Single(stage.Requests);
    }

    [Theory]
    [InlineData(RequestClass.Repeatable, 307)]
    [InlineData(RequestClass.Create, 301)]
    [InlineData(RequestClass.Create, 308)]
    public async Task A_write_follows_nowhere_and_had_no_effect_F28(RequestClass requestClass, int status)
    {
        using var stage = new Stage(To("/repositories/1/issues", (HttpStatusCode)status));

        var e = await Stage.FailsAsync(() => stage.SendAsync(requestClass));

        Assert.True(e.HasMoved);
        Assert.False(e.IsAmbiguous);
        Assert.Single(stage.Requests);
    }

    [Fact]
    public async Task A_redirect_to_nowhere_is_told_F28()
    {
        using var stage = new Stage(Replies.Of(HttpStatusCode.Found, () => null));

        Assert.True((await Stage.FailsAsync(stage.ReadAsync)).HasMoved);
    }

    private static Reply To(string location, HttpStatusCode status = HttpStatusCode.MovedPermanently) =>
        Replies.Json("""{"message":"Moved"}""", status, ("Location", location));
}
