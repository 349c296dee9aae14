using System.Globalization;
using System.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>The documents as Markdown, a table for each year, the newest first.</summary>
internal static class ArchiveTable
{
    /// <summary>UTF-16 units. GitHub shows no Markdown file above 512 kB; this leaves room for what stands around it.</summary>
    private const int Room = 120_000;

    private const int LongestCell = 120;
    private const string Undated = "Without a date";

    /// <summary>A date breaks at its hyphens where its column is narrow; a name that is as wide keeps it in one line.</summary>
    private static readonly string WideDate = $"{new string('\u00A0', 7)}{ArchiveColumns.Date}{new string('\u00A0', 7)}";

    public static string Of(Archive archive)
    {
        var text = new StringBuilder();
        var year = (string?)null;
        var shown = 0;
        foreach (var row in archive.Rows)
        {
            var line = Line(row);
            if (text.Length + line.Length > Room)
            {
                break;
            }

            var name = row.Date?.Year.ToString("D4", CultureInfo.InvariantCulture) ?? Undated;
            if (name != year)
            {
                year = name;
                text.Append("\n## ").Append(name).Append("\n\n| ").AppendJoin(" | ", ArchiveColumns.All.Select(name => name == ArchiveColumns.Date ? WideDate : name)).Append(" |\n| ")
                    .AppendJoin(" | ", ArchiveColumns.All.Select(_ => "---")).Append(" |\n");
            }

            text.Append(line).Append('\n');
            shown++;
        }

        if (shown < archive.Rows.Count)
        {
            text.Append('\n').Append(Words.Count(archive.Rows.Count - shown, "more document is", "more documents are"))
                .Append(" not listed: GitHub would not show a longer file. The figures count all of them, and `report DIR --csv` lists them.\n");
        }

        return text.ToString().Trim('\n');
    }

    /// <summary>Documents as links that somebody can follow; of many only the first.</summary>
    public static string Links(IReadOnlyList<string> paths, int most = 10) =>
        string.Join(", ", paths.Take(most).Select(path => $"[{MarkdownText.Escape(PlainText.Cut(path, LongestCell))}]({ArchivePath.Link(path)})"))
        + (paths.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {paths.Count - most} more") : "");

    private static string Line(ArchiveRow row)
    {
        var cells = ArchiveCells.Of(row).Select((cell, i) => ArchiveColumns.All[i] switch
        {
            ArchiveColumns.Title => $"[{MarkdownText.Escape(PlainText.Cut(cell, LongestCell))}]({ArchivePath.Link(row.Path)})",
            ArchiveColumns.Severity or ArchiveColumns.Services => MarkdownText.Escape(PlainText.Cut(cell, LongestCell)),
            _ => Durations.Unbroken(cell),
        });
        return $"| {string.Join(" | ", cells)} |";
    }
}
