using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>A row as plain text, in the order of <see cref="ArchiveColumns.All"/>. Some of it is people's, so each cell goes through an encoder of where it is shown.</summary>
public static class ArchiveCells
{
    public const string Unknown = "–";

    private const int LongestName = 20;

    public static IReadOnlyList<string> Of(ArchiveRow row) =>
    [
        row.Date is { } date ? LocalDatePattern.Iso.Format(date) : Unknown,
        Title(row),
        row.Severity ?? Unknown,
        row.Services.Count > 0 ? string.Join(", ", row.Services) : Unknown,
        Minutes(row.DurationMinutes),
        Minutes(row.DetectMinutes),
        row.UsersAffectedPercent is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:0.##} %") : Unknown,
        FollowUps(row),
    ];

    /// <summary>Where a document has no title, its file's name: something must be there to click on. It may be one word, and makes no table wider than a page.</summary>
    public static string Title(ArchiveRow row) => row.Title ?? PlainText.Cut(ArchivePath.Name(row.Path), LongestName);

    /// <summary>Short, for columns are narrow: <c>1 h 5 min</c>.</summary>
    public static string Minutes(long? minutes) => minutes is { } known ? Durations.Brief(Duration.FromMinutes(known)) : Unknown;

    private static string FollowUps(ArchiveRow row) => (row.FollowUps, row.Open, row.Done) switch
    {
        (null, _, _) => Unknown,
        (_, { } open, { } done) => string.Create(CultureInfo.InvariantCulture, $"{open} open, {done} done") + (row.Dropped > 0 ? string.Create(CultureInfo.InvariantCulture, $", {row.Dropped} dropped") : ""),
        ({ } all, _, _) => string.Create(CultureInfo.InvariantCulture, $"{all} named"),
    };
}
