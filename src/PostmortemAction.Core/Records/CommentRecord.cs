using NodaTime;

namespace PostmortemAction.Core.Records;

/// <summary>One comment of the incident, as GitHub holds it.</summary>
/// <param name="AuthorMayWrite">Whether the author has write permission to the repository, asked live.</param>
/// <param name="Hidden">Whether somebody with permission hid it as spam, outdated or the like.</param>
/// <param name="Ours">Whether the action wrote it.</param>
public sealed record CommentRecord(
    long Id,
    string Author,
    bool AuthorIsBot,
    bool AuthorMayWrite,
    string Body,
    Instant CreatedAt,
    Instant UpdatedAt,
    string Url,
    bool Hidden,
    bool Ours)
{
    /// <summary>The kinds of reactions that it got, by GitHub's names, such as <c>rocket</c>.</summary>
    public IReadOnlyList<string> Reactions { get; init; } = [];
}
