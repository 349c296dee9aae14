using System.Net;
using System.Text.Json.Nodes;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Core.Ledgers;

namespace PostmortemAction.Convergence.BadInput;

/// <summary>What people, and GitHub, do between two requests.</summary>
public class MeanwhileTests
{
    private const string Words = "What a person wrote meanwhile";

    /// <summary>A request that changes a body, and the person who writes into the same body while GitHub asks us to wait.</summary>
    public static TheoryData<string, Action<World>> Bodies => new()
    {
        { "/issues/13", world => world.GitHub.People.EditIssue("mira", 13, body: $"{world.GitHub.Repository.Issue(13)!.Body}\n\n{Words}") },
        { "/pulls/16", world => world.GitHub.People.EditIssue("mira", 16, body: $"{world.GitHub.Repository.Issue(16)!.Body}\n\n{Words}") },
        { "/issues/comments/", world => world.GitHub.People.EditComment("mira", world.Status()!.Id, $"{world.Status()!.Body}\n\n{Words}") },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void What_people_write_while_GitHub_asks_us_to_wait_stays(string path, Action<World> write)
    {
        var world = Worlds.FirstPublish();
        ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        world.GitHub.People.EditIssue("mira", world.Incident, body: world.GitHub.Repository.Issue(world.Incident)!.Body!.Replace("- Add", "- Tell the team\n- Quickly add", StringComparison.Ordinal), title: "Login is still down");
        var limited = 0;

        var result = ActionInProcess.Run(world.GitHub, world.Incident, new()
        {
            Transport = inner => new Meanwhile(inner, async (request, pass) =>
            {
                if (request.Method != HttpMethod.Patch || !request.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal) || limited++ > 0)
                {
                    return await pass();
                }

                write(world);
                var limit = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("""{"message":"You have exceeded a secondary rate limit."}""") };
                limit.Headers.Add("Retry-After", "100");
                return limit;
            }),
        });

