using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>What a client sees of a fault, and what the server did.</summary>
public class FaultTests
{
    private static readonly JsonMap Issue = new() { ["title"] = "A", ["body"] = "a" };
    private readonly SimulatedGitHub github = Worlds.TwoPagesOfComments().GitHub;

    public static TheoryData<string> Ids => [.. Enumerable.Range(1, 34).Where(id => id is not 33 and not 34).Select(id => $"F{id:00}")];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_fault_between_client_and_server_is_in_the_catalogue(string id) => Assert.Contains(FaultCatalogue.All, fault => fault.Id == id);

    [Theory]
    [InlineData("F01", 500, 0)]
    [InlineData("F02", 502, 1)]
    [InlineData("F03", 504, 1)]
    [InlineData("F09", 403, 0)]
    [InlineData("F10", 403, 0)]
    [InlineData("F11", 429, 0)]
    [InlineData("F12", 403, 0)]
    [InlineData("F14", 422, 0)]
    [InlineData("F19", 401, 0)]
    [InlineData("F29", 201, 2)]
    public async Task A_write_is_answered_and_takes_effect_as_the_fault_says(string id, int status, int made)
    {
        var answer = await new Api(github, github.Connect().With(Fault(id).At(1))).RespondAsync(HttpMethod.Post, "issues", Issue, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((status, made), ((int)answer.StatusCode, github.Repository.Issues.Count - 1));
        Assert.Equal(made, Assert.Single(github.Requests).Effects.Count);
    }

    [Theory]
    [InlineData("F04", 0)]
    [InlineData("F05", 0)]
    [InlineData("F06", 1)]
    public async Task A_broken_connection_is_seen_as_such(string id, int made)
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => new Api(github, github.Connect().With(Fault(id).At(1))).PostAsync("issues", Issue));

