namespace PostmortemAction.Core.Timelines;

/// <summary>The words from which an entry's kind is read: data, in the order in which they are tried.</summary>
internal static class KindNames
{
    /// <summary>Names that people put before an entry (<c>Misleading path: …</c>) or above several.</summary>
    public static IReadOnlyList<(EntryKind Kind, string[] Names)> Labels { get; } =
    [
        (EntryKind.MisleadingPath, ["misleading path", "misleading paths", "misleading-path", "misleading investigation", "dead end", "red herring"]),
        (EntryKind.Detection, ["detection", "detected", "issue detected", "issue detection", "detect"]),
        (EntryKind.Investigation, ["investigation", "investigating", "investigation initiated", "actions taken", "actions", "action"]),
        (EntryKind.Escalation, ["escalation", "escalated", "escalations"]),
        (EntryKind.Mitigation, ["mitigation", "mitigated", "mitigating", "workaround"]),
        (EntryKind.Resolution, ["resolution", "resolved", "issue resolved"]),
        (EntryKind.Communication, ["communication", "communicated", "status update"]),
    ];

    /// <summary>Phrases inside an entry. The first kind with a phrase in the text wins.</summary>
    public static IReadOnlyList<(EntryKind Kind, string[] Phrases)> Phrases { get; } =
    [
        (EntryKind.MisleadingPath, ["dead end", "dead ends", "red herring", "turned out to be wrong", "ruled out", "false lead", "no issues found", "nothing wrong with"]),
        (EntryKind.Resolution, ["resolved", "back to normal", "fully restored", "fully recovered", "all clear", "incident over", "service restored"]),
        (EntryKind.Mitigation, ["rolled back", "rollback done", "reverted", "failed over", "restarted", "hotfix deployed", "mitigated", "workaround in place"]),
        (EntryKind.Escalation, ["escalated", "escalating", "paged in", "called in", "handed over to"]),
        (EntryKind.Communication, ["status page", "told customers", "informed customers", "announced"]),
        (EntryKind.Detection, ["alert fired", "alerts fired", "alerted", "alerts triggered", "alert triggered", "alerts were triggered", "monitoring alert", "monitoring detected", "monitoring system", "monitoring alerts", "monitoring reports", "detected", "got paged", "was paged", "pager went", "pager goes", "customers report", "users report"]),
        (EntryKind.Investigation, ["investigat", "checked", "checking", "suspect", "looking at", "looking into", "found"]),
    ];

    /// <summary>Whether a kind was read from words of the entry, and not from a tag or label that somebody set.</summary>
    public static bool IsPhrase(string from) => Phrases.Any(kind => kind.Phrases.Contains(from));

    /// <summary>Words that take a phrase back: "not resolved", "until resolved".</summary>
    public static IReadOnlyList<string> Negations { get; } =
        ["not", "never", "cannot", "isn't", "wasn't", "aren't", "hasn't", "haven't", "won't", "doesn't", "don't", "until", "once", "when", "before", "if", "partially", "be"];

    /// <summary>How many words of the same sentence before a phrase may take it back: "has not yet been fully resolved".</summary>
    public const int NegationReach = 4;

    /// <summary>Words behind a phrase that give it another meaning: "the name resolved to the old address".</summary>
    public static IReadOnlyList<string> Diversions { get; } = ["to", "into", "from"];
}
