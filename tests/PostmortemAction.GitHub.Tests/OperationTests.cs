using System.Net;

namespace PostmortemAction.GitHub.Tests;

/// <summary>Which request each operation makes, and what it reads of the answer.</summary>
public sealed class OperationTests
{
    private readonly List<(string Method, string Path, string Body)> sent = [];

    [Fact]
    public async Task An_issue_tells_its_state_and_its_comments()
    {
        using var stage = new Stage(Note(Replies.IssueJson));

        var issue = await stage.ReadAsync();

        Assert.Equal(("closed", "completed", 3, Replies.ServerStart.AddMinutes(-30)), (issue!.State, issue.StateReason, issue.Comments, issue.UpdatedAt));
    }

    [Fact]
    public async Task An_update_of_an_issue_sends_only_what_changes()
    {
        using var stage = new Stage(Note(Replies.IssueJson));

        await stage.Client.UpdateIssueAsync(42, new(State: "closed", StateReason: "not_planned"), Stage.Cancellation);

        Assert.Equal([("PATCH", "/repos/acme/shop/issues/42", """{"state":"closed","state_reason":"not_planned"}""")], sent);
    }

    [Fact]
    public async Task An_update_of_a_pull_request_sends_only_what_changes()
    {
        using var stage = new Stage(Note(Replies.PullRequestJson));

        var pull = await stage.Client.UpdatePullRequestAsync(5, new(Body: "text"), Stage.Cancellation);

        Assert.Equal([("PATCH", "/repos/acme/shop/pulls/5", """{"body":"text"}""")], sent);
        Assert.Equal(("Postmortem", Replies.ServerStart.AddHours(-1), null), (pull.Title, pull.CreatedAt, pull.ClosedAt));
    }

    [Fact]
    public async Task A_pull_request_is_found_by_its_number()
    {
        using var stage = new Stage(Note(Replies.PullRequestJson), Replies.Error(404, "Not Found"));

        Assert.Equal(5, (await stage.Client.GetPullRequestAsync(5, Stage.Cancellation))!.Number);
        Assert.Null(await stage.Client.GetPullRequestAsync(6, Stage.Cancellation));
        Assert.Equal([("GET", "/repos/acme/shop/pulls/5", "")], sent);
    }

