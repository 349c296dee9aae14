using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>Two worlds that people cannot tell apart have the same text.</summary>
public class FinalStateTests
{
    [Fact]
    public async Task Numbers_and_order_do_not_matter()
    {
        var (one, other) = (Worlds.NoTasks().GitHub, Worlds.NoTasks().GitHub);
        other.Repository.SkipNumbers(5);
        var (a, b) = await MakeAsync(one, "a", "b");
        await StatusAsync(one, a, b);
        (b, a) = await MakeAsync(other, "b", "a");
        await StatusAsync(other, a, b);

        Assert.Equal(one.FinalState(), other.FinalState());
        Assert.Contains("Follow-ups: #<follow-up a>, #<follow-up b>", one.FinalState(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a label")]
    [InlineData("a text")]
    [InlineData("a state")]
    [InlineData("a file")]
    public void What_people_can_see_does_matter(string what)
    {
        var (github, incident) = Worlds.NoTasks();
        var before = github.FinalState();

        switch (what)
        {
            case "a label": github.People.Label("mira", incident, "follow-up"); break;
            case "a text": github.People.EditComment("jun", github.Repository.Comments[0].Id, "Else"); break;
            case "a state": github.People.EditIssue("mira", incident, state: "closed"); break;
            default: github.People.Push("mira", "topic", "a.md", "a"); break;
        }

        Assert.NotEqual(before, github.FinalState());
    }

    [Fact]
    public void The_actions_own_state_does_not()
    {
        var github = Worlds.NoTasks().GitHub;
        var before = github.FinalState();

        github.People.WriteRefGarbage("mira", "refs/postmortem/12");

        Assert.Equal(before, github.FinalState());
    }

    private static async Task<(object? First, object? Second)> MakeAsync(SimulatedGitHub github, string first, string second)
    {
        var api = new Api(github);
        var numbers = new List<object?>();
        foreach (var key in (string[])[first, second])
        {
            var made = await api.PostAsync("issues", new JsonMap { ["title"] = key, ["body"] = $"<!-- postmortem-action follow-up incident=12 task={key} -->" });
            numbers.Add(made.Map["number"]);
        }

        return (numbers[0], numbers[1]);
    }

    private static Task<Api.Seen> StatusAsync(SimulatedGitHub github, object? a, object? b) =>
        new Api(github).PostAsync("issues/12/comments", new JsonMap { ["body"] = $"<!-- postmortem-action status incident=12 -->\nFollow-ups: #{a}, #{b}" });
}
