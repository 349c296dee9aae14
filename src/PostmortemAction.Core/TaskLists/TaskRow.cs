using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.TaskLists;

/// <summary>A task as it stands in a document: an item of a list, or a row of a table.</summary>
public sealed class TaskRow(int line, string words, string? link, IssueKey? issue, bool? isTicked)
{
    private readonly Lazy<IncidentTask?> task = new(() => Read(words));
    private readonly Lazy<IncidentTask?> written = new(() => Read(MarkdownText.Line(words)));
    private readonly Lazy<string?> bareKey = new(() => Read(words) is { } task ? TaskReader.BareKey(task.Title) : null);

    /// <summary>Its line in the text, counted from zero.</summary>
    public int Line { get; } = line;

    /// <summary>What it says, as a task line: without box and issue.</summary>
    public string Words { get; } = words;

    /// <summary>The link to its issue, as it is written; null where there is none.</summary>
    public string? Link { get; } = link;

    /// <summary>Its issue; null where none is linked, be it that it has no number yet.</summary>
    public IssueKey? Issue { get; } = issue;

    /// <summary>Null where it has no box.</summary>
    public bool? IsTicked { get; } = isTicked;

    /// <summary>Whether it says that it is done: in a table the tick stands behind the issue. Null where nothing can say so.</summary>
    public bool? IsDone => IsTicked ?? Link?.EndsWith('✓');

    /// <summary>The columns of its table; null for an item of a list, which can say everything.</summary>
    internal TaskTable? Table { get; init; }

    /// <summary>Whether it has a place for an owner, a date, a priority and labels; where it has none, nobody took them away.</summary>
    public bool CanNameOwner => Table is null or { Owner: not null };

    /// <inheritdoc cref="CanNameOwner"/>
    public bool CanNameDue => Table is null or { Due: not null };

    /// <inheritdoc cref="CanNameOwner"/>
    public bool CanNamePriority => Table is null or { Priority: not null };

    /// <inheritdoc cref="CanNameOwner"/>
    public bool CanNameLabels => Table is null;

    /// <summary>As the incident would have it; null for a row that names none.</summary>
    public IncidentTask? Task => task.Value;

    /// <summary>As our own document would have it: the encoder may write some words in another way.</summary>
    public IncidentTask? Written => written.Value;

    /// <summary>See <see cref="TaskReader.BareKey"/>; null for a row that names no task.</summary>
    internal string? BareKey => bareKey.Value;

    /// <summary>Whether both say the same, however it is written.</summary>
    public bool SaysSameAs(TaskRow other) => Says(other.Task, other) || Says(other.Written, other);

    /// <inheritdoc cref="SaysSameAs"/>
    public bool Says(IncidentTask? other) => Says(other, this);

    /// <summary>Whether both name the same thing to be done, whoever does it and until when.</summary>
    public bool Names(IncidentTask? other) => other is not null && (Task?.Key == other.Key || Written?.Key == other.Key);

    private bool Says(IncidentTask? task, TaskRow other) => IsSame(Task, task, other) || IsSame(Written, task, other);

    private bool IsSame(IncidentTask? one, IncidentTask? other, TaskRow row) =>
        one is null || other is null ? one == other
            : one.Key == other.Key
                && (one.Due == other.Due || !CanNameDue || !row.CanNameDue)
                && (one.Priority == other.Priority || !CanNamePriority || !row.CanNamePriority)
                && (one.Labels.SequenceEqual(other.Labels) || !CanNameLabels || !row.CanNameLabels)
                && (string.Equals(one.Owner, other.Owner, StringComparison.OrdinalIgnoreCase) || !CanNameOwner || !row.CanNameOwner);

    private static IncidentTask? Read(string words) => TaskReader.Read([words], "", []) is [var task] ? task : null;
}
