using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sizes;

/// <summary>What the log of a run says. Virtual time stands still while nobody waits, so each step takes none.</summary>
public class LogTests
{
    [Fact]
    public void The_log_has_one_line_for_each_step_of_the_recipe_with_counts_and_times()
    {
        var world = Worlds.FirstPublish();

        var log = ActionInProcess.Run(world.GitHub, world.Incident).Log.Split('\n').Where(line => !line.StartsWith(':') && !line.StartsWith(' ') && line.Length > 0).ToList();

        Assert.Equal(5, log.Count);
        Assert.Matches(@"^Repository acme/shop: read at one commit of main in 0\.0 s\.$", log[0]);
        Assert.Matches(@"^Incident \d+: read 3 comments and \d+ events in \d+\.\d s\.$", log[1]);
        Assert.Matches(@"^Incident \d+: composed \d+ timeline entries, 3 tasks and \d+ problems? in \d+\.\d s\.$", log[2]);
        Assert.Matches(@"^Incident \d+: 6 changes made in \d+\.\d s, see https://github\.com/acme/shop/pull/\d+\.$", log[3]);
        Assert.Matches(@"^\d+ requests to GitHub\.$", log[4]);
    }

    [Fact]
    public void Long_work_tells_how_far_it_is_now_and_then()
    {
        var world = Worlds.Incident([.. Enumerable.Range(1, 25).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"- Harden service number {i}"))], 1_150);

        var log = ActionInProcess.Run(world.GitHub, world.Incident).Log;

        Assert.Equal(["reading comments 300 of 1,150", "reading comments 600 of 1,150", "reading comments 900 of 1,150"], Matches(log, "reading comments .*"));
        Assert.Equal(["creating follow-ups 12 of 25", "creating follow-ups 21 of 25"], Matches(log, "creating follow-ups .*"));
    }

    private static IEnumerable<string> Matches(string log, string pattern) => Regex.Matches(log, pattern).Select(match => match.Value);
}
