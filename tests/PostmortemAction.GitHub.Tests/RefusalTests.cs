using System.Net;

namespace PostmortemAction.GitHub.Tests;

/// <summary>A refusal is final and proves that there was no effect: F15, F17, F19, F21.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(RequestClass.Repeatable, 422, "Reference already exists")]
    [InlineData(RequestClass.Create, 422, "A pull request already exists for acme:postmortem/incident-42.")]
    [InlineData(RequestClass.Repeatable, 422, "Update is not a fast forward")]
    [InlineData(RequestClass.Repeatable, 409, "Conflict")]
    [InlineData(RequestClass.Read, 401, "Bad credentials")]
    [InlineData(RequestClass.Repeatable, 403, "Resource not accessible by integration")]
    [InlineData(RequestClass.Create, 403, "Unable to create comment because issue is locked.")]
    [InlineData(RequestClass.Create, 403, "Commenting is disabled on issues with more than 2500 comments")]
    public async Task A_refusal_is_told_at_once_and_in_GitHubs_words_F15_F17_F19_F21(RequestClass requestClass, int status, string message)
    {
        using var stage = new Stage(Replies.Error(status, message, ("x-ratelimit-remaining", "4999")));

        var e = await Stage.FailsAsync(() => stage.SendAsync(requestClass));

        Assert.Equal(((HttpStatusCode)status, message), (e.Status, e.Reason));
        Assert.False(e.IsAmbiguous || e.IsLimit || e.HasMoved);
        Assert.Single(stage.Requests);
        Assert.Equal(TimeSpan.Zero, stage.Time.Elapsed);
    }

    [Fact]
    public async Task A_refusal_names_the_permission_that_is_missing_F19()
    {
        using var stage = new Stage(
            Replies.Error(403, "Resource not accessible by integration", ("X-Accepted-GitHub-Permissions", "issues=write")));

        Assert.Equal("issues=write", (await Stage.FailsAsync(stage.CreateAsync)).AcceptedPermissions);
    }

    [Fact]
    public async Task A_reference_whose_creation_got_lost_already_exists_at_the_next_try_F02_F15()
    {
        using var stage = new Stage(Replies.Html(502), Replies.Error(422, "Reference already exists"));

        var e = await Stage.FailsAsync(() => stage.Client.CreateReferenceAsync(new("refs/heads/a", "abc"), Stage.Cancellation));

        Assert.Equal("Reference already exists", e.Reason);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_page_that_says_that_nothing_is_there_is_not_GitHubs_word_for_it(int status)
    {
        using var stage = new Stage(Replies.Html(status));

        Assert.True((await Stage.FailsAsync(stage.ReadAsync)).IsForeign);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task What_is_not_there_is_null_to_a_read_and_a_refusal_to_a_write(int status)
    {
        using var stage = new Stage(Replies.Error(status, "Gone"));

        Assert.Null(await stage.ReadAsync());
        Assert.Equal(status, (int?)(await Stage.FailsAsync(stage.RepeatableAsync)).Status);
        Assert.Equal(2, stage.Requests.Count);
    }

    [Theory]
    [InlineData("""{"message":"Validation Failed","errors":[{"field":"title","code":"missing_field"}]}""", "Validation Failed; title missing_field")]
    [InlineData("""{"message":"Validation Failed","errors":["body is too long"]}""", "Validation Failed; body is too long")]
    [InlineData("""{"message":"Validation Failed","errors":"one thing"}""", "Validation Failed; one thing")]
    [InlineData("""{"errors":[{"type":"FORBIDDEN","message":"no"}]}""", "FORBIDDEN: no")]
    [InlineData("""[1]""", "UnprocessableEntity")]
    [InlineData("<html>", "UnprocessableEntity")]
    public async Task Details_are_told_in_whatever_shape_they_come(string body, string reason)
    {
        using var stage = new Stage(Replies.Json(body, HttpStatusCode.UnprocessableEntity));

        Assert.Equal(reason, (await Stage.FailsAsync(stage.CreateAsync)).Reason);
    }
}
