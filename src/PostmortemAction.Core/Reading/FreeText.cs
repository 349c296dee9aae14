using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>
/// Reads a document that nobody filled in through a form: headings, bold lines, plain labels, labels at the head of items.
/// Which names mean which field is data (<see cref="FieldIds.Names"/>); here is only where a section begins and ends.
/// </summary>
internal sealed class FreeText
{
    /// <summary>What a field reads that is not known and says so.</summary>
    public const string Unknown = "not known";

    /// <summary>Nobody writes a time on more lines.</summary>
    private const int LongestTime = 3;

    /// <summary>So many lines that begin with a time are a timeline, whatever stands above them.</summary>
    private const int LeastTimed = 3;

    private static readonly (string Key, string Id)[] FrontFields =
        [("severity", FieldIds.Severity), ("started", FieldIds.Started), ("resolved", FieldIds.Resolved)];

    /// <summary>Sections that others stand in.</summary>
    private static readonly string[] Containers =
        [FieldIds.Summary, FieldIds.Timeline, FieldIds.CauseAndResolution, FieldIds.Measures, FieldIds.Impact];

    /// <summary>Fields of one value: where a line gives it, what stands below is not of it.</summary>
    private static readonly string[] OneValue =
        [FieldIds.Severity, FieldIds.Services, FieldIds.Started, FieldIds.Detected, FieldIds.DetectedHow, FieldIds.Resolved, FieldIds.UsersAffected];

    /// <summary>In a timeline these are labels of entries, unless a heading as high as the timeline's says otherwise.</summary>
    private static readonly string[] EntryLabels =
    [
        FieldIds.Resolution, FieldIds.Detected, FieldIds.DetectedHow, FieldIds.Resolved, FieldIds.Started, FieldIds.Impact, FieldIds.UserExperience,
        FieldIds.Tasks, FieldIds.Services, FieldIds.UsersAffected, FieldIds.Duration,
    ];

    private readonly string[] lines;
    private readonly bool[] fenced;
    private readonly IReadOnlyDictionary<string, string> labels;
    private readonly List<Part> parts = [];

    private FreeText(string[] lines, IReadOnlyDictionary<string, string> labels)
    {
        this.lines = lines;
        this.labels = labels;
        fenced = Fences.Inside(lines);
    }

    public static Answers Read(string text, IReadOnlyDictionary<string, string> labels)
    {
        var front = FrontMatter.Read(text);
        var reader = new FreeText(FactTable.Narrow(Tidy.Lines(front.Body), labels), labels);
        reader.Walk();
        return reader.Collect(front);
    }

    private void Walk()
    {
        var current = new Part(null, null, "", 0, 0);
        var container = (Part?)null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (fenced[i] || Named(i) is not { } named || !Begins(named, i, current, container))
            {
                if (!fenced[i] && IsPlainHeading(i, current))
                {
                    parts.Add(current);
                    current = new(null, null, lines[i].Trim(), NamedLine.PlainLevel, i + 1);
                    container = null;
                    continue;
                }

                if (IsBehindFact(i, current))
                {
                    parts.Add(current);
                    current = new(null, null, "", current.Level, i + 1) { Continues = container ?? parts[0] };
                }

                current.Lines.Add(lines[i]);
                continue;
            }

            parts.Add(current);
            var isInside = container is not null && named.Level > container.Level || (named.Level == NamedLine.PlainLevel && container?.Level == NamedLine.PlainLevel);
            current = new(named.Id, isInside && named.Id is not null && !Containers.Contains(named.Id) ? container?.Id : null, named.Label, named.Level, i + 1)
            {
                IsFact = named.Level == NamedLine.PlainLevel && named.Value.Length > 0 && named.Id is not null && (OneValue.Contains(named.Id) || TableCells.Of(lines[i]).Count > 0),
                Indent = named.IsItem ? Indent(lines[i]) : -1,
            };
            if (named.Value.Length > 0)
            {
                current.Lines.Add(named.Value);
                if (named.Value[0] == '(')
                {
                    // A note on the heading is no line of what stands below.
                    current.Lines.Add("");
                }
            }

            if (container?.Id == FieldIds.Timeline)
            {
                // What ends a timeline does not stand in it.
                container = null;
            }

            if (!current.IsFact && (named.Id is null || Containers.Contains(named.Id)))
            {
                container = named.Id == FieldIds.Impact && container?.Id == FieldIds.Summary ? container : current;
            }
        }

