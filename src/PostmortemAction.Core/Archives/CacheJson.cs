using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>The lines of <see cref="ArchiveCache"/>: plain values, snake case, what is absent is not known.</summary>
internal static class CacheJson
{
    /// <summary>Relaxed: the text goes into a file, never into a page's markup.</summary>
    private static readonly CacheContext Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Ten thousand years: no two dates are further apart.</summary>
    private const long MostMinutes = 10_000L * 366 * 1_440;

    /// <summary>More do not fit into a file of the size that is read; together they stay a number.</summary>
    private const int MostTasks = 200_000;

    public static string Write(ArchiveDocument document)
    {
        var row = document.Row;
        return JsonSerializer.Serialize(
            new(
                document.Path, document.Blob, row is null ? true : null, row?.Incident, Text(row?.Date), row?.Title, row?.Severity, List(row?.Services), row?.DurationMinutes, row?.DetectMinutes,
                row?.UsersAffectedPercent, row?.FollowUps, row?.Done, List(row?.FollowUpIssues), List(row?.Terms), List(row?.Gaps), List((row?.Problems ?? document.Problems).Select(Of).ToList())),
            Json.CacheDocument);
    }

    public static string Write(ArchiveFollowUp followUp) => JsonSerializer.Serialize(
        new(
            followUp.Number, Name(followUp.State), Text(followUp.CreatedAt), Text(followUp.ClosedAt), Text(followUp.Due), followUp.Owner),
        Json.CacheFollowUp);

    /// <returns>Null for what is not ours.</returns>
    public static ArchiveCache? Read(string text, out int? version)
    {
        var file = JsonSerializer.Deserialize(text, Json.CacheFile);
        version = file?.Version;
        if (file is not { Version: ArchiveCache.Version, Documents: { } documents, FollowUps: { } followUps })
        {
            return null;
        }

        var cache = new ArchiveCache([.. Whole(documents).Select(Of)], [.. Whole(followUps).Select(Of)]);
        var isOnce = cache.Documents.DistinctBy(document => document.Path).Count() == cache.Documents.Count
            && cache.FollowUps.DistinctBy(followUp => followUp.Number).Count() == cache.FollowUps.Count;
        return isOnce ? cache : null;
    }

    private static ArchiveDocument Of(CacheDocument line)
    {
        var problems = Whole(line.Problems).Select(Of).ToList();
        if (line is not { Path: { Length: > 0 } path, Blob: { Length: > 0 } blob })
        {
            throw new JsonException("A document without a path.");
        }

        return line.Unread == true ? new(path, blob, null, problems) : new(
            path,
            blob,
            new(
                path, Number(line.Incident), Date(line.Date), line.Title, line.Severity, Whole(line.Services), Minutes(line.DurationMinutes), Minutes(line.TimeToDetectMinutes), Percent(line.UsersAffectedPercent),
                Tasks(line.Tasks, MostTasks), Tasks(line.Done, line.Tasks ?? -1), false, [.. Whole(line.Gaps).Select(Ours)], problems)
            {
                FollowUpIssues = [.. (line.FollowUps ?? []).Select(number => Number(number)!.Value)],
                Terms = Whole(line.Terms),
            },
            []);
    }

    private static ArchiveFollowUp Of(CacheFollowUp line) => new(
        Number(line.Number)!.Value,
        Enum.GetValues<FollowUpState>().First(state => Name(state) == line.State),
        At(line.CreatedAt),
        At(line.ClosedAt),
        Date(line.Due),
        line.Owner);

    private static CacheProblem Of(Problem problem) => new(Name(problem.Level), problem.Code, problem.Message, problem.Fix, problem.Place);

    private static Problem Of(CacheProblem line) =>
        line is { Code: { } code, Message: { } message, Fix: { } fix } && code.All(c => char.IsAsciiLetterLower(c) || c == '-') && CacheWords.AreOurs(message) && CacheWords.AreOurs(fix)
            ? new(Enum.GetValues<ProblemLevel>().First(level => Name(level) == line.Level), code, message, fix, line.Place)
            : throw new JsonException("A problem that is none of ours.");

    private static ArchiveGap Ours(ArchiveGap gap) =>
        ArchiveColumns.All.Contains(gap.Column) && gap.Reason is { } reason && CacheWords.AreOurs(reason) ? gap : throw new JsonException("A reason that is none of ours.");

    private static long? Minutes(long? minutes) => minutes is < 0 or > MostMinutes ? throw new JsonException("A figure that no dates give.") : minutes;

    private static double? Percent(double? share) => share is < 0 or > 100 ? throw new JsonException("More than all users.") : share;

    private static int? Tasks(int? count, int most) => count < 0 || count > most ? throw new JsonException("More tasks than there are.") : count;

    private static int? Number(int? number) => number is < 1 ? throw new JsonException("A number that no issue has.") : number;

    private static string Name(ProblemLevel level) => level.ToString().ToLowerInvariant();

    private static string Name(FollowUpState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    private static string? Text(LocalDate? date) => date is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static string? Text(Instant? at) => at is { } known ? InstantPattern.General.Format(known) : null;

    private static Instant? At(string? text) => text is null ? null
        : InstantPattern.General.Parse(text).GetValueOrThrow() is var at && at.InUtc().Year > 0 ? at : throw new JsonException("A time before all years.");

    private static LocalDate? Date(string? text) => text is null ? null
        : LocalDatePattern.Iso.Parse(text).GetValueOrThrow() is { Year: > 0 } date ? date : throw new JsonException("A day before all years.");

    private static IReadOnlyList<T>? List<T>(IReadOnlyList<T>? list) => list is { Count: > 0 } ? list : null;

    private static IReadOnlyList<T> Whole<T>(IReadOnlyList<T>? list)
        where T : class => list is null ? [] : list.Contains(null!) ? throw new JsonException("A list with a hole.") : list;
}

/// <summary>A serialiser made at build time, as everywhere.</summary>
[JsonSerializable(typeof(CacheFile))]
internal sealed partial class CacheContext : JsonSerializerContext;

internal sealed record CacheFile(int? Version, IReadOnlyList<CacheDocument>? Documents, IReadOnlyList<CacheFollowUp>? FollowUps);

/// <param name="Unread">Whether it gave no row.</param>
/// <param name="Tasks">How many tasks it names.</param>
/// <param name="FollowUps">The issues that its tasks link.</param>
/// <param name="Terms">The words that its title and cause are compared by.</param>
internal sealed record CacheDocument(
    string? Path, string? Blob, bool? Unread, int? Incident, string? Date, string? Title, string? Severity, IReadOnlyList<string>? Services, long? DurationMinutes,
    long? TimeToDetectMinutes, double? UsersAffectedPercent, int? Tasks, int? Done, IReadOnlyList<int>? FollowUps, IReadOnlyList<string>? Terms,
    IReadOnlyList<ArchiveGap>? Gaps, IReadOnlyList<CacheProblem>? Problems);

internal sealed record CacheFollowUp(int Number, string? State, string? CreatedAt, string? ClosedAt, string? Due, string? Owner);

internal sealed record CacheProblem(string? Level, string? Code, string? Message, string? Fix, string? Place);
