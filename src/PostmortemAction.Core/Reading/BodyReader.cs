using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>
/// Splits an issue's body into answers. GitHub stores a submitted form as <c>### Label</c>, blank line, value, blank line;
/// people's own text may hold such lines too, so only a label that the form knows begins an answer, each once.
/// A body that carries none of the form's labels is free text: there every heading begins a part, and known names say what it is.
/// </summary>
public static class BodyReader
{
    public static Answers Read(string? body, FormDefinition form)
    {
        var lines = PlainText.Clean(body).Split('\n');
        var fenced = Fences.Inside(lines);
        var labels = Labels(form);
        var isForm = lines.Where((line, i) => !fenced[i] && FormLabel(line) is { } label && labels.ContainsKey(label)).Any();

        var parts = new List<(string? Id, string Label, int Line)>();
        var seen = new HashSet<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (fenced[i] || (isForm ? FormLabel(lines[i]) : Headings.Name(lines[i])) is not { } name)
            {
                continue;
            }

            var id = isForm ? labels.GetValueOrDefault(name) : KnownName(name, labels);
            if (isForm ? id is not null && seen.Add(id) : id is null || seen.Add(id))
            {
                parts.Add((id, Headings.Name(lines[i])!, i));
            }
        }

        return Collect(lines, parts);
    }

    private static Answers Collect(string[] lines, List<(string? Id, string Label, int Line)> parts)
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

            if (id is not null && IsKnown(id))
            {
                byId[id] = answer;
            }
            else
            {
                extra.Add(answer);
            }
        }

        return new(byId, extra, Value(lines[..(parts.Count > 0 ? parts[0].Line : lines.Length)]));
    }

    /// <summary>The answer without what GitHub writes for "nothing": <c>_No response_</c>, <c>None</c>, an empty fence.</summary>
    private static string Value(string[] lines)
    {
        var text = string.Join('\n', lines).Trim('\n', ' ', '\t');
        if (text is "_No response_" or "None" or "*No response*")
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

    private static string? KnownName(string heading, Dictionary<string, string> labels)
    {
        var name = Headings.Bare(heading);
        return labels.TryGetValue(name, out var id) ? id
            : FieldIds.Names.Where(field => field.Names.Contains(name)).Select(field => field.Id).FirstOrDefault();
    }

    private static bool IsKnown(string id) => FieldIds.Names.Any(field => field.Id == id);
}
