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

    /// <summary>
    /// Words that take back what stands behind them in the same clause, however far: what nobody did, what somebody hopes for, asks or sets out to do.
    /// </summary>
    public static IReadOnlyList<string> Doubts { get; } =
    [
        "no", "nobody", "none", "nothing", "neither", "without", "anybody", "anyone", "hopefully", "hope", "hoping", "maybe", "perhaps", "should", "would", "could", "might", "must",
        "may have", "until", "unless", "once", "if", "whether", "as soon as", "have to", "has to", "need to", "needs to", "want to", "wants to", "trying to", "try to", "going to",
        "waiting for", "wait for", "get it", "get this", "get that", "get them", "get everything", "to get", "getting it", "getting this",
    ];

    /// <summary>Where a new clause begins, of which a doubt before it says nothing.</summary>
    public static IReadOnlyList<string> ClauseWords { get; } = ["and", "but", "so", "-", "–", "—"];

    /// <summary>With these two in a row begins a question, whether it ends with its mark or not: "Is it resolved".</summary>
    public static IReadOnlyList<string> QuestionVerbs { get; } = ["is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "can", "could"];

    public static IReadOnlyList<string> QuestionSubjects { get; } =
        ["it", "this", "that", "they", "we", "you", "i", "anybody", "anyone", "anything", "somebody", "someone", "everybody", "everyone", "everything", "the"];

    /// <summary>What a resolver resolves; it ends no incident.</summary>
    public static IReadOnlyList<string> Resolvable { get; } =
        ["name", "names", "hostname", "hostnames", "host", "hosts", "domain", "domains", "record", "records", "query", "queries", "lookup", "lookups", "address", "addresses"];

    /// <summary>Words behind a phrase that give it another meaning: "the name resolved to the old address", "restarted my laptop".</summary>
    public static IReadOnlyDictionary<string, string[]> Diversions { get; } = new Dictionary<string, string[]>
    {
        ["resolved"] = ["to", "into", "from", "fine"],
        ["restarted"] = ["my"],
    };
}
