using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using Spectre.Console;

namespace PostmortemAction.Preview;

/// <summary>Prints a preview for people: in colour on a terminal, plain elsewhere.</summary>
internal static class PreviewReport
{
    public static void Print(RunResult result, IReadOnlyList<string> written, IAnsiConsole console)
    {
        if (result.Notice is { } notice)
        {
            console.MarkupLineInterpolated($"{notice}");
            return;
        }

        var postmortem = result.Postmortem!;
        console.MarkupLineInterpolated($"[bold]Incident {result.Number}[/]  {PlainText.Line(postmortem.Incident.Title)}");
        console.WriteLine();
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns(new TableColumn("Measure").NoWrap(), new TableColumn("Value").NoWrap(), new TableColumn("How"));
        foreach (var measure in postmortem.Measures)
        {
            table.AddRow(Markup.Escape(measure.Title), $"[bold]{Markup.Escape(MeasureTable.Value(measure))}[/]", $"[grey]{Markup.Escape(MeasureTable.How(measure).Replace("`", "", StringComparison.Ordinal))}[/]");
        }

        console.Write(table);
        console.WriteLine();
        PrintPlan(result.Plan!, result.Path!, console);
        Print(postmortem.Problems, console);
        if (written.Count > 0)
        {
            console.WriteLine("Written to look at:");
            foreach (var path in written)
            {
                console.MarkupLineInterpolated($"  [blue]{path}[/]");
            }
        }
    }

    public static void Print(IReadOnlyList<Problem> problems, IAnsiConsole console)
    {
        if (problems.Count == 0)
        {
            return;
        }

        console.WriteLine("To check:");
        foreach (var problem in problems)
        {
            var (mark, colour) = problem.Level switch
            {
                ProblemLevel.Error => ("error", "red"),
                ProblemLevel.Warning => ("warning", "yellow"),
                _ => ("note", "grey"),
            };
            var place = problem.Place is { } at ? $" [grey]({Markup.Escape(PlainText.Line(at))})[/]" : "";
            console.MarkupLine($"  [{colour}]{mark}[/] {Markup.Escape(problem.Message)} {Markup.Escape(problem.Fix)}{place}");
        }

        console.WriteLine();
    }

    private static void PrintPlan(Plan plan, string path, IAnsiConsole console)
    {
        console.WriteLine(plan.Changes.Count == 0 ? "Plan: nothing to do." : $"Plan: {Words.Count(plan.Changes.Count, "change", "changes")}, for {path}");
        foreach (var change in plan.Changes)
        {
            var (sign, colour) = change is UpdatePullRequest or UpdateStatusComment ? ("~", "yellow") : ("+", "green");
            console.MarkupLine($"  [{colour}]{sign}[/] {Markup.Escape(change.Describe())}");
        }

        console.WriteLine();
    }
}
