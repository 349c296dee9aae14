using PostmortemAction.Convergence.BadInput;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.Views;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction.Convergence.Sizes;

/// <summary>What a long incident's comments say is read while GitHub is asked for events, and who of their authors may write.</summary>
public class ReadAheadTests
{
    [Theory]
    [InlineData(0, "/permission")]
    [InlineData(130, "/timeline")]
    public void What_comments_say_is_read_before_the_rest_is_answered(int announced, string rest)
    {
        var world = Worlds.TwoPagesOfComments();
        var isAnswered = false;
        var told = new List<(bool IsAnswered, string Body)>();

        world.GitHub.Time.Run(async () =>
        {
            using var connection = new Connection(world.GitHub, "first");
            using var transport = new Meanwhile(connection, async (request, pass) =>
            {
                var response = await pass();
                if (request.RequestUri!.AbsolutePath.EndsWith(rest, StringComparison.Ordinal))
                {
                    await Task.Delay(TimeSpan.FromSeconds(5), world.GitHub.Time);
                    isAnswered = true;
                }

                return response;
            });
            using var sender = new GitHubSender(new(Addresses.Api), new($"{Addresses.Api}/graphql"), SimulatedGitHub.JobToken, transport, world.GitHub.Time);
            var client = new GitHubClient(sender, "acme", "shop");
            var look = await FirstLook.TakeAsync(client, RepositoryQuestion.Of(world.Incident), isRepository: false, announced, _ => { }, CancellationToken.None);
            var host = await GitHubHost.OpenAsync(client, look, "acme/shop", "https://github.com", null, world.GitHub.Time, _ => { }, CancellationToken.None);
            await host.GlanceAsync(world.Incident, CancellationToken.None);
            return await host.ReadIncidentAsync(
                world.Incident, new RunSettings(), bodies => told.AddRange(bodies.Select(body => (isAnswered, body))), CancellationToken.None);
        });

        Assert.True(isAnswered);
        var first = told.DistinctBy(each => each.Body).ToList();
        Assert.Equal(130, first.Count);
        Assert.DoesNotContain(first, each => each.IsAnswered);
    }
}
