namespace PostmortemAction.GitHub;

/// <summary>A comment on an issue.</summary>
/// <param name="Minimized">Given when somebody hid the comment.</param>
public sealed record Comment(
    long Id,
    string? Body,
    string HtmlUrl,
    Account? User,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Minimized? Minimized);

/// <summary>Says that a comment is hidden.</summary>
public sealed record Minimized;
