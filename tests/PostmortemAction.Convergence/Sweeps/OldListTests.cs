using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sweeps;

public class OldListTests
{
    [Fact]
    public void A_list_that_lacks_the_incident_itself_does_not_say_that_a_follow_up_whose_answer_was_lost_is_missing()
    {
        var (undisturbed, world) = (Worlds.FirstPublish(), Worlds.FirstPublish());
        ActionInProcess.Run(undisturbed.GitHub, undisturbed.Incident);
        var create = 1 + undisturbed.GitHub.Requests.TakeWhile(request => !request.ToString().Contains("POST /repos/acme/shop/issues ", StringComparison.Ordinal)).Count();

        var first = ActionInProcess.Run(world.GitHub, world.Incident, new() { Faults = [Named("reset after the effect").At(create), Named("an empty list").From(create)] });
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        var second = ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.CheckAtRest();

        Assert.Equal((1, 0), (first.ExitCode, second.ExitCode));
        Assert.Empty(world.GitHub.Violations);
    }

    private static Fault Named(string name) => FaultCatalogue.All.Single(fault => fault.Name == name);
}