    [Fact]
    public async Task Sub_issues_are_added_in_one_request_and_those_that_were_refused_are_told()
    {
        using var stage = new Stage(Note("""{"data":{"s0":{"subIssue":{"id":"I_1"}},"s1":null},"errors":[{"type":"UNPROCESSABLE","path":["s1"],"message":"no"}]}"""));

        var added = await stage.Client.AddSubIssuesAsync("I_42", ["I_1", "I_2"], Stage.Cancellation);

        Assert.Equal(["I_1"], added);
        Assert.Equal(("POST", "/graphql"), (sent[0].Method, sent[0].Path));
        Assert.Contains("""{"query":"mutation($issue:ID!,$s0:ID!,$s1:ID!)""", sent[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(502)]
    public async Task Where_GraphQL_adds_no_sub_issues_none_counts_as_added(int status)
    {
        using var stage = new Stage(Replies.Error(status, "no"));

        Assert.Empty(await stage.Client.AddSubIssuesAsync("I_42", ["I_1"], Stage.Cancellation));
    }

    [Fact]
    public async Task The_settings_of_Actions_are_read_where_they_may_be_seen()
    {
        using var stage = new Stage(Note("""{"default_workflow_permissions":"read","can_approve_pull_request_reviews":true}"""), Replies.Error(404, "Not Found"));

        Assert.Equal(new("read", true), await stage.Client.GetWorkflowSettingsAsync(Stage.Cancellation));
        Assert.Null(await stage.Client.GetWorkflowSettingsAsync(Stage.Cancellation));
        Assert.Equal([("GET", "/repos/acme/shop/actions/permissions/workflow", "")], sent);
    }

    [Fact]
    public async Task A_label_of_any_characters_is_asked_for_by_its_name()
    {
        using var stage = new Stage(Note("""{"name":"kind/outage"}"""));

        Assert.Equal("kind/outage", (await stage.Client.GetLabelAsync("kind/outage", Stage.Cancellation))!.Name);
        Assert.Equal([("GET", "/repos/acme/shop/labels/kind%2Foutage", "")], sent);
    }

    [Theory]
    [InlineData("""{"default_branch":"main"}""", true, false, null)]
    [InlineData("""{"default_branch":"main","has_issues":false,"archived":true,"permissions":{"push":false}}""", false, true, false)]
    public async Task A_repository_tells_what_it_is_for_as_far_as_the_answer_says(string json, bool hasIssues, bool archived, bool? push)
    {
        using var stage = new Stage(Note(json));

        var repository = await stage.Client.GetRepositoryAsync(Stage.Cancellation);

        Assert.Equal(("main", hasIssues, archived, push), (repository.DefaultBranch, repository.HasIssues, repository.Archived, repository.Permissions?.Push));
    }

    [Fact]
    public async Task Folders_are_listed_in_one_request_with_the_modes_of_what_they_hold()
    {
        using var stage = new Stage(Note("""{"data":{"repository":{"f0":{"entries":[{"name":"docs","mode":16384},{"name":"link","mode":40960}]},"f1":null,"f2":{}}}}"""));

        var folders = await stage.Client.ListTreesAsync(["", "none", "file"], "c0ffee", Stage.Cancellation);

        Assert.Equal([[new("docs", 0x4000), new("link", 0xA000)], [], []], folders);
        Assert.Contains("\"variables\":{\"owner\":\"acme\",\"name\":\"shop\",\"e0\":\"c0ffee:\",\"e1\":\"c0ffee:none\",\"e2\":\"c0ffee:file\"}", Assert.Single(sent).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_GraphQL_refuses_folders_are_walked_to_one_by_one()
    {
        using var stage = new Stage(
            Note("""{"data":{"repository":null},"errors":[{"type":"NOT_FOUND","message":"No such place."}]}"""),
            Note("""{"tree":[{"type":"tree","path":"docs","mode":"040000","sha":"d0c5"},{"type":"blob","path":"a","mode":"100644","sha":"a"}],"truncated":false}"""),
            Note("""{"tree":[{"type":"blob","path":"link","mode":"120000","sha":"b"}],"truncated":false}"""));

        var folders = await stage.Client.ListTreesAsync(["docs"], "c0ffee", Stage.Cancellation);

        Assert.Equal([[new("link", 0xA000)]], folders);
        Assert.Equal(["/graphql", "/repos/acme/shop/git/trees/c0ffee", "/repos/acme/shop/git/trees/d0c5"], sent.Select(request => request.Path));
    }

    [Fact]
    public async Task Much_of_what_a_run_begins_with_is_one_request()
    {
        using var stage = new Stage(Note("""
            {"data":{"viewer":{"login":"github-actions[bot]"},"repository":{
              "defaultBranchRef":{"name":"main","target":{"oid":"c0ffee","tree":{"oid":"7ree"}}},
              "f0":{"text":"a: b","isTruncated":false},"f1":null,"f2":{"text":null,"isTruncated":false},"f3":{"text":"../elsewhere.yml","isTruncated":false},
              "t0":{"entries":[{"name":"forms","mode":16384}]},"t1":null,
              "d0":{"entries":[{"name":"x.yml","type":"blob","mode":33188,"object":{"text":"x","isTruncated":false}},{"name":"link","type":"blob","mode":40960,"object":{"text":"../y"}},{"name":"z","type":"tree","mode":16384,"object":{}}]},
              "r0":null,"r1":{"target":{"oid":"beef","message":"m","committedDate":"2024-04-14T12:00:00Z","tree":{"oid":"7"},"parents":{"nodes":[{"oid":"fade"}]}}},
              "pulls":{"nodes":[
                {"number":8,"title":"t","state":"MERGED","body":"b","url":"u","createdAt":"2024-04-14T12:00:00Z","closedAt":"2024-04-14T13:00:00Z","mergedAt":"2024-04-14T13:00:00Z","isCrossRepository":false,"headRefOid":"h","author":{"login":"github-actions","__typename":"Bot"}},
                {"number":7,"title":"t","state":"OPEN","body":"b","url":"u","createdAt":"2024-04-14T11:00:00Z","isCrossRepository":true,"headRefOid":"h","author":null}]},
              "issue":{"number":42,"title":"T","body":"B","url":"u","state":"OPEN","createdAt":"2024-04-14T10:00:00Z","updatedAt":"2024-04-14T10:00:00Z","closedAt":null,"author":{"login":"mira","__typename":"User"},"labels":{"nodes":[{"name":"incident"}]},"comments":{"totalCount":3}}}}}
            """));

        var answer = (await stage.Client.AskAsync(new(["a.yml", "none", "picture", "link.yml"], ["forms"], ["", "nowhere"], ["x/y", "heads/b"], "b", 42), Stage.Cancellation))!;

        Assert.Equal(("github-actions[bot]", "main", "c0ffee", "7ree"), (answer.Login, answer.DefaultBranch, answer.Base.Sha, answer.Base.Tree.Sha));
        Assert.Equal([("a.yml", "a: b"), ("none", null)], answer.Files.Select(file => (file.Key, file.Value)));
        Assert.Equal([new("forms/x.yml", "x")], answer.Folders["forms"]);
        Assert.Equal([new TreeItem("forms", 16384)], answer.Trees[""]);
        Assert.Empty(answer.Trees["nowhere"]);
        Assert.Null(answer.References["x/y"]);
        Assert.Equal(("beef", "m", "fade"), (answer.References["heads/b"]!.Sha, answer.References["heads/b"]!.Message, answer.References["heads/b"]!.Parents[0].Sha));
        Assert.Equal((8, "closed", "github-actions[bot]"), (Assert.Single(answer.Pulls).Number, answer.Pulls[0].State, answer.Pulls[0].User!.Login));
        Assert.Equal((42, "open", "incident", 3), (answer.Issue!.Number, answer.Issue.State, answer.Issue.Labels[0].Name, answer.Issue.Comments));
        Assert.Single(sent);
    }

    [Theory]
    [InlineData("""{"data":{"repository":null},"errors":[{"type":"FORBIDDEN","message":"No."}]}""")]
    [InlineData("""{"data":{"viewer":{"login":"x"},"repository":{"defaultBranchRef":null}}}""")]
    [InlineData("""{"data":{"viewer":{"login":"x"},"repository":{"defaultBranchRef":{"name":"main","target":{"oid":"a","tree":{"oid":"b"}}}}},"errors":[{"type":"RESOURCE_LIMITS_EXCEEDED","path":["repository","f0"],"message":"Too much."}]}""")]
    public async Task What_GraphQL_does_not_say_is_not_known_and_no_failure(string json)
    {
        using var stage = new Stage(Note(json));

        Assert.Null(await stage.Client.AskAsync(RepositoryQuestion.Of(null), Stage.Cancellation));
    }

    [Theory]
    [InlineData("""{"type":"NOT_FOUND","path":["repository","issue"],"message":"Could not resolve to an Issue with the number of 42."}""")]
    [InlineData("""{"type":"FORBIDDEN","path":["viewer"],"message":"Resource not accessible by integration"}""")]
    public async Task What_is_not_there_and_who_asks_leave_the_rest_of_an_answer_whole(string error)
    {
        using var stage = new Stage(Note($$$$"""{"data":{"viewer":null,"repository":{"defaultBranchRef":{"name":"main","target":{"oid":"a","tree":{"oid":"b"}}},"issue":null}},"errors":[{{{{error}}}}]}"""));

        Assert.Equal("main", (await stage.Client.AskAsync(RepositoryQuestion.Of(42), Stage.Cancellation))!.DefaultBranch);
    }

    [Theory]
    [InlineData("""{"data":{"repository":{"b0":null}},"errors":[{"type":"RESOURCE_LIMITS_EXCEEDED","path":["repository","b0"],"message":"Too much."}]}""")]
    [InlineData("""{"data":{"repository":[]}}""")]
    public async Task Files_that_GraphQL_does_not_tell_are_asked_for_otherwise(string json)
    {
        using var stage = new Stage(Note(json));

        Assert.Null(await stage.Client.ReadBlobsAsync(["main:a.md"], Stage.Cancellation));
    }

    [Fact]
    public async Task Whether_an_issue_was_deleted_is_asked_again_where_the_server_failed_and_told_where_it_refuses_F01()
    {
        using var stage = new Stage(Replies.Error(500, "oops"), Replies.Error(410, "Gone"), Replies.Error(404, "Not Found"), Replies.Error(403, "No."));

        Assert.True(await stage.Client.IsIssueDeletedAsync(42, Stage.Cancellation));
        Assert.False(await stage.Client.IsIssueDeletedAsync(42, Stage.Cancellation));
        await Stage.FailsAsync(() => stage.Client.IsIssueDeletedAsync(42, Stage.Cancellation));
    }

    [Fact]
    public async Task A_comment_is_made_found_and_deleted()
    {
        using var stage = new Stage(Note(Replies.CommentJson), Note(Replies.CommentJson), Note(null), Replies.Error(404, "Not Found"));

        var comment = await stage.Client.CreateCommentAsync(42, "text", Stage.Cancellation);
        Assert.Equal(comment.Id, (await stage.Client.GetCommentAsync(7, Stage.Cancellation))!.Id);
        await stage.Client.DeleteCommentAsync(7, Stage.Cancellation);
        await stage.Client.DeleteCommentAsync(7, Stage.Cancellation);

        Assert.Equal(
        [
            ("POST", "/repos/acme/shop/issues/42/comments", """{"body":"text"}"""),
            ("GET", "/repos/acme/shop/issues/comments/7", ""),
            ("DELETE", "/repos/acme/shop/issues/comments/7", ""),
        ],
            sent);
    }

    [Fact]
    public async Task A_deletion_whose_answer_got_lost_is_sent_again_F06()
    {
        using var stage = new Stage(Replies.Reset(), Replies.Error(404, "Not Found"));

        await stage.Client.DeleteCommentAsync(7, Stage.Cancellation);

        Assert.Equal(2, stage.Requests.Count);
    }

    [Fact]
    public async Task A_commit_tells_its_hash_its_parents_and_when_the_server_made_it()
    {
        using var stage = new Stage(Note(Replies.CommitJson));

        var commit = await stage.Client.CreateCommitAsync(new("m", "t", ["p"]), Stage.Cancellation);

        Assert.Equal(("abc", "t", Replies.ServerStart.AddHours(-1)), (commit.Sha, commit.Tree.Sha, commit.Committer!.Date));
        Assert.Equal(["p"], commit.Parents.Select(parent => parent.Sha));
    }

    [Fact]
    public async Task Whatever_makes_no_second_thing_is_repeatable()
    {
        using var stage = new Stage(Replies.Html(502));
        var client = stage.Client;
        var end = Stage.Cancellation;
        Func<Task>[] repeatable =
        [
            () => client.UpdateIssueAsync(1, new(), end),
            () => client.UpdateCommentAsync(1, "", end),
            () => client.DeleteCommentAsync(1, end),
            () => client.AddLabelsAsync(1, [], end),
            () => client.AddSubIssueAsync(1, 2, end),
            () => client.CreateReferenceAsync(new("refs/heads/a", "abc"), end),
            () => client.UpdateReferenceAsync("heads/a", "abc", end),
            () => client.CreateTreeAsync(new("abc", []), end),
            () => client.CreateCommitAsync(new("m", "t", []), end),
            () => client.UpdatePullRequestAsync(1, new(), end),
            () => client.GetOwnLoginAsync(end),
        ];
        Func<Task>[] creates =
        [
            () => client.CreateIssueAsync(new("", "", [], []), end),
            () => client.CreateCommentAsync(1, "", end),
            () => client.CreatePullRequestAsync(new("", "", "", ""), end),
        ];

        foreach (var send in repeatable)
        {
            Assert.Equal(4, await CountAsync(stage, send));
        }

        foreach (var send in creates)
        {
            Assert.Equal(1, await CountAsync(stage, send));
        }
    }

    [Fact]
    public async Task Each_request_says_who_we_are_and_which_version_of_the_API_we_speak()
    {
        HttpRequestMessage? seen = null;
        using var stage = new Stage((request, cancellation) =>
        {
            seen = request;
            return Replies.Json(Replies.IssueJson)(request, cancellation);
        });

        await stage.ReadAsync();

        Assert.Equal("Bearer ghs_secret", $"{seen!.Headers.Authorization}");
        Assert.Equal("postmortem-action/1.0", $"{seen.Headers.UserAgent}");
        Assert.Equal(["2022-11-28"], seen.Headers.GetValues("X-GitHub-Api-Version"));
        Assert.Equal("application/vnd.github+json", $"{seen.Headers.Accept}");
        Assert.DoesNotContain(stage.Trace, line => line.Contains("ghs_secret", StringComparison.Ordinal));
    }

    private static async Task<int> CountAsync(Stage stage, Func<Task> send)
    {
        var before = stage.Requests.Count;
        await Stage.FailsAsync(send);
        return stage.Requests.Count - before;
    }

    private Reply Note(string? json) => async (request, cancellation) =>
    {
        sent.Add((request.Method.Method, request.RequestUri!.PathAndQuery, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation)));
        return await (json is null ? Replies.Of(HttpStatusCode.NoContent, () => null) : Replies.Json(json))(request, cancellation);
    };
}
