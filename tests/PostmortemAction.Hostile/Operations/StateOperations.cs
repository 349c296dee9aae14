using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Operations;

/// <summary>What stands on GitHub when the run is over.</summary>
internal static class StateOperations
{
    public static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["status_comments_by_bot_eq"] = (sight, _, value) => RunOperations.Count(sight, "status_comments", value),
        ["status_comment_current"] = (sight, _, value) => (RunOperations.IsAtRest(sight) && sight.Counts.GetValueOrDefault("status_comments") == 1) == value.GetBoolean()
            ? null : "it is not there, or a second run changed something",
        ["tasks_by_bot_eq"] = (sight, _, value) => RunOperations.Count(sight, "tasks", value),
        ["docs_with_id_eq"] = (sight, _, value) => RunOperations.Count(sight, "documents", value),
        ["case_collisions_eq"] = (sight, _, value) => RunOperations.Count(sight, "case_collisions", value),
        ["human_bytes_lost_eq"] = (sight, _, value) => RunOperations.Count(sight, "human_bytes_lost", value),
        ["roundtrip"] = (sight, _, value) => (sight.Counts.GetValueOrDefault("states_unread") == 0 && RunOperations.IsAtRest(sight)) == value.GetBoolean()
            ? null : "what we wrote down reads back as something else",
        ["source_hash_recorded"] = (sight, _, value) => (sight.Counts.GetValueOrDefault("document_noted") == 1) == value.GetBoolean() ? null : "the document's fingerprint is not noted",
        ["eq_for"] = (sight, sink, value) => sight.PathForTitle?.Invoke(value.GetString()!) is var other && sight.Of(sink).SingleOrDefault() == other ? null
            : $"{sight.Of(sink).SingleOrDefault()} instead of {other}",
    };
}
