namespace PostmortemAction.GitHub;

/// <summary>Who made a commit. Where we leave that to GitHub, the date is the server's.</summary>
public sealed record CommitPerson(DateTimeOffset? Date);
