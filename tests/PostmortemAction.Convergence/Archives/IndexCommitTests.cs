using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Archives;

public class IndexCommitTests
{
    private static readonly Dictionary<string, string> Commit = new() { ["index"] = "commit" };

    [Fact]
    public void Where_the_settings_say_so_the_index_is_committed_to_the_default_branch_and_no_pull_request_is_opened()
    {
        var library = new Library();

        var result = library.Run(inputs: Commit);

        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        Assert.Empty(library.Pulls);
        Assert.Null(library.BranchHead);
        Assert.Contains("**3 postmortems**", library.OnMain(Library.Readme), StringComparison.Ordinal);
        Assert.All(library.GitHub.Violations, violation => Assert.Equal(InvariantNames.DefaultBranchUntouched, violation.Invariant));
        var count = library.GitHub.Requests.Count;
        library.Run(inputs: Commit);
        Assert.DoesNotContain(library.GitHub.Requests.Skip(count), request => request.IsWrite);
    }

    [Fact]
    public void When_somebody_pushes_in_between_the_run_begins_anew_and_nothing_is_lost()
    {
        for (var k = 2; k <= 10; k++)
        {
            var library = new Library();
            var person = FaultCatalogue.Person("somebody pushes", _ => library.Publish(4));

            var result = ActionInProcess.Run(library.GitHub, library.World.Incident, new() { Event = Library.Pushed, Inputs = Commit, Faults = [person.At(k)] });

            Assert.True(result.ExitCode == 0, result.Log + result.Bug);
            Assert.NotNull(library.OnMain(Library.Path(4)));
            library.Run(inputs: Commit);
            Assert.Contains("**4 postmortems**", library.OnMain(Library.Readme), StringComparison.Ordinal);
        }
    }
}
