using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Postmortems;

/// <summary>A task and the issue that stands for it.</summary>
/// <param name="Text">The key of the task's words as they are now; the task's own key is for good.</param>
/// <param name="Issue">The issue's number; null until it is created.</param>
/// <param name="IsDeferred">Whether its issue is made by a later run: GitHub bounds how much may be created at once.</param>
public sealed record FollowUp(IncidentTask Task, string Text, int? Issue, bool IsDeferred = false);
