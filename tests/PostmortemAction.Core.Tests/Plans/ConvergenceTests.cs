using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>Whatever people do between two runs: a run brings the incident to rest, and the next one has nothing to do.</summary>
public class ConvergenceTests
{
    private static readonly string[] Titles = ["Add an alert", "Add a loud alert", "Test the rollback", "Write a runbook for failover", "Add an alert"];

    /// <summary>What stands before a task that was copied from elsewhere.</summary>
    private static readonly string[] Heads = ["", "- ", "[ ] ", "[x] ", "(P1) ", "1. ", "**", "· "];

    private static readonly Dictionary<string, Action<World, int>> Steps = new()
    {
        ["state the tasks"] = (world, dice) => world.Record = world.Record with { Body = Body(dice, Titles.Where((_, i) => (dice >> i) % 2 == 1)) },
        ["reword the tasks"] = (world, dice) => world.Record = world.Record with { Body = Body(dice, Titles.Select(title => title + (dice % 2 == 0 ? " soon" : " today"))) },
        ["rename the incident"] = (world, dice) => world.Record = world.Record with { Title = "Incident: Login is " + (dice % 2 == 0 ? "down" : "slow") },
        ["comment"] = (world, dice) => world.Say(dice % 2 == 0 ? "/impact Half of the users" : "/root-cause A typo"),
        ["write into the document"] = (world, dice) => Write(world, dice, text => text.Insert(text.IndexOf('\n', Math.Min(dice * 7, text.Length - 1)) is var at and >= 0 ? at + 1 : text.Length, Theirs(dice) + "\n")),
        ["paste a row into the list of tasks"] = (world, dice) => Write(world, dice, text => $"{text.TrimEnd('\n')}\n- {Heads[dice % 8]}{Heads[dice / 8]}Page the team\n"),
        ["add a section"] = (world, dice) => Write(world, dice, text => $"{text}\n### Mine {dice}\n\n{Theirs(dice)}\n"),
        ["delete what stands below the impact"] = (world, dice) => Write(world, dice, text => text.IndexOf("## Impact", StringComparison.Ordinal) is var at and > 0 ? text[..at] : text),
        ["take the document away"] = (world, _) => world.Document = null,
        ["retitle the pull request"] = (world, dice) => world.Pull = world.Pull is null ? null : world.Pull with { Title = Theirs(dice) },
        ["write below our part of the pull request"] = (world, dice) => world.Pull = world.Pull is null ? null : world.Pull with { Body = world.Pull.Body + "\r\n\r\n" + Theirs(dice) },
        ["write into our part of the pull request"] = (world, dice) => world.Pull = world.Pull is null ? null : world.Pull with { Body = world.Pull.Body.Replace("### Assembled", "### Assembled " + Theirs(dice), StringComparison.Ordinal) },
        ["tick what the pull request lists"] = (world, _) => world.Pull = world.Pull is null ? null : world.Pull with { Body = world.Pull.Body.Replace("- [ ]", "- [X]", StringComparison.Ordinal) },
        ["retitle a follow-up"] = (world, dice) => Issue(world, dice, issue => issue with { Title = Theirs(dice) }),
        ["write into a follow-up"] = (world, dice) => Issue(world, dice, issue => issue with { Body = Theirs(dice) + "\n" + issue.Body }),
        ["delete the status comment"] = (world, _) => world.Status = null,
        ["write into the status comment"] = (world, dice) => world.Status = world.Status is null ? null : world.Status with { Body = world.Status.Body.Replace("### Postmortem", Theirs(dice), StringComparison.Ordinal) },
        ["close the pull request"] = (world, _) => world.Close(),
        ["merge the pull request"] = (world, dice) => (dice % 3 == 0 ? world.Merge : (Action)(() => { }))(),
        ["ask for it by command"] = (world, _) => world.Say("/postmortem reopen"),
        ["ask for it by label"] = (world, _) => world.Label(),
        ["lose the ledger"] = (world, _) => world.LoseLedger(),
        ["allow and forbid pull requests"] = (world, dice) => world.AllowsPullRequests = dice % 2 == 0,
        ["run"] = (world, _) => world.Run(),
    };

    [Fact]
    public void Whatever_people_do_the_incident_comes_to_rest() =>
        Prop.ForAll(Histories(), history =>
        {
            var world = new World();
            foreach (var (step, dice) in history)
            {
                Steps[step](world, dice);
            }

            // Reopening is a plan of its own: what else is to be done shows when it is open again.
            var runs = 0;
            world.AllowsPullRequests = true;
            while (world.Run().Changes.Count > 0)
            {
                Assert.True(++runs < 4, string.Join("; ", world.Plan().Changes.Select(change => change.Describe())));
            }

            Assert.Equal(world.Issues.Count, world.Issues.Values.DistinctBy(issue => issue.Task).Count());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Whatever_the_incident_does_no_word_of_peoples_is_lost() =>
        Prop.ForAll(Histories(), history =>
        {
            var world = new World();
            world.Run();
            foreach (var (step, dice) in history.Where(step => step.Step != "lose the ledger"))
            {
                Steps[step](world, dice);
                var said = Said(world);

                world.Run();

                Assert.Equal(said, Said(world));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static Arbitrary<(string Step, int Dice)[]> Histories() =>
        Arb.From(
            Gen.Frequency((3, Gen.Elements(Steps.Keys.ToArray())), (1, Gen.Constant("run"))).SelectMany(step => Gen.Choose(0, 63).Select(dice => (step, dice))).ArrayOf(),
            history => history.Select((_, i) => history.Where((_, j) => j != i).ToArray()));

    private static string Body(int dice, IEnumerable<string> tasks) =>
        Records.Body(("Impact", dice % 3 == 0 ? "All users" : "Some users"), ("Tasks", string.Join('\n', (dice % 2 == 0 ? tasks : tasks.Reverse()).Select(task => "- " + task))));

    private static string Theirs(int dice) => string.Create(CultureInfo.InvariantCulture, $"word-of-a-person-{dice}");

    private static void Write(World world, int dice, Func<string, string> edit)
    {
        Assert.InRange(dice, 0, 63);
        world.Document = world.Document is { Length: > 0 } text ? edit(text) : world.Document;
    }

    private static void Issue(World world, int dice, Func<(string Title, string Body, string Task), (string Title, string Body, string Task)> edit)
    {
        if (world.Issues.Count > 0)
        {
            var number = 100 + (dice % world.Issues.Count);
            world.Issues[number] = edit(world.Issues[number]);
        }
    }

    /// <summary>Every place with words of a person, and how often.</summary>
    private static List<string> Said(World world)
    {
        var places = new List<(string Name, string? Text)> { ("document", world.Document), ("title", world.Pull?.Title), ("body", world.Pull?.Body), ("status", world.Status?.Body) };
        places.AddRange(world.Issues.OrderBy(issue => issue.Key.Number).SelectMany(issue => new (string, string?)[] { ($"title {issue.Key}", issue.Value.Title), ($"body {issue.Key}", issue.Value.Body) }));
        return [.. places.Where(place => place.Text?.Contains(Theirs(0)[..^1], StringComparison.Ordinal) == true)
            .Select(place => place.Name + string.Join(',', place.Text!.Split('\n').Where(line => line.Contains("word-of-a-person", StringComparison.Ordinal)).Select(line => line.TrimEnd())))];
    }
}
