using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>
/// Splits an issue's body into answers. GitHub stores a submitted form as <c>### Label</c>, blank line, value, blank line;
/// people's own text may hold such lines too, so only a label that the form knows begins an answer, each once.
/// A body that carries none of the form's labels is free text, see <see cref="FreeText"/>.
/// </summary>
public static class BodyReader
{
    /// <param name="names">Further names of sections by the team's configuration.</param>
    public static Answers Read(string? body, FormDefinition form, IReadOnlyDictionary<string, string>? names = null)
    {
        var lines = PlainText.Clean(body).Split('\n');
        var labels = Labels(form);
        var boundaries = Boundaries(lines, labels);
        return IsForm(lines, boundaries, form)
            ? Collect(lines, boundaries)
            : FreeText.Read(string.Join('\n', lines), Named(labels, names));
    }

    private static Dictionary<string, string> Named(Dictionary<string, string> labels, IReadOnlyDictionary<string, string>? names)
    {
        foreach (var (name, id) in names ?? new Dictionary<string, string>())
        {
            labels[NamedLine.Bare(name)] = id;
        }

        return labels;
    }

    /// <summary>A submitted form begins with a label; one that somebody edited still has a label as its first heading and carries most of them.</summary>
    private static bool IsForm(string[] lines, List<(string Id, string Label, int Line)> boundaries, FormDefinition form) =>
        boundaries.Count > 0
        && Array.FindIndex(lines, line => Headings.Name(line) is not null) == boundaries[0].Line
        && (boundaries.Count * 2 >= form.Fields.Count || Array.FindIndex(lines, line => line.Trim().Length > 0) == boundaries[0].Line);

    /// <summary>Where the form's fields begin: each label once, outside code.</summary>
    private static List<(string Id, string Label, int Line)> Boundaries(string[] lines, Dictionary<string, string> labels)
    {
        var fenced = Fences.Inside(lines);
        var found = new SortedDictionary<int, string>();
        var seen = new HashSet<string>();
        Look(i => !fenced[i], labels.GetValueOrDefault);

        // A fence left open in one answer ends with the next one's: a label that stands nowhere else, set off as GitHub does, was swallowed by it.
        Look(i => fenced[i] && IsSetOff(lines, i), labels.GetValueOrDefault);

        // A label that the team has renamed since: known by our own names for its field.
        var renamed = labels.Values.Where(id => !seen.Contains(id)).ToHashSet();
        Look(i => !fenced[i] && IsSetOff(lines, i), name => NamedLine.IdOf(name) is { } id && renamed.Contains(id) ? id : null);
        return [.. found.Select(entry => (entry.Value, Headings.Name(lines[entry.Key])!, entry.Key))];

        void Look(Func<int, bool> counts, Func<string, string?> idOf)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (counts(i) && !found.ContainsKey(i) && FormLabel(lines[i]) is { } name && idOf(name) is { } id && seen.Add(id))
                {
                    found[i] = id;
                }
            }
        }
    }

    private static bool IsSetOff(string[] lines, int i) =>
        (i == 0 || lines[i - 1].Trim().Length == 0) && (i + 1 >= lines.Length || lines[i + 1].Trim().Length == 0);

    private static Answers Collect(string[] lines, List<(string Id, string Label, int Line)> parts)
    {
        var byId = new Dictionary<string, Answer>();
        var extra = new List<Answer>();
        for (var p = 0; p < parts.Count; p++)
        {
            var (id, label, line) = parts[p];
            var end = p + 1 < parts.Count ? parts[p + 1].Line : lines.Length;
            var answer = new Answer(label, Value(lines[(line + 1)..end]), line + 2);
            if (answer.Text.Length == 0)
            {
                continue;
            }

            if (IsKnown(id))
            {
                byId[id] = answer;
            }
            else
            {
                extra.Add(answer);
            }
        }

        return new(byId, extra, Value(lines[..(parts.Count > 0 ? parts[0].Line : lines.Length)]), IsForm: true);
    }

    /// <summary>The answer without what GitHub writes for "nothing": <c>_No response_</c>, <c>None</c>, an empty fence.</summary>
    private static string Value(string[] lines)
    {
        var text = string.Join('\n', lines).Trim('\n', ' ', '\t');
        if (NoAnswer.Is(text))
        {
            return "";
        }

        var inner = text.Split('\n');
        var closed = inner.Length >= 2 && Fences.Opens(inner[0]) is { } fence && Fences.Closes(inner[^1], fence);
        return closed && inner[1..^1].All(string.IsNullOrWhiteSpace) ? "" : text;
    }

    private static string? FormLabel(string line) =>
        line.StartsWith("### ", StringComparison.Ordinal) ? PlainText.Fold(line[4..]) : null;

    private static Dictionary<string, string> Labels(FormDefinition form)
    {
        var labels = new Dictionary<string, string>();
        foreach (var field in form.Fields)
        {
            labels.TryAdd(PlainText.Fold(field.Label), field.Id);
        }

        return labels;
    }

    private static bool IsKnown(string id) => FieldIds.Names.Any(field => field.Id == id) && !FieldIds.Prose.Contains(id);
}
