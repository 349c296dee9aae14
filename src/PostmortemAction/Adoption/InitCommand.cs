using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Adoption;

/// <summary><c>init [DIR]</c>: adds form, workflow and configuration to a clone. It asks nothing and overwrites nothing.</summary>
public static class InitCommand
{
    /// <returns>The exit code.</returns>
    public static int Run(string folder, IAnsiConsole console)
    {
        try
        {
            var clone = CloneFolder.Open(folder);
            var plan = AdoptionPlanner.Make(clone.Survey());
            var failures = new List<Problem>();
            foreach (var file in plan.Files)
            {
                console.MarkupLineInterpolated($"{Done(clone, file, failures)}{file.Path}");
                foreach (var line in file.Diff.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    console.MarkupLine($"    [{(line[0] switch { '+' => "green", '-' => "red", _ => "grey" })}]{Markup.Escape(line)}[/]");
                }
            }

            Tell(plan, failures, console);
            return failures.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (LocalProblem.Of(e, "init") is { } problems)
        {
            PreviewReport.Print(problems, console);
            return 1;
        }
    }

    private static string Done(CloneFolder clone, PlannedFile file, List<Problem> failures)
    {
        if (file.State != FileState.New)
        {
            return file.State == FileState.Unchanged ? "unchanged  " : "differs, left as it is; init would write:  ";
        }

        try
        {
            clone.Write(file.Path, file.Text);
            return "written    ";
        }
        catch (ProblemException e)
        {
            failures.AddRange(e.Problems);
            return "refused    ";
        }
    }

    private static void Tell(AdoptionPlan plan, List<Problem> failures, IAnsiConsole console)
    {
        console.WriteLine();
        foreach (var sentence in plan.Found)
        {
            console.MarkupLineInterpolated($"{sentence}");
        }

        PreviewReport.Print([.. failures, .. plan.Problems], console);
        if (failures.Count > 0)
        {
            return;
        }

        console.WriteLine("Left to do:");
        foreach (var (i, step) in plan.Left.Index())
        {
            console.MarkupLineInterpolated($"  {i + 1}. {step}");
        }
    }
}
