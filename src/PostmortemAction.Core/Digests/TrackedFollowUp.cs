using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Digests;

/// <summary>A follow-up issue as it is, and what its body notes of it.</summary>
/// <param name="Title">People's words.</param>
/// <param name="Incident">The number of its incident; null where it is not noted.</param>
public sealed record TrackedFollowUp(ArchiveFollowUp FollowUp, string Title, int? Incident);
