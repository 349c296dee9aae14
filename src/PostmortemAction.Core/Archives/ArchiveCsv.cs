using System.Globalization;
using System.Text;
using NodaTime.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>
/// The rows as CSV: https://www.rfc-editor.org/rfc/rfc4180. A spreadsheet takes a cell that begins with certain characters for a formula,
/// also one that somebody wrote into a title: <see href="https://owasp.org/www-community/attacks/CSV_Injection"/>.
/// </summary>
public static class ArchiveCsv
{
    /// <summary>Also as East Asian keyboards write them.</summary>
    private const string Formulas = "=+-@＝＋－＠";

    public static IReadOnlyList<string> Columns { get; } =
    [
        "path", "incident", "date", "title", "severity", "services", "duration_minutes", "time_to_detect_minutes",
        "users_affected_percent", "follow_ups", "follow_ups_open", "follow_ups_done", "follow_ups_dropped", "problems",
    ];

    public static string Of(Archive archive)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns).Append("\r\n");
        foreach (var row in archive.Rows)
        {
            string[] cells =
            [
                row.Path, Number(row.Incident), row.Date is { } date ? LocalDatePattern.Iso.Format(date) : "", row.Title ?? "", row.Severity ?? "", string.Join("; ", row.Services),
                Number(row.DurationMinutes), Number(row.DetectMinutes), row.UsersAffectedPercent?.ToString(CultureInfo.InvariantCulture) ?? "",
                Number(row.FollowUps), Number(row.Open), Number(row.Done), Number(row.Done is null ? null : row.Dropped), string.Join("; ", row.Problems.Select(problem => problem.Code)),
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string value)
    {
        var line = PlainText.Line(value);
        var harmless = line.Length > 0 && Formulas.Contains(line[0], StringComparison.Ordinal) ? $"'{line}" : line;
        return harmless.AsSpan().IndexOfAny(',', '"', ';') < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
