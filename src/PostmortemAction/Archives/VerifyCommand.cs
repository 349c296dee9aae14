using System.Globalization;
using System.Text;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Archives;

/// <summary><c>verify FILE</c>: whether the figures of a published postmortem still follow from its times.</summary>
public sealed class VerifyCommand(IAnsiConsole console)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The exit code: 1 where a figure does not follow, or the file cannot be read.</returns>
    public int Run(string path)
    {
        try
        {
            var figures = FigureProof.Of(Read(path), path, new RunSettings());
            Print(figures);
            return figures.Any(figure => figure.Follows == false) ? 1 : 0;
        }
        catch (Exception e) when (LocalProblem.Of(e, "verify") is { } problems)
        {
            PreviewReport.Print(problems, console);
            return 1;
        }
    }

    private static string Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(Problem.Error("verify-path-missing", $"There is no file {Quoted.Code(path, 300)}.", "Name a published postmortem."));
        }

        if (new FileInfo(path).Length > ArchiveFileProblem.MostBytes)
        {
            throw new ProblemException(ArchiveFileProblem.TooLarge(path));
        }

        try
        {
            return Strict.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new ProblemException(ArchiveFileProblem.NotText(path));
        }
    }

    private void Print(IReadOnlyList<ProvenFigure> figures)
    {
        if (figures.Count == 0)
        {
            console.WriteLine("The document states no figure in its metadata or in a table of measures, so there is nothing to verify.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Line", "Figure", "Stated", "Follows", "By the times", "How");
        foreach (var figure in figures)
        {
            var follows = figure.Follows switch { true => "yes", false => "[red]no[/]", null => "not known" };
            table.AddRow(figure.Line.ToString(CultureInfo.InvariantCulture), Cell(figure.Name), Cell(figure.Stated), follows, Cell(figure.Derived ?? ArchiveCells.Unknown), Cell(figure.Because));
        }

        console.Write(table);
        var wrong = figures.Count(figure => figure.Follows == false);
        console.WriteLine(wrong == 0 ? "Every figure that can be derived from the document follows from it."
            : $"{Words.Count(wrong, "figure does", "figures do")} not follow: correct the figure or the time, whichever is wrong.");
    }

    private static string Cell(string text) => Markup.Escape(PlainText.Line(text));
}
