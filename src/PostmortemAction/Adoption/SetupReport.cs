using PostmortemAction.Actions;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using Spectre.Console;

namespace PostmortemAction.Adoption;

/// <summary>Tells what <c>doctor</c> saw: on a terminal, or in a job's log and summary.</summary>
internal static class SetupReport
{
    /// <returns>Whether something keeps it from working.</returns>
    public static bool Print(IReadOnlyList<SetupCheck> checks, IAnsiConsole console)
    {
        foreach (var check in checks)
        {
            var colour = check.Level switch { SetupLevel.Ok => "green", SetupLevel.Look => "yellow", _ => "red" };
            console.MarkupLine($"[{colour}]{check.Name}[/]: {Markup.Escape(check.Text)}");
        }

        console.WriteLine();
        console.WriteLine(Sum(checks));
        return Fails(checks);
    }

    /// <returns>Whether something keeps it from working.</returns>
    public static bool Tell(IReadOnlyList<SetupCheck> checks, ActionsRuntime runtime)
    {
        foreach (var check in checks)
        {
            runtime.Step($"{check.Name}: {check.Text}");
        }

        foreach (var check in checks.Where(check => check.Level == SetupLevel.ToDo))
        {
            runtime.Tell(Problem.Error("setup", check.What, check.ToDo ?? ""));
        }

        var lines = string.Join('\n', checks.Select(check => $"- **{check.Name}**: {check.Text}"));
        runtime.Summarize($"## Is everything in place?\n\n{Sum(checks)}\n\n{lines}\n");
        return Fails(checks);
    }

    private static bool Fails(IReadOnlyList<SetupCheck> checks) => checks.Any(check => check.Level == SetupLevel.ToDo);

    private static string Sum(IReadOnlyList<SetupCheck> checks) => checks.Count(check => check.Level == SetupLevel.ToDo) is var count and > 0
        ? $"{Words.Count(count, "thing is", "things are")} to do before it works." : "Nothing keeps it from working.";
}
