using NodaTime;

namespace PostmortemAction.Core.Archives;

/// <summary>An incident before this one that it is like.</summary>
/// <param name="Path">Its postmortem's, from the repository's root.</param>
/// <param name="Score">How alike title and cause are, in hundredths: 100 for the same words.</param>
/// <param name="OpenFollowUps">Those of its follow-up issues that were still open when this one began.</param>
public sealed record EarlierIncident(string Path, string Title, LocalDate Date, int Score, IReadOnlyList<int> OpenFollowUps);
