using System.Globalization;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
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
            var (mark, colour) = Mark(problem.Level);
            var place = problem.Place is { } at ? $" [grey]({Markup.Escape(PlainText.Line(at))})[/]" : "";
            console.MarkupLine($"  [{colour}]{mark}[/] {Markup.Escape(problem.Message)} {Markup.Escape(problem.Fix)}{place}");
        }

        console.WriteLine();
    }

    /// <summary>One line for each finding: level, the file's line, code, what and what to do.</summary>
    public static void Print(Review review, IAnsiConsole console)
    {
        console.WriteLine();
        console.WriteLine($"Review of {PlainText.Line(review.Path)}: {Words.Count(review.Open.Count, "finding", "findings")}{(review.Waived.Count > 0 ? $", {Words.Count(review.Waived.Count, "more is", "more are")} waived" : "")}");
        foreach (var finding in review.Findings)
        {
            var (mark, colour) = Mark(finding.Level);
            var (level, rest) = finding.Waived is { } reason ? ("waived", PlainText.Line(reason)) : (mark, finding.Hint);
            console.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  [{colour}]{level}[/] line {finding.Line} [grey]{finding.Code}[/] {Markup.Escape(finding.Message)} {Markup.Escape(rest)}"));
        }
    }

    private static (string Mark, string Colour) Mark(ProblemLevel level) => level switch
    {
        ProblemLevel.Error => ("error", "red"),
        ProblemLevel.Warning => ("warning", "yellow"),
        _ => ("note", "grey"),
    };

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
