namespace PostmortemAction.Core.Archives;

/// <summary>What the archive tells of each document: the names of its columns for people.</summary>
public static class ArchiveColumns
{
    public const string Date = "Date";
    public const string Title = "Title";
    public const string Severity = "Severity";
    public const string Services = "Services";
    public const string Duration = "Duration";
    public const string Detect = "Time to detect";
    public const string Users = "Users affected";
    public const string FollowUps = "Follow-ups";

    public static IReadOnlyList<string> All { get; } = [Date, Title, Severity, Services, Duration, Detect, Users, FollowUps];
}