        parts.Add(current);
    }

    /// <summary>"# Tasks are not processed", as the first line, is a title: nobody begins with what is to be done.</summary>
    private NamedLine? Named(int i)
    {
        var named = NamedLine.Read(lines[i], labels);
        return named is { Id: FieldIds.Tasks or FieldIds.Improvements or FieldIds.Measures or FieldIds.Resolution, Level: 1 } && NamedLine.IdOf(named.Label) is null
            && !labels.ContainsKey(named.Label) && lines.Take(i).All(line => line.Trim().Length == 0) ? named with { Id = null } : named;
    }

    /// <summary>Whether a line stands below a fact that is told: behind a blank line, or where the line above says it already.</summary>
    private bool IsBehindFact(int i, Part current)
    {
        if (!current.IsFact || lines[i].Trim().Length == 0)
        {
            return false;
        }

        return i > 0 && lines[i - 1].Trim().Length == 0
            || TableCells.Of(lines[i]).Count > 0
            || (Tidy.IsItem(lines[i].Trim()) && Indent(lines[i]) <= current.Indent)
            || current.Id switch
            {
                FieldIds.Started or FieldIds.Detected or FieldIds.Resolved =>
                    current.Lines.Count > LongestTime || Times.TimeScanner.All(string.Join('\n', current.Lines)).Any(time => time.Time is not null),
                FieldIds.Severity => true,
                _ => false,
            };
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private bool Begins(NamedLine named, int line, Part current, Part? container)
    {
        if (named.Id is null)
        {
            // A heading that we do not know: a part of what it stands in, unless it is as high; a time as a heading is an entry.
            return named.Level <= (container ?? current).Level && Times.TimeScanner.AtHead(named.Label) is null && parts.Count + current.Lines.Count > 0 && current.Line > 0;
        }

        var inTimeline = container?.Id == FieldIds.Timeline || current.Id == FieldIds.Timeline;
        if (inTimeline && named.Id == FieldIds.Resolution && !named.IsItem && current.Lines.Count(IsTimed) > 1 && !lines.Skip(line + 1).Where(next => next.Trim().Length > 0).Take(1).Any(IsTimed))
        {
            // Behind entries with times, a label above text without one is the next section.
            return true;
        }

        if (inTimeline && EntryLabels.Contains(named.Id))
        {
            return named.Level < NamedLine.PlainLevel && named.Level <= (container ?? current).Level;
        }

        if (current.Id == FieldIds.Tasks && named.Id == FieldIds.Improvements && current.Level < named.Level && named.Level < NamedLine.PlainLevel)
        {
            // "Action items" by subject: technical improvements, process improvements.
            return false;
        }

        if (named.IsItem && current.Id is FieldIds.Improvements or FieldIds.Tasks or FieldIds.Measures
            && named.Id is not (FieldIds.Improvements or FieldIds.Tasks or FieldIds.Measures))
        {
            return false;
        }

        // "… linked to under / Action items." is the end of a sentence.
        return !(named.Value.Length == 0 && named.Level == NamedLine.PlainLevel && lines[line].TrimEnd().EndsWith('.'));
    }

    /// <summary>
    /// A short line between a blank one and text, without an end: a heading, in a document that writes its headings so.
    /// </summary>
    private bool IsPlainHeading(int i, Part current)
    {
        if (current.Id is not (FieldIds.Improvements or FieldIds.Tasks or FieldIds.Measures or FieldIds.Resolution) || i == 0 || i + 1 >= lines.Length
            || lines[i - 1].Length > 0 || lines[i + 1].Length == 0 || current.Level != NamedLine.PlainLevel)
        {
            return false;
        }

        var text = lines[i].Trim();
        return text.Length is > 0 and <= 50 && !Tidy.IsItem(text) && !char.IsPunctuation(text[^1]) && text.Split(' ').Length <= 6
            && current.Lines.Any(line => line.Length > 0) && !Tidy.IsItem(lines[i + 1].Trim()) && !Pictures.IsOnlyPicture(text);
    }

    private static bool IsTimed(string line)
    {
        var text = line.Trim();
        return Times.TimeScanner.AtHead(Tidy.IsItem(text) ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..] : text) is { Time: not null };
    }

    private Answers Collect(FrontMatter front)
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

        foreach (var rest in parts.Where(part => part.Continues is not null))
        {
            var above = rest.Continues!.Lines;
            var isRow = rest.Lines[0].StartsWith('|') && above.LastOrDefault(line => line.Length > 0)?.StartsWith('|') == true;
            above.AddRange(isRow || above is [] or [.., ""] ? rest.Lines : rest.Lines.Prepend(""));
        }

        FindTimeline();
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

    /// <summary>
    /// Where nothing is named a timeline, the lines that begin with a time are it: a chat that somebody copied. Those of the first text that holds enough of
    /// them, from the first one to the end of the last one's paragraph.
    /// </summary>
    private void FindTimeline()
    {
        if (parts.Any(part => part.Id == FieldIds.Timeline && part.Lines.Any(line => line.Length > 0)))
        {
            return;
        }

        foreach (var part in parts.Where(part => part.Continues is null && part.Id is null or FieldIds.Summary or FieldIds.Impact))
        {
            var inFence = Fences.Inside([.. part.Lines]);
            var timed = Enumerable.Range(0, part.Lines.Count).Where(i => !inFence[i] && IsTimed(part.Lines[i])).ToList();
            if (timed.Count < LeastTimed)
            {
                continue;
            }

            // A time alone may end its paragraph, and what stands above it there is told, too.
            var paragraph = part.Lines.FindLastIndex(timed[0], line => line.Length == 0) + 1;
            var isAlone = Times.TimeScanner.AtHead(part.Lines[timed[0]])?.End == part.Lines[timed[0]].Length;
            var first = isAlone && Headings.Label(part.Lines[paragraph]) is null ? paragraph : timed[0];
            var end = part.Lines.FindIndex(timed[^1], line => line.Length == 0);
            var told = part.Lines[first..(end < 0 ? part.Lines.Count : end)];
            if (told.Count(line => line.Length > 0) <= timed.Count * 2)
            {
                var timeline = new Part(FieldIds.Timeline, null, "timeline", NamedLine.PlainLevel, part.Line + first + 1);
                timeline.Lines.AddRange(told);
                part.Lines.RemoveRange(first, told.Count);
                if (first > 0 && part.Lines.FindLastIndex(first - 1, line => line.Length > 0) is >= 0 and var above && Headings.Label(part.Lines[above]) is not null)
                {
                    // The name that stood above them.
                    part.Lines.RemoveAt(above);
                }

                parts.Add(timeline);
                return;
            }
        }
    }

    /// <summary>A name that is compared in small letters, as the title of a section.</summary>
    private static Answer Titled(Answer answer) => answer with { Label = char.ToUpperInvariant(answer.Label[0]) + answer.Label[1..] };

    /// <summary>What several sections say, one below the other; of facts on a line each, a line each.</summary>
    private static Answer Join(string id, IReadOnlyList<Answer> answers) =>
        answers[0] with { Text = string.Join(id is FieldIds.Duration or FieldIds.Summary or FieldIds.Services ? "\n" : "\n\n", answers.Select(answer => answer.Text).Distinct()) };

    /// <summary>The lines without blank ones around; the first keeps its indentation, which says how deep it stands.</summary>
    private static string Text(Part part)
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
    private static (int Name, int Container, int Exact) Rank(Part part)
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

    private sealed record Part(string? Id, string? Container, string Label, int Level, int Line)
    {
        public List<string> Lines { get; } = [];

        /// <summary>Whether it is one value that its first line gives.</summary>
        public bool IsFact { get; init; }

        /// <summary>How deep it stands as an item; -1 for another line.</summary>
        public int Indent { get; init; } = -1;

        /// <summary>What its lines belong to, where they stand below facts.</summary>
        public Part? Continues { get; init; }
    }
}
