using NodaTime;
using PostmortemAction.Core.Forms;

namespace PostmortemAction.Core.Records;

/// <summary>What GitHub holds about one incident: plain data, nothing interpreted.</summary>
/// <param name="Number">The number; null when a bare Markdown file is read.</param>
/// <param name="CreatedAt">When it was filed; null when a bare Markdown file is read.</param>
/// <param name="Form">The issue form that it was filed with, as far as the repository has one.</param>
public sealed record IncidentRecord(
    int? Number,
    string Title,
    string Body,
    string? Author,
    Instant? CreatedAt,
    Instant? ClosedAt,
    string Url,
    IReadOnlyList<string> Labels,
    FormDefinition Form,
    IReadOnlyList<CommentRecord> Comments,
    IReadOnlyList<EventRecord> Events)
{
    /// <summary><c>owner/name</c> of the repository that holds it; null when a bare Markdown file is read.</summary>
    public string? Repository { get; init; }

    /// <summary>The same in the order of time, however it was listed. An id that is longer was given later.</summary>
    public IncidentRecord InOrder() => this with
    {
        Comments = [.. Comments.OrderBy(comment => comment.CreatedAt).ThenBy(comment => comment.Id)],
        Events = [.. Events.OrderBy(e => e.At).ThenBy(e => e.Url.Length).ThenBy(e => e.Url, StringComparer.Ordinal)],
    };
}
