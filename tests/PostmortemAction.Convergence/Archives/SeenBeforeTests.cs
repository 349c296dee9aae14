using System.Globalization;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.Times;

namespace PostmortemAction.Convergence.Archives;

public class SeenBeforeTests
{
    [Fact]
    public void A_new_incident_is_told_of_the_one_before_it_and_of_what_was_still_open()
    {
        var (library, open) = Indexed();

        library.RunIncident();

        var told = string.Create(
            CultureInfo.InvariantCulture,
            $"- 1.00: [Login is down](https://github.com/acme/shop/blob/main/postmortems/2025/login.md) of 2025-12-01; still open when this one began: [#{open}](https://github.com/acme/shop/issues/{open})");
        Assert.Contains("### Seen before\n\n", library.World.PullRequest()!.Body, StringComparison.Ordinal);
        Assert.Contains(told, library.World.PullRequest()!.Body, StringComparison.Ordinal);
        Assert.Contains(told, library.World.Status()!.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("docs/incidents")]
    public void The_question_that_a_run_begins_with_asks_for_the_index_too(string? directory)
    {
        var (with, without) = (Indexed(directory).Library, new Library(Worlds.FirstPublish()));
        var inputs = directory is null ? null : new Dictionary<string, string> { ["directory"] = directory };
        with.RunIncident(inputs);
        without.RunIncident(inputs);

        Assert.Equal(without.Rest(inputs), with.Rest(inputs));
        Assert.Contains("### Seen before", with.World.Status()!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_the_configuration_file_names_the_folder_it_takes_one_request_more()
    {
        var (with, without) = (Indexed("docs/incidents").Library, new Library(Worlds.FirstPublish()));
        with.GitHub.People.Commit("mira", "main", "Configure", (".github/postmortem.yml", "directory: docs/incidents\n"));
        with.RunIncident();
        without.RunIncident();

        Assert.Equal(without.Rest() + 1, with.Rest());
        Assert.Contains("### Seen before", with.World.Status()!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_answers_no_graphql_is_asked_for_the_index_by_itself()
    {
        var (library, _) = Indexed();

        var result = ActionInProcess.Run(library.GitHub, library.World.Incident, new() { Transport = next => new WithoutGraphQl(next) });

        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        Assert.Contains("### Seen before", library.World.Status()!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_index_is_no_reason_to_fail()
    {
        var (library, _) = Indexed();
        library.GitHub.People.Commit("mira", "main", "Oh", (Library.Data, "<<<<<<<"));

        library.RunIncident();

        Assert.DoesNotContain("### Seen before", library.World.Status()!.Body, StringComparison.Ordinal);
        library.Rest();
    }

    /// <summary>A repository with an incident that is over, and the index of a postmortem before it, of whose follow-ups one was there when it began.</summary>
    internal static (Library Library, int Open) Indexed(string? directory = null)
    {
        var world = Worlds.FirstPublish();
        var people = world.GitHub.People;
        int[] issues = [people.OpenIssue("mira", "Add an alert", "", [], VirtualTime.Start - TimeSpan.FromDays(30)), people.OpenIssue("mira", "Test it", "", [], VirtualTime.Start - TimeSpan.FromHours(1))];
        people.Commit("mira", "main", "Add a postmortem", ($"{directory ?? "postmortems"}/2025/login.md", string.Create(CultureInfo.InvariantCulture, $"""
            # Login is down

            - Services: Login API
            - Start: 2025-12-01 10:00 UTC

            ## Root cause

            A typo in the configuration of the login.

            ## Tasks

            - [#{issues[0]}](https://github.com/acme/shop/issues/{issues[0]}) Add an alert
            - [#{issues[1]}](https://github.com/acme/shop/issues/{issues[1]}) Test it
            """)));
        var library = new Library(world);
        library.RunWell(inputs: new Dictionary<string, string> { ["directory"] = directory ?? "" });
        people.Merge("mira", library.Pulls[0].Number);
        return (library, issues[0]);
    }

    private sealed class WithoutGraphQl(HttpMessageHandler next) : DelegatingHandler(next)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath.EndsWith("/graphql", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) { RequestMessage = request, Content = new StringContent("{\"message\":\"Not Found\"}") })
                : base.SendAsync(request, cancellationToken);
    }
}
