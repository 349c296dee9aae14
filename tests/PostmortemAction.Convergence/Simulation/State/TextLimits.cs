namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>How long texts may be. GitHub counts code points.</summary>
internal static class TextLimits
{
    private const int MostTitle = 256;
    private const int MostBody = 65_536;

    public static void CheckIssue(string? title, string? body)
    {
        if (title is not null && string.IsNullOrWhiteSpace(title))
        {
            throw Refusal.Invalid("Issue", "title", "missing_field");
        }

        if (Length(title) > MostTitle)
        {
            throw Refusal.Invalid("Issue", "title", "custom", "title is too long (maximum is 256 characters)");
        }

        if (Length(body) > MostBody)
        {
            throw Refusal.Invalid("Issue", "body", "custom", "body is too long (maximum is 65536 characters)");
        }
    }

    public static void CheckComment(string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            throw Refusal.Invalid("IssueComment", "data", "unprocessable", "Body cannot be blank");
        }

        if (Length(body) > MostBody)
        {
            throw Refusal.Invalid("IssueComment", "data", "unprocessable", "Body is too long (maximum is 65536 characters)");
        }
    }

    private static int Length(string? text) => text is null || text.Length <= MostTitle ? text?.Length ?? 0 : text.EnumerateRunes().Count();
}
