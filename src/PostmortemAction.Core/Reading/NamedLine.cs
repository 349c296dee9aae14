using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>A line that names what stands on it or below it.</summary>
/// <param name="Id">The field that the name means; null for a heading that means none.</param>
/// <param name="Label">The name as it is written, without marks.</param>
/// <param name="Value">What stands behind the name on the same line.</param>
/// <param name="Level">The heading's level; 7 for a bold or plain line, which stands below every heading.</param>
/// <param name="IsItem">Whether it is an item of a list.</param>
public sealed record NamedLine(string? Id, string Label, string Value, int Level, bool IsItem)
{
    public const int PlainLevel = 7;

    private static readonly string[] Dashes = [" - ", " – ", " — "];

    /// <summary>With one of these a line says something and names nothing: "Root cause was a full disk".</summary>
    private static readonly string[] Verbs = ["is", "was", "are", "were", "has", "have", "had"];

    private static readonly Dictionary<string, string> Ids = FieldIds.Names
        .SelectMany(field => field.Names.Select(name => (name, field.Id))).ToDictionary(pair => pair.name, pair => pair.Id);

    /// <summary>The field that one of our own names means.</summary>
    public static string? IdOf(string name) => Ids.GetValueOrDefault(Bare(name));

    /// <summary>Reads a tidy line; null when it is plain text.</summary>
    /// <param name="labels">Further names, such as the labels of the team's form.</param>
    public static NamedLine? Read(string line, IReadOnlyDictionary<string, string> labels)
    {
        var text = line.Trim();
        if (text.Length is 0 or > 400)
        {
            return null;
        }

        if (text[0] == '|' && text.Trim('|').Split('|') is [var label, var cell] && Find(label, labels) is { } row)
        {
            // A table of facts: "| Users affected | 15% |".
            return new(row, Bare(label), cell.Trim(), PlainLevel, IsItem: true);
        }

        var level = Headings.Name(text) is not null ? text.Length - text.TrimStart('#').Length : PlainLevel;
        var isItem = Tidy.IsItem(text);
        var content = Headings.Name(text) ?? (isItem ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..] : text);
        content = content.Trim();

        var (name, value) = Split(content);
        var isSentence = level == PlainLevel && char.IsLetter(content[0]) && Bare(name).Split(' ').Skip(1).Any(Verbs.Contains) && !content.EndsWith('?') && !content.EndsWith(':');
        if ((Find(name, labels) ?? (isItem || isSentence || (value.Length > 0 && value[0] != '(') ? null : OfStem(Bare(name)))) is { } id)
        {
            return new(id, Bare(name), value, level, isItem);
        }

        // "Root cause" in a heading's first words: "## Root Cause of the Outage" is in the table; "## Root cause: DNS" has a value.
        return level < PlainLevel ? new(null, content.Trim('*', '_', ' ', ':'), "", level, false) : null;
    }

    /// <summary>The name before a colon, or the whole line; then brackets behind the name are a note, which is kept as the value.</summary>
    private static (string Name, string Value) Split(string content)
    {
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        var question = content.IndexOf('?', StringComparison.Ordinal);
        var cut = colon < 0 ? question : question < 0 ? colon : Math.Min(colon, question);
        if (cut > 0 && cut <= 70)
        {
            var before = content[..cut];
            var bracket = before.IndexOf('(', StringComparison.Ordinal);
            var note = bracket > 0 ? before[bracket..] + " " : "";
            var value = Emphasis.Close(before, content[(cut + 1)..], ' ', ':').Trim();
            return (bracket > 0 ? before[..bracket] : before, note + value);
        }

        if (Dashes.Select(dash => content.IndexOf(dash, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min() is var dashed and > 0
            && IdOf(content[..dashed]) is { } known && Emphasis.Close(content[..dashed], content[(dashed + 2)..], ' ').Trim() is var behind
            && (known is not (FieldIds.Started or FieldIds.Detected or FieldIds.Resolved) || Times.TimeScanner.All(behind).Count > 0))
        {
            // "Resolved - The fix holds" is what a status page says.
            return (content[..dashed], behind);
        }

        var open = content.IndexOf('(', StringComparison.Ordinal);
        return open > 0 ? (content[..open], content[open..].Trim('*', '_', '#')) : (content, "");
    }

    private static string? Find(string name, IReadOnlyDictionary<string, string> labels)
    {
        var bare = Bare(name);
        return bare.Length is 0 or > 60 ? null
            : labels.TryGetValue(bare, out var own) ? own
            : Ids.GetValueOrDefault(bare);
    }

    /// <summary>Names that are not in the table but say what they are: "Debugging timeline", "Root cause of the incident", "How we will prevent it".</summary>
    private static string? OfStem(string bare)
    {
        var words = bare.Split(' ');
        if (words.Length > 8)
        {
            return null;
        }

        var hasCause = bare.Contains("root cause", StringComparison.Ordinal) || bare.Contains("root-cause", StringComparison.Ordinal) || bare.Contains("rootcause", StringComparison.Ordinal);
        return hasCause && bare.Contains("resolution", StringComparison.Ordinal) ? FieldIds.CauseAndResolution
            : hasCause || bare.StartsWith("what caused", StringComparison.Ordinal) || bare.StartsWith("why it happened", StringComparison.Ordinal) ? FieldIds.RootCause
            : words[0] is "timeline" or "chronology" || words[^1] == "timeline" ? FieldIds.Timeline
            : words[0] is "resolution" || bare.StartsWith("how we fixed", StringComparison.Ordinal) || bare.StartsWith("how we solved", StringComparison.Ordinal) ? FieldIds.Resolution
            : words[0] is "tasks" or "task" || bare.StartsWith("action items", StringComparison.Ordinal) || bare.StartsWith("action points", StringComparison.Ordinal) || bare.StartsWith("next actions", StringComparison.Ordinal) ? FieldIds.Tasks
            : words[0].StartsWith("improve", StringComparison.Ordinal) || words[^1] == "improvements" || bare == "to improve" ? FieldIds.Improvements
            : words.Any(word => word.StartsWith("prevent", StringComparison.Ordinal)) || bare.StartsWith("lessons", StringComparison.Ordinal) || bare.Contains("avoid it", StringComparison.Ordinal)
                || bare is "takeaways" or "key takeaways" or "measures" or "what we are changing" ? FieldIds.Measures
            : words[^1] == "summary" ? FieldIds.Summary
            : null;
    }

    /// <summary>Lower case, without marks, numbering and pictures of emotion around it.</summary>
    public static string Bare(string name)
    {
        var fold = PlainText.Fold(name);
        var start = 0;
        while (start < fold.Length && !char.IsLetter(fold[start]) && fold[start] != '%')
        {
            start++;
        }

        var end = fold.Length;
        while (end > start && !char.IsLetterOrDigit(fold[end - 1]))
        {
            end--;
        }

        var bare = fold[start..end].Replace("’", "'", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Replace('_', ' ');
        bare = bare.StartsWith("the ", StringComparison.Ordinal) && bare.Length > 8 && !Ids.ContainsKey(bare) ? bare[4..] : bare;
        foreach (var tail in (string[])[" of the incident", " of the outage", " of the issue", " of the problem", " of incident", " of outage"])
        {
            bare = bare.EndsWith(tail, StringComparison.Ordinal) && !Ids.ContainsKey(bare) ? bare[..^tail.Length] : bare;
        }

        return bare;
    }
}
