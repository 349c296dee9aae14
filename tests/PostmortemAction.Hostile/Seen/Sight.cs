namespace PostmortemAction.Hostile.Seen;

/// <summary>What was seen of one run: every text that left the product, by place, and what can be counted.</summary>
public sealed record Sight
{
    /// <summary>The texts of each place; a place that the product does not have has none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Texts { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The same run with harmless words in place of the input.</summary>
    public Sight? Baseline { get; init; }

    /// <summary>What somebody wrote.</summary>
    public string Input { get; init; } = "";

    public int ExitCode { get; init; }

    /// <summary>An exception that nobody caught.</summary>
    public string? Bug { get; init; }

    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>The outputs that action.yml names.</summary>
    public IReadOnlyList<string> DocumentedOutputs { get; init; } = [];

    public IReadOnlyList<SentRequest> Requests { get; init; } = [];

    /// <summary>The commit of the default branch when the run began.</summary>
    public string? DefaultCommit { get; init; }

    /// <summary>The run's own token.</summary>
    public string OwnToken { get; init; } = "";

    public long CpuMilliseconds { get; init; }

    public long Megabytes { get; init; }

    /// <summary>Numbers of the final state and of the run, by name.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    public string? Severity { get; init; }

    /// <summary>Names as they were read from a configuration.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Gives the path that the same run takes with another title.</summary>
    public Func<string, string?>? PathForTitle { get; init; }

    private static readonly string[] Notifying = ["pr_title", "pr_body", "task_title", "task_body", "status_comment", "commit_message"];

    /// <summary>The texts of a place or of several.</summary>
    public IEnumerable<string> Of(string sink) => sink switch
    {
        "all_notifying" => Notifying.SelectMany(Of),
        "all" => Of("doc").Concat(Notifying.SelectMany(Of)).Concat(Of("branch")).Concat(Of("path")).Concat(Of("outputs")).Concat(Of("summary")),
        "everything" => Of("all").Concat(Of("stdout")).Concat(Of("stderr")).Concat(Of("state")),
        _ => Texts.GetValueOrDefault(sink) ?? [],
    };
}
