using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>
/// Reads a document that nobody filled in through a form: headings, bold lines, plain labels, labels at the head of items.
/// Which names mean which field is data (<see cref="FieldIds.Names"/>); here is only where a section begins and ends.
/// </summary>
internal sealed class FreeText
{
    /// <summary>Nobody writes a time on more lines.</summary>
    private const int LongestTime = 3;

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
    private readonly List<FreeTextPart> parts = [];

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
        reader.PutBack();
        UntitledTimeline.Find(reader.parts);
        return FreeTextAnswers.Of(reader.parts, front);
    }

    private void Walk()
    {
        var current = new FreeTextPart(null, null, "", 0, 0);
        var container = (FreeTextPart?)null;
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

    /// <summary>What stands below facts goes on with what stands above them.</summary>
    private void PutBack()
    {
        foreach (var rest in parts.Where(part => part.Continues is not null))
        {
            var above = rest.Continues!.Lines;
            var isRow = rest.Lines[0].StartsWith('|') && above.LastOrDefault(line => line.Length > 0)?.StartsWith('|') == true;
            above.AddRange(isRow || above is [] or [.., ""] ? rest.Lines : rest.Lines.Prepend(""));
        }
    }

    /// <summary>"# Tasks are not processed", as the first line, is a title: nobody begins with what is to be done.</summary>
    private NamedLine? Named(int i)
    {
        var named = NamedLine.Read(lines[i], labels);
        return named is { Id: FieldIds.Tasks or FieldIds.Improvements or FieldIds.Measures or FieldIds.Resolution, Level: 1 } && NamedLine.IdOf(named.Label) is null
            && !labels.ContainsKey(named.Label) && lines.Take(i).All(line => line.Trim().Length == 0) ? named with { Id = null } : named;
    }

    /// <summary>Whether a line stands below a fact that is told: behind a blank line, or where the line above says it already.</summary>
    private bool IsBehindFact(int i, FreeTextPart current)
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

    private bool Begins(NamedLine named, int line, FreeTextPart current, FreeTextPart? container)
    {
        if (named.Id is null)
        {
            // A heading that we do not know: a part of what it stands in, unless it is as high; a time as a heading is an entry.
            return named.Level <= (container ?? current).Level && Times.TimeScanner.AtHead(named.Label) is null && parts.Count + current.Lines.Count > 0 && current.Line > 0;
        }

        var inTimeline = container?.Id == FieldIds.Timeline || current.Id == FieldIds.Timeline;
        if (inTimeline && named.Id == FieldIds.Resolution && !named.IsItem && current.Lines.Count(UntitledTimeline.IsTimed) > 1 && !lines.Skip(line + 1).Where(next => next.Trim().Length > 0).Take(1).Any(UntitledTimeline.IsTimed))
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
    private bool IsPlainHeading(int i, FreeTextPart current)
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
}
