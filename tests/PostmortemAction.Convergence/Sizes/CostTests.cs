using System.Globalization;
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
}
