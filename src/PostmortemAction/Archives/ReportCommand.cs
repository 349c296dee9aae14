using System.Text;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Archives;

/// <summary><c>report DIR [--json | --csv] [--since DATE] [--write]</c>: what a folder of postmortems says, from a local checkout.</summary>
/// <param name="console">For people.</param>
/// <param name="output">For data.</param>
/// <param name="progress">For what is to be said beside data.</param>
public sealed class ReportCommand(IAnsiConsole console, TextWriter output, IAnsiConsole progress, TimeProvider time)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The exit code.</returns>
    public int Run(string path, ReportOptions options)
    {
        try
        {
            var since = Since(options);
            var archive = Read(ArchiveFolder.Open(path));
            archive = since is { } day ? archive.From(day) : archive;
            if (options.Json)
            {
                output.Write(ArchiveJson.Of(archive) + "\n");
            }
            else if (options.Csv)
            {
                output.Write(ArchiveCsv.Of(archive));
                PreviewReport.Print(archive.Problems, progress);
            }
            else
            {
                ReportScreen.Print(archive, console);
            }

            if (options.Write)
            {
                Write(Path.Combine(path, ArchiveListing.IndexName), archive);
            }

            return 0;
        }
        catch (Exception e) when (LocalProblem.Of(e, "archive") is { } problems)
        {
            PreviewReport.Print(problems, options.Json || options.Csv ? progress : console);
            return 1;
        }
    }

    private static LocalDate? Since(ReportOptions options)
    {
        if (options is { Json: true, Csv: true })
        {
            throw Wrong("report-two-forms", "`--json` and `--csv` exclude each other.", "Leave one of them out.");
        }

        if (options is { Write: true, Since: not null })
        {
            throw Wrong("report-part-of-index", "`--write` writes the whole index, so `--since` does not go with it.", "Leave one of them out.");
        }

        return options.Since is not { } text ? null
            : LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value
            : throw Wrong("report-date-unreadable", $"{Quoted.Code(text)} is no date.", "Write it as `2024-04-14`.");
    }

    private Archive Read(ArchiveFolder folder)
    {
        var today = LocalDate.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!progress.Profile.Capabilities.Interactive)
        {
            return folder.Read(today, () => { });
        }

        return progress.Progress().AutoClear(true).Start(context =>
        {
            var bar = context.AddTask("reading postmortems", maxValue: Math.Max(1, folder.Count));
            return folder.Read(today, () => bar.Increment(1));
        });
    }

    private void Write(string path, Archive archive)
    {
        // A link would lead the writing to a file that nobody named.
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw Wrong("index-is-link", $"{Quoted.Code(path, 300)} is a link, so nothing was written.", "Put a file in its place.");
        }

        string? existing;
        try
        {
            existing = File.Exists(path) ? Utf8.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("index-not-text", $"{Quoted.Code(path, 300)} is not text in UTF-8, so nothing was written.", "Save it as UTF-8.");
        }

        var text = ArchiveBlock.Update(existing, ArchiveIndex.Of(archive), ArchiveListing.IndexName);
        if (text != existing)
        {
            File.WriteAllBytes(path, Utf8.GetBytes(text));
        }

        progress.WriteLine($"{(text == existing ? "Unchanged" : "Written")}: {PlainText.Line(path)}");
    }

    private static ProblemException Wrong(string code, string message, string fix) => new(Problem.Error(code, message, fix));
}
