using PostmortemAction.Core.Forms;

namespace PostmortemAction.Core.Reading;

/// <summary>What the parts of a document say of each field, and what is left.</summary>
internal static class FreeTextAnswers
{
    /// <summary>What a field reads that is not known and says so.</summary>
    public const string Unknown = "not known";

    private static readonly (string Key, string Id)[] FrontFields =
        [("severity", FieldIds.Severity), ("started", FieldIds.Started), ("resolved", FieldIds.Resolved)];

    public static Answers Of(IReadOnlyList<FreeTextPart> parts, FrontMatter front)
    {
        var (byId, extra, others) = (new Dictionary<string, Answer>(), new List<Answer>(), new List<Answer>());
        foreach (var (key, id) in FrontFields)
        {
            if (front.Values.TryGetValue(key, out var value))
            {
                // What our own documents say in their front matter is meant exactly, also that it is not known; what stands below says it again.
                byId[id] = new(key, value == "null" ? Unknown : value, 1);
            }
        }

        var said = parts.Skip(1).Where(part => part.Continues is null).Select(part => (Part: part, Answer: new Answer(part.Label, Text(part), part.Line + front.Lines)))
            .Where(section => section.Answer.Text.Length > 0 && section.Answer.Text is not Unknown).ToList();
        foreach (var sections in said.GroupBy(section => section.Part.Id is FieldIds.Conclusion ? null : section.Part.Id))
        {
            if (sections.Key is null)
            {
                extra.AddRange(sections.Select(section => section.Answer));
            }
            else if (FieldIds.Joined.Contains(sections.Key))
            {
                byId[sections.Key] = Join(sections.Key, [.. sections.Select(section => section.Answer)]);
            }
            else if (!byId.ContainsKey(sections.Key))
            {
                var best = sections.MaxBy(section => Rank(section.Part)).Answer;
                byId[sections.Key] = best;
                others.AddRange(sections.Select(section => section.Answer).Where(answer => answer.Text != best.Text).Select(Titled));
            }
        }

        // Where each has a section of its own, what stands above them is neither.
        if (byId.ContainsKey(FieldIds.RootCause) && byId.ContainsKey(FieldIds.Resolution) && byId.TryGetValue(FieldIds.CauseAndResolution, out var both))
        {
            others.Add(Titled(both));
        }

        // Measures are the improvements where nothing else is.
        if (byId.ContainsKey(FieldIds.Improvements) && byId.TryGetValue(FieldIds.Measures, out var measures))
        {
            others.Add(Titled(measures));
        }

        return new(byId, extra, Text(parts[0]), IsForm: false) { Others = others };
    }

    /// <summary>A name that is compared in small letters, as the title of a section.</summary>
    private static Answer Titled(Answer answer) => answer with { Label = char.ToUpperInvariant(answer.Label[0]) + answer.Label[1..] };

    /// <summary>What several sections say, one below the other; of facts on a line each, a line each.</summary>
    private static Answer Join(string id, IReadOnlyList<Answer> answers) =>
        answers[0] with { Text = string.Join(id is FieldIds.Duration or FieldIds.Summary or FieldIds.Services ? "\n" : "\n\n", answers.Select(answer => answer.Text).Distinct()) };

    /// <summary>The lines without blank ones around; the first keeps its indentation, which says how deep it stands.</summary>
    private static string Text(FreeTextPart part)
    {
        var text = string.Join('\n', part.Lines.Where(line => !IsQuestion(line))).TrimEnd().TrimStart('\n');
        return text.Contains('\n', StringComparison.Ordinal) ? text : text.Trim();
    }

    /// <summary>Our own documents ask, in a line of emphasis, where nobody has written.</summary>
    private static bool IsQuestion(string line) => line is ['_', .., '_'] && line.Contains('?', StringComparison.Ordinal) && line.IndexOf('_', 1) == line.Length - 1;

    /// <summary>
    /// What really says it: before all a section that is named for it and not for a side of it, then a section of its own or of causes before a line of the
    /// summary, then the name itself. Of equals the first.
    /// </summary>
    private static (int Name, int Container, int Exact) Rank(FreeTextPart part)
    {
        var name = NamedLine.Bare(part.Label);
        return (
            FieldIds.Sides.Contains(name) ? 0 : 1,
            part.Container switch
            {
                FieldIds.CauseAndResolution or FieldIds.Measures => 3,
                FieldIds.Summary or FieldIds.Impact => 1,
                _ => 2,
            },
            name.Contains("root cause", StringComparison.Ordinal) || name.StartsWith("resolution", StringComparison.Ordinal) ? 1 : 0);
    }
}
