using System.Globalization;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Text;
using Spectre.Console;

namespace PostmortemAction.Archives;

/// <summary>What <c>verify</c> found, for people.</summary>
internal static class VerifyScreen
{
    /// <summary>Lines that are shown of one difference, and characters of each.</summary>
    private const int MostLines = 30;
    private const int LongestLine = 200;

    /// <param name="isKnown">Whether it is known what the action last wrote.</param>
    public static void Print(IReadOnlyList<ComparedSection> sections, bool isKnown, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Section", "Compared");
        foreach (var section in sections)
        {
            table.AddRow(Cell(Name(section)), Describe(section, isKnown));
        }

        console.Write(table);
        foreach (var section in sections)
        {
            Print($"{Name(section)}: what people changed", section.State == SectionState.Different ? null : section.Edit, console);
            Print($"{Name(section)}: what differs from the incident", section.State == SectionState.Different ? section.Edit : null, console);
            Print($"{Name(section)}: what the incident says since", section.News, console);
        }
    }

    public static void Print(IReadOnlyList<ProvenFigure> figures, IAnsiConsole console)
    {
        if (figures.Count == 0)
        {
            console.WriteLine("The document states no figure in its metadata or in a table of measures, so there is nothing to verify.");
            return;
        }

        var isCompared = figures.Any(figure => figure.ByIncident is not null);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Line", "Figure", "Stated", "Follows", "By the times", "How");
        if (isCompared)
        {
            table.AddColumns("By the incident", "How");
        }

        foreach (var figure in figures)
        {
            IEnumerable<string> cells = [figure.Line.ToString(CultureInfo.InvariantCulture), Cell(figure.Name), Cell(figure.Stated), Follows(figure), .. Cells(figure.ByText)];
            table.AddRow([.. cells, .. figure.ByIncident is { } incident ? Cells(incident) : []]);
        }

        console.Write(table);
        var wrong = figures.Count(figure => figure.IsLeftBehind);
        var sources = isCompared ? "the document or the incident" : "the document";
        console.WriteLine(wrong == 0 ? $"Every figure that can be derived from {sources} follows from it."
            : $"{Words.Count(wrong, "figure does", "figures do")} not follow: correct the figure or {(isCompared ? "what it is derived from" : "the time")}, whichever is wrong.");
    }

    private static string Follows(ProvenFigure figure) => figure.IsLeftBehind ? "[red]no[/]"
        : figure.ByText.Follows == true || figure.ByIncident?.Follows == true ? "yes" : "not known";

    private static string[] Cells(Derivation derivation) => [Cell(derivation.Value ?? ArchiveCells.Unknown), Cell(derivation.Because)];

    private static string Name(ComparedSection section) => section.Key switch
    {
        DocumentSection.FrontMatter => "Metadata",
        "" => "Before the first heading",
        var heading => PlainText.Line(heading),
    };

    private static string Describe(ComparedSection section, bool isKnown) => section.State switch
    {
        SectionState.Same => "[grey]same[/]",
        SectionState.Edited => section.News is null ? "[yellow]edited by people[/]" : "[yellow]edited by people, and the incident says something new[/]",
        SectionState.Behind => "[yellow]as the action wrote it; the incident says something else since[/]",
        SectionState.Different => isKnown ? "[yellow]people's; the incident gives one too[/]" : "[yellow]differs; who changed it is not known[/]",
        SectionState.Missing => isKnown ? "[yellow]missing; people took it out[/]" : "[yellow]missing[/]",
        SectionState.New => "[yellow]missing; the incident gives it since[/]",
        _ => "people's own",
    };

    private static void Print(string title, string? diff, IAnsiConsole console)
    {
        if (diff is null)
        {
            return;
        }

        console.WriteLine(title);
        var lines = diff.TrimEnd('\n').Split('\n');
        foreach (var line in lines.Take(MostLines))
        {
            var text = Markup.Escape($"  {line[..Math.Min(1, line.Length)]} {PlainText.Cut(PlainText.Line(line[Math.Min(1, line.Length)..]), LongestLine)}".TrimEnd());
            console.MarkupLine(line switch { ['+', ..] => $"[green]{text}[/]", ['-', ..] => $"[red]{text}[/]", _ => $"[grey]{text}[/]" });
        }

        if (lines.Length > MostLines)
        {
            console.WriteLine($"  … and {Words.Count(lines.Length - MostLines, "more line", "more lines")}");
        }

        console.WriteLine();
    }

    private static string Cell(string text) => Markup.Escape(PlainText.Line(text));
}