        Assert.Equal(made, github.Repository.Issues.Count - 1);
    }

    [Fact]
    public async Task A_timeout_passes_the_clients_time_and_may_take_effect_later()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), github.Time);
        var api = new Api(github, github.Connect().With(Fault("F08").At(1)));

        await Assert.ThrowsAsync<TaskCanceledException>(() => api.SendAsync(HttpMethod.Post, "issues", Issue, patience.Token));

        Assert.Equal((TimeSpan.FromSeconds(31), 1), (github.Time.Elapsed, github.Repository.Issues.Count));
        github.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(2, github.Repository.Issues.Count);
    }

    [Fact]
    public async Task Whoever_sends_again_too_early_breaks_the_promise()
    {
        var api = new Api(github, github.Connect().With(Fault("F12").At(1)));
        await api.GetAsync("issues/12");
        github.Time.Advance(TimeSpan.FromSeconds(1799));
        await api.GetAsync("issues/12");

        Assert.Equal(InvariantNames.QuietWhenAsked, Assert.Single(github.Violations).Invariant);
    }

    [Fact]
    public async Task A_fault_can_last_to_the_end_of_the_run_and_no_longer()
    {
        var broken = new Api(github, github.Connect().With(Fault("F01").From(2)));

        Assert.Equal(200, (await broken.GetAsync("")).Status);
        Assert.Equal(500, (await broken.GetAsync("")).Status);
        Assert.Equal(500, (await broken.GetAsync("")).Status);
        Assert.Equal(200, (await new Api(github).GetAsync("")).Status);
    }

    [Fact]
    public async Task A_fault_that_does_not_apply_is_not_met()
    {
        var answer = await new Api(github, github.Connect().With(Fault("F20").At(1), Fault("F25").At(1))).GetAsync("issues/12/comments");

        Assert.Equal(200, answer.Status);
        Assert.Null(github.Requests[0].Fault);
    }

    [Fact]
    public async Task What_is_there_already_was_put_there_just_before()
    {
        var sha = github.Repository.Branch("main");
        var api = new Api(github, github.Connect().With(Fault("F15").At(1)));

        var answer = await api.PostAsync("git/refs", new JsonMap { ["ref"] = "refs/postmortem/12", ["sha"] = sha });

        Assert.Equal((422, "Reference already exists"), (answer.Status, answer.Message));
        Assert.Equal(sha, github.Repository.Git.References["refs/postmortem/12"]);
    }

    [Fact]
    public async Task Somebody_who_was_faster_moved_the_reference()
    {
        github.People.Commit("jun", "topic", "Add", ("a.md", "a"));
        var sha = github.Repository.Branch("topic");
        var api = new Api(github, github.Connect().With(Fault("F17").At(1)));

        var answer = await api.PatchAsync("git/refs/heads/topic", new JsonMap { ["sha"] = sha, ["force"] = false });

        Assert.Equal((422, "Update is not a fast forward"), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task Pages_drift_by_one()
    {
        var whole = (await new Api(github).GetAsync("issues/12/comments?per_page=100&page=2")).List;
        var faults = FaultCatalogue.All.Where(fault => fault.Id == "F25").ToList();

        var gone = (await new Api(github, github.Connect().With(faults[0].At(1))).GetAsync("issues/12/comments?per_page=100&page=2")).List;
        var came = (await new Api(github, github.Connect().With(faults[1].At(1))).GetAsync("issues/12/comments?per_page=100&page=2")).List;

        Assert.Equal((30, 29, 31), (whole.Count, gone.Count, came.Count));
    }

    [Fact]
    public async Task A_slow_body_arrives_a_byte_a_second_until_the_client_gives_up()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), github.Time);
        var slow = FaultCatalogue.All.First(fault => fault.Id == "F27");
        using var answer = await new Api(github, github.Connect().With(slow.At(1))).RespondAsync(HttpMethod.Get, "", cancellation: patience.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.Content.ReadAsByteArrayAsync(patience.Token));

        Assert.Equal(TimeSpan.FromSeconds(30), github.Time.Elapsed);
    }

    [Fact]
    public async Task Who_reads_an_endless_body_beyond_the_bound_is_told()
    {
        var endless = FaultCatalogue.All.Last(fault => fault.Id == "F27");
        using var answer = await new Api(github, github.Connect().With(endless.At(1))).RespondAsync(HttpMethod.Get, "", cancellation: TestContext.Current.CancellationToken);
        await answer.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        Assert.Equal(InvariantNames.BoundedAnswer, Assert.Single(github.Violations).Invariant);
    }

    [Fact]
    public async Task A_foreign_host_is_not_reached_and_the_token_that_goes_there_is_told()
    {
        var away = FaultCatalogue.All.Last(fault => fault.Id == "F28");
        var api = new Api(github, github.Connect().With(away.At(1)));
        using var answer = await api.RespondAsync(HttpMethod.Get, "issues/12", cancellation: TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<HttpRequestException>(() => api.GetAsync(answer.Headers.Location!.AbsoluteUri));

        Assert.Equal(InvariantNames.TokenStaysHome, Assert.Single(github.Violations).Invariant);
    }

    [Fact]
    public async Task A_killed_process_sends_nothing_more_and_the_world_goes_on()
    {
        var killed = new Api(github, github.Connect().With(FaultCatalogue.All.Last(fault => fault.Id == "F30").At(1)));

        await Assert.ThrowsAsync<RunKilledException>(() => killed.PostAsync("issues", Issue));
        await Assert.ThrowsAsync<RunKilledException>(() => killed.PostAsync("issues", Issue));

        Assert.Equal(2, github.Repository.Issues.Count);
        Assert.Equal(200, (await new Api(github).GetAsync("issues/13")).Status);
    }

    [Fact]
    public async Task An_interrupted_run_must_not_begin_a_write_later()
    {
        using var interrupt = new CancellationTokenSource();
        using var connection = new Connection(github, "run") { Interrupt = interrupt };
        var api = new Api(github, connection.With(FaultCatalogue.All.First(fault => fault.Id == "F31").At(1)));

        await Assert.ThrowsAsync<TaskCanceledException>(() => api.SendAsync(HttpMethod.Get, "", cancellation: interrupt.Token));
        github.Time.Advance(TimeSpan.FromSeconds(1));
        await api.PostAsync("issues", Issue);
        Assert.Empty(github.Violations);
        github.Time.Advance(TimeSpan.FromSeconds(1));
        await api.PostAsync("issues", Issue);

        Assert.Equal(InvariantNames.QuietAfterCancel, Assert.Single(github.Violations).Invariant);
    }

    [Fact]
    public async Task A_person_acts_just_before_a_request()
    {
        var locks = FaultCatalogue.Person("locks the incident", world => world.People.LockIssue("mira", 12));
        var api = new Api(github, github.Connect().With(locks.At(2)));

        Assert.Equal(201, (await api.PostAsync("issues/12/comments", new JsonMap { ["body"] = "a" })).Status);
        Assert.Equal(403, (await api.PostAsync("issues/12/comments", new JsonMap { ["body"] = "b" })).Status);
    }

    private static Fault Fault(string id) => FaultCatalogue.All.First(fault => fault.Id == id);
}
