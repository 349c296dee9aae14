using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Ledgers;

/// <summary>A task of which it is known which follow-up is its own.</summary>
/// <param name="Task">The task; its key is its follow-up's, for good.</param>
/// <param name="Text">The key of its words as they are now.</param>
public sealed record IdentifiedTask(IncidentTask Task, string Text);
