using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Reviews;

/// <summary>A document with what the reading made of it, and where in the file it stands.</summary>
internal sealed class ReadDocument
{
    private static readonly Dictionary<string, string> NoLabels = [];

    private readonly List<(int Line, NamedLine Name)> names;
    private readonly List<(TimelineEntry Entry, int Line)> entries;
    private readonly Dictionary<string, int> tasks;
    private readonly List<Finding> findings = [];

    /// <param name="path">Its path in the repository.</param>
    public ReadDocument(string text, string path, RunSettings settings)
    {
        (Path, Settings) = (path, settings);
        Text = PlainText.Clean(text);
        Lines = Text.Split('\n');
        var front = FrontMatter.Read(Text);
        (Head, IsOurs) = (front.Lines, front.Values.ContainsKey("incident"));
        Fenced = Fences.Inside(Lines);

        // What a document does not say itself is an assumption, also where the team's configuration makes it.
        var record = new IncidentRecord(null, "", Text, null, null, null, path, [], FormDefinition.None, [], []);
        Postmortem = PostmortemAssembler.Assemble(record, settings with { TimeZoneChosen = false });

        names = [.. Enumerable.Range(Head, Lines.Length - Head).Where(i => !Fenced[i])
            .Select(i => (i + 1, NamedLine.Read(Lines[i], NoLabels)!)).Where(named => named.Item2 is not null)];
        var located = new Located(Lines);
        entries = [.. Postmortem.Timeline.Select(entry => (entry, located.Find(entry.Text, LineOf(FieldIds.Timeline))))];
        tasks = Postmortem.Incident.Tasks.ToDictionary(task => task.Key, task => located.Find(task.Title, LineOf(FieldIds.Tasks)));
    }

    public string Path { get; }

    public RunSettings Settings { get; }

    /// <summary>With LF line ends and without what nobody sees.</summary>
    public string Text { get; }

    public string[] Lines { get; }

    /// <summary>For each line whether it stands in a code fence.</summary>
    public bool[] Fenced { get; }

    /// <summary>How many lines the metadata at the top takes.</summary>
    public int Head { get; }

    /// <summary>Whether its metadata says that we wrote it.</summary>
    public bool IsOurs { get; }

    public Postmortem Postmortem { get; }

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>What people tell: rows that link to GitHub's own events tell nothing of what was done.</summary>
    public IEnumerable<TimelineEntry> Told => entries.Where(entry => !IsEvent(entry.Line)).Select(entry => entry.Entry);

    public string? Answer(string field) => Postmortem.Incident.Answers[field]?.Text;

    /// <summary>The title's line.</summary>
    public int Title => names.Find(named => named.Name.Level < NamedLine.PlainLevel).Line is var line and > 0 ? line
        : Array.FindIndex(Lines, Head, text => text.Trim().Length > 0) is var first and >= 0 ? first + 1 : 1;

    /// <summary>Where the first of these fields begins; the title where the document has none of them.</summary>
    public int LineOf(params IEnumerable<string> fields) => Find(fields) ?? Title;

    /// <summary>Null where the document has none of these fields.</summary>
    public int? Find(params IEnumerable<string> fields) => fields
        .Select(field => Postmortem.Incident.Answers[field] is { } answer && answer.Line > Head ? answer.Line : names.Find(named => named.Name.Id == field).Line)
        .FirstOrDefault(line => line > 0) is var line and > 0 ? line : null;

    public int LineOf(TimelineEntry entry) => entries.Find(each => ReferenceEquals(each.Entry, entry)).Line is var line and > 0 ? line : LineOf(FieldIds.Timeline);

    /// <summary>The task's line; 0 where it is not found.</summary>
    public int LineOfTask(string key) => tasks.GetValueOrDefault(key);

    /// <param name="isWhole">Whether it is about the document as a whole.</param>
    public void Tell(string code, int line, string? message = null, string? hint = null, bool isWhole = false)
    {
        var kind = FindingKinds.Of(code);
        findings.Add(new(kind, Math.Clamp(line, 1, Lines.Length), isWhole, SectionAt(line), message ?? kind.What, hint ?? kind.Hint));
    }

    /// <summary>As it is written: the name that the reading gives it is folded.</summary>
    private string SectionAt(int line)
    {
        var at = names.FindLast(named => named.Line <= line && (named.Name.Level < NamedLine.PlainLevel || (named.Name.Id is not null && !named.Name.IsItem))).Line;
        return at == 0 ? "" : (Headings.Name(Lines[at - 1]) ?? Lines[at - 1].Split(':')[0]).Trim('*', '_', '#', ':', ' ');
    }

    /// <summary>A row of a table whose proof, in the first or the last cell, is an event or a pull request.</summary>
    private bool IsEvent(int line) => line > 0 && Lines[line - 1].Split('|') is ["", var first, .., var last, _] && (IsEvent(first) || IsEvent(last));

    private static bool IsEvent(string cell) => cell.Contains("#event-", StringComparison.Ordinal) || cell.Contains("/pull/", StringComparison.Ordinal);
}
