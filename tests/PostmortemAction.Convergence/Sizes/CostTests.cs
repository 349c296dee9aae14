using System.Globalization;
using PostmortemAction.Convergence.BadInput;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sizes;

public class CostTests
{
    [Fact]
    public void A_first_publish_with_five_tasks_costs_19_requests()
    {
        var world = Worlds.Incident([.. Enumerable.Range(1, 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"- Harden service number {i}"))], 20);

        ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.True(world.GitHub.Requests.Count == 19, string.Join('\n', world.GitHub.Requests));
    }

    [Fact]
    public void All_comments_of_a_long_incident_that_is_over_are_asked_for_at_once_and_once()
    {
        var world = Worlds.TwoPagesOfComments();

        ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Equal(
            ["/graphql", "/repos/acme/shop/issues/12/comments?per_page=100", "/repos/acme/shop/issues/12/comments?per_page=100&page=2"],
            world.GitHub.Requests.Take(3).Select(request => request.Path).Order(StringComparer.Ordinal));
        Assert.Equal(2, world.GitHub.Requests.Count(request => !request.IsWrite && request.Path.Contains("/issues/12/comments", StringComparison.Ordinal)));
    }

    [Fact]
    public void While_a_long_incident_lasts_an_event_costs_one_request()
    {
        var world = Worlds.TwoPagesOfComments();
        world.GitHub.People.Unlabel("mira", world.Incident, "resolved");

        ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.Single(world.GitHub.Requests);
    }

    [Fact]
    public void A_comment_that_comes_while_a_long_incident_is_read_is_in_its_timeline()
    {
        var world = Worlds.TwoPagesOfComments();
        var isFirst = true;

        ActionInProcess.Run(world.GitHub, world.Incident, new()
        {
            Transport = inner => new Meanwhile(inner, (request, pass) =>
            {
                if (isFirst && request.RequestUri!.AbsolutePath == "/graphql")
                {
                    isFirst = false;
                    world.GitHub.People.Comment("mira", world.Incident, "09:59 The last of the sessions is back");
                }

                return pass();
            }),
        });

        Assert.Contains("The last of the sessions is back", world.Document(), StringComparison.Ordinal);
    }
}
