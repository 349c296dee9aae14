using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sweeps;

public class RestTests
{
    public static TheoryData<string> Situations => [.. Situation.All.Select(situation => situation.Name)];

    [Theory]
    [MemberData(nameof(Situations))]
    public void Every_situation_comes_to_rest_in_one_run_and_a_second_run_writes_nothing(string name)
    {
        var situation = Situation.Named(name);
        var (github, incident) = situation.Begin();
        var first = ActionInProcess.Run(github, incident, new() { Event = situation.Event });
        Assert.True(first.ExitCode == 0, first.Log + first.Bug);
        var (state, count) = (github.FinalState(), github.Requests.Count);

        var second = ActionInProcess.Run(github, incident, new() { Event = situation.Event });

        Assert.True(second.ExitCode == 0, second.Log + second.Bug);
        Assert.DoesNotContain(github.Requests.Skip(count), request => request.IsWrite);
        Assert.Equal(state, github.FinalState());
        Assert.Empty(github.Violations);
    }
}
