using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>A request stands still while others go on.</summary>
public class HoldTests
{
    private static readonly JsonMap Issue = new() { ["title"] = "A", ["body"] = "a" };
    private readonly SimulatedGitHub github = Worlds.NoTasks().GitHub;

    [Theory]
    [InlineData(HoldPoint.BeforeEffect, 1)]
    [InlineData(HoldPoint.AfterEffect, 2)]
    public void A_held_request_goes_on_when_it_is_released(HoldPoint point, int meanwhile)
    {
        var (seen, status) = github.Time.Run(async () =>
        {
            var connection = github.Connect();
            var hold = connection.HoldAt(1, point);
            var held = new Api(github, connection).PostAsync("issues", Issue);
            await hold.Reached;
            var count = github.Repository.Issues.Count;
            hold.Release();
            return (count, (await held).Status);
        });

        Assert.Equal((meanwhile, 201), (seen, status));
    }

    [Theory]
    [InlineData(HoldPoint.BeforeEffect, 1)]
    [InlineData(HoldPoint.AfterEffect, 2)]
    public void A_request_whose_time_passed_meanwhile_is_not_delivered_any_more(HoldPoint point, int issues)
    {
        var wasCancelled = github.Time.Run(async () =>
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), github.Time);
            var connection = github.Connect();
            var hold = connection.HoldAt(1, point);
            var held = new Api(github, connection).SendAsync(HttpMethod.Post, "issues", Issue, patience.Token);
            await hold.Reached;
            await Task.Delay(TimeSpan.FromMinutes(1), github.Time);
            hold.Release();
            return await Task.WhenAny(held) == held && held.IsCanceled;
        });

        Assert.True(wasCancelled);
        Assert.Equal(issues, github.Repository.Issues.Count);
    }
}