        Assert.Equal(0, result.ExitCode);
        Assert.True(limited > 1);
        Assert.Contains(Words, $"{world.GitHub.Repository.Issue(13)!.Body}{world.PullRequest()!.Body}{world.Status()!.Body}", StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_follow_up_that_was_moved_and_is_found_in_two_ways_is_one()
    {
        var world = Worlds.TwoRepositories();
        ActionInProcess.Run(world.GitHub, world.Incident);
        var moved = world.GitHub.Repository.Neighbour!.Issues[0];

        var result = ActionInProcess.Run(world.GitHub, world.Incident, new()
        {
            Transport = inner => new Meanwhile(inner, async (request, pass) =>
            {
                var answer = await pass();
                var (number, text) = (moved.Number, await answer.Content.ReadAsStringAsync());
                answer.Content = new StringContent(text.Replace($"acme/login/issues/{number}\"", "acme/login/issues/77\"", StringComparison.Ordinal).Replace($"\"number\":{number},", "\"number\":77,", StringComparison.Ordinal));
                return answer;
            }),
        });

        Assert.Null(result.Bug);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void What_GitHub_tells_in_part_is_asked_for_anew_and_not_taken_for_missing()
    {
        var world = Worlds.FirstPublish();
        world.GitHub.People.Commit("mira", "main", "Where postmortems go", [(".github/postmortem.yml", "directory: postmortems/shop\n")]);

        var result = ActionInProcess.Run(world.GitHub, world.Incident, new()
        {
            Transport = inner => new Meanwhile(inner, async (request, pass) =>
            {
                var answer = await pass();
                if (request.RequestUri!.AbsolutePath.EndsWith("/graphql", StringComparison.Ordinal) && JsonNode.Parse(await answer.Content.ReadAsStringAsync()) is { } json && json["data"]?["repository"]?["f0"] is not null)
                {
                    json["data"]!["repository"]!["f0"] = null;
                    json["errors"] = new JsonArray(new JsonObject { ["type"] = "RESOURCE_LIMITS_EXCEEDED", ["path"] = new JsonArray("repository", "f0"), ["message"] = "Something went wrong." });
                    answer.Content = new StringContent(json.ToJsonString());
                }

                return answer;
            }),
        });

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("postmortems/shop/", world.DocumentPath(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_have_been_made_is_noted_until_somebody_has_looked()
    {
        var world = Worlds.FirstPublish();

        // The follow-ups are made, the answers get lost, and looking for them fails too.
        var first = ActionInProcess.Run(world.GitHub, world.Incident, new()
        {
            Transport = inner => new Meanwhile(inner, async (request, pass) =>
            {
                var isCreation = request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/issues", StringComparison.Ordinal);
                var isLook = request.RequestUri!.Query.Contains("sort=created", StringComparison.Ordinal);
                using var answer = isCreation || isLook ? await pass() : null;
                return isCreation || isLook ? new(HttpStatusCode.BadGateway) : await pass();
            }),
        });

        Assert.Equal(1, first.ExitCode);
        Assert.Contains(Ledger(world).Run!.Intents, intent => intent.StartsWith("follow-up", StringComparison.Ordinal));

        Assert.Equal(0, ActionInProcess.Run(world.GitHub, world.Incident).ExitCode);
        Assert.Null(Ledger(world).Run);
        Assert.All(world.FollowUps(), task => Assert.Single(task));
        Rests(world);
    }

    [Fact]
    public void Of_two_pull_requests_with_the_same_file_the_second_tells_when_the_first_is_merged()
    {
        var world = Worlds.FirstPublish();
        var github = world.GitHub;
        var issue = github.Repository.Issue(world.Incident)!;
        var other = new World(github, github.People.OpenIssue("mira", issue.Title, issue.Body!, ["incident", "SEV2", "resolved"], github.Time.ServerNow));
        ActionInProcess.Run(github, world.Incident);
        ActionInProcess.Run(github, other.Incident);
        Assert.DoesNotContain("cannot merge", other.PullRequest()!.Body, StringComparison.Ordinal);

        github.People.Merge("mira", world.PullRequest()!.Number);
        github.Time.Advance(TimeSpan.FromMinutes(5));
        ActionInProcess.Run(github, other.Incident);

        Assert.Contains("came to the default branch after this branch began", other.PullRequest()!.Body, StringComparison.Ordinal);
        Rests(other);
    }

    [Fact]
    public void Who_merges_the_branch_with_a_pull_request_of_their_own_publishes_it()
    {
        var world = Worlds.FirstPublish();
        ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.People.ClosePullRequest("mira", world.PullRequest()!.Number);
        ActionInProcess.Run(world.GitHub, world.Incident);

        var theirs = world.GitHub.People.OpenPullRequest("mira", world.Branch, "Our postmortem", "Our words");
        world.GitHub.People.Merge("mira", theirs);
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Contains($"It was published with [#{theirs}]", world.Status()!.Body, StringComparison.Ordinal);
        Assert.Contains("postmortem-published", world.GitHub.Repository.Issue(world.Incident)!.Labels);
        Rests(world);
    }

    [Fact]
    public void A_row_that_is_added_ticked_is_one_change()
    {
        var world = Worlds.FirstPublish();
        ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        world.GitHub.People.EditFile("jun", world.Branch, world.DocumentPath()!, text => text.Replace("\n## Lessons", "- [x] Page the database team too\n\n## Lessons", StringComparison.Ordinal));

        var result = ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.NotNull(world.GitHub.Repository.Issues[^1].ClosedAt);
        Assert.Matches(@"(?m): [0-9]+ changes? made", result.Log);
        Rests(world);
    }

    [Fact]
    public void A_bug_that_one_incident_brings_to_light_keeps_no_other_from_its_postmortem()
    {
        var world = Worlds.FirstPublish();
        var github = world.GitHub;
        var other = github.People.OpenIssue("mira", "Incident: Search is down", github.Repository.Issue(world.Incident)!.Body!, ["incident", "SEV2", "resolved"], github.Time.ServerNow);

        var result = ActionInProcess.Run(github, world.Incident, new()
        {
            Inputs = new Dictionary<string, string> { ["issue-number"] = $"{world.Incident} {other}" },
            Transport = inner => new Meanwhile(inner, (request, pass) =>
                request.RequestUri!.AbsolutePath.EndsWith($"/issues/{world.Incident}/timeline", StringComparison.Ordinal) ? throw new InvalidOperationException("Our own mistake") : pass()),
        });

        Assert.Contains("Our own mistake", result.Bug!.ToString(), StringComparison.Ordinal);
        Assert.Contains($"Incident {world.Incident}: not done, because of a bug", result.Log, StringComparison.Ordinal);
        Assert.NotNull(new World(github, other).PullRequest());
        Assert.NotEmpty(result.Outputs["pull-request-number"]);
    }

    private static Ledger Ledger(World world) =>
        Core.Ledgers.Ledger.Parse(world.GitHub.Repository.Git.Commit(world.GitHub.Repository.Git.References[$"refs/{new LedgerRef(world.Incident)}"])!.Message, world.Incident)!;

    private static void Rests(World world)
    {
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        var before = world.GitHub.Requests.Count;
        ActionInProcess.Run(world.GitHub, world.Incident);
        Assert.DoesNotContain(world.GitHub.Requests.Skip(before), request => request.IsWrite);
    }
}
