namespace PostmortemAction.Core.Incidents;

/// <summary>
/// The words of a task line and what they say. Only what is no word of the sentence is taken out of the title: at its end, as a tag before it, in
/// brackets, behind its name. A name or a date within it is read and stays, a level, a channel or a package within it is what the sentence is about.
/// </summary>
internal sealed class TaskWords
{
    private const string Dot = " · ";

    /// <summary>Behind these a sentence goes on: "hand it over to @jun", "raise it to P1", "ask @jun".</summary>
    private static readonly HashSet<string> GoOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "to", "of", "from", "in", "into", "on", "at", "by", "for", "with", "without", "about", "as", "than", "via", "per", "until", "before", "after", "between", "versus", "vs",
        "and", "or", "nor", "but", "not", "no", "a", "an", "the", "this", "that", "these", "all", "any", "each", "every", "our", "their", "its", "is", "are", "was", "be", "called", "named", "&", "+", "/", "=",
        "ask", "thank", "ping", "page", "tell", "notify", "inform", "contact", "call", "remind", "invite", "assign", "mention", "involve", "channel", "label",
        "und", "oder", "an", "auf", "aus", "bei", "für", "mit", "ohne", "nach", "von", "vom", "zu", "zum", "zur", "im", "in", "bis", "der", "die", "das", "den", "dem", "ein", "eine", "kanal", "frage", "bitte",
    };

    private readonly string[] words;
    private readonly bool[] isOut;
    private readonly List<TaskTag> tags;

    /// <param name="unreadable">Takes what stands where a date should.</param>
    public TaskWords(string line, ICollection<string> unreadable)
    {
        words = WithoutOurParts(line).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        isOut = new bool[words.Length];
        tags = TaskTags.In(words, unreadable);
        foreach (var tag in tags.Where(tag => tag.IsApart))
        {
            TakeOut(tag);
        }

        TakeBeginning();
        TakeEnd();
        ReadWithin();
        Title = Rest();
    }

    public string Title { get; }

    public TaskSaid Said { get; } = new();

    /// <summary>Behind our dots stand our own parts, the last one of a kind counts: what is before them is the title that we wrote.</summary>
    private string WithoutOurParts(string line)
    {
        var length = line.Length;
        while (line.AsSpan(0, length).LastIndexOf(Dot) is var at and > 0)
        {
            var part = line[(at + Dot.Length)..length].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var found = part is [var word] && TaskTags.Account(word) is { } account ? [new(0, 1, [new(Owner: account)], false, false, false)] : TaskTags.In(part, []);
            if (found.Count == 0 || found.Sum(tag => tag.End - tag.Start) != part.Length || !Said.Take([.. found.SelectMany(tag => tag.Details).Reverse()]))
            {
                break;
            }

            length = at;
        }

        Said.Labels.Reverse();
        return line[..length];
    }

    private void TakeBeginning()
    {
        var (count, end) = (0, 0);
        for (var i = 0; i < tags.Count && tags[i].Start == end; i++)
        {
            end = tags[i].End;
            count = IsBefore(tags[i]) ? i + 1 : count;
            end += end < words.Length && TaskTags.IsSeparator(words[end]) ? 1 : 0;
        }

        var before = tags.Take(count).Where(tag => !isOut[tag.Start]).ToList();
        if (before.SelectMany(tag => tag.Details).Select(detail => detail.Owner).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(2).Count() > 1)
        {
            // "@max, @lin: play it through": without one of the names the other would stand there alone.
            before.ForEach(tag => Said.Take(tag.Details));
            return;
        }

        before.ForEach(TakeOut);
    }

    /// <summary>Whether a sentence begins behind the tag: "P1: add an alert", "P1 Add an alert", but not "P1 alerts need an owner".</summary>
    private bool IsBefore(TaskTag tag) =>
        tag.End < words.Length && (tag.EndsWithColon || tag.IsBracketed || TaskTags.IsSeparator(words[tag.End])
            || (words[tag.End].TrimStart('*', '_', '(', '[') is [var first, ..] && char.IsLetter(first) && !char.IsLower(first)));

    private void TakeEnd()
    {
        var (i, end) = (tags.Count, words.Length);
        while (end > 0)
        {
            if (i > 0 && tags[i - 1].End == end)
            {
                end = tags[--i].Start;
            }
            else if (TaskTags.IsSeparator(words[end - 1]))
            {
                end--;
            }
            else
            {
                break;
            }
        }

        var first = isOut.TakeWhile(isOut => isOut).Count();
        for (; i < tags.Count; i++)
        {
            var tag = tags[i];
            var goesOn = !tag.IsBracketed && tag.Start > 0 && !isOut[tag.Start - 1] && GoOn.Contains(words[tag.Start - 1].TrimStart('*', '_', '('));
            if (!isOut[tag.Start] && !goesOn && !IsObject(tag, first))
            {
                TakeOut(tag);
            }
        }
    }

    /// <summary>"Document P1", "Rename it #general": what is to be done needs the word.</summary>
    /// <param name="first">The first word of the sentence.</param>
    private bool IsObject(TaskTag tag, int first) =>
        tag is { IsBracketed: false, IsNamed: false } && tag.Details.Any(detail => detail.Priority is not null || detail.Label is not null)
        && (tag.Start == first + 1 || (tag.Start == first + 2 && words[first + 1] is "it" or "them" or "this" or "that")) && char.IsLetter(words[tag.Start - 1][^1]);

    /// <summary>A repository stays in any case: it may be a package.</summary>
    private void TakeOut(TaskTag tag)
    {
        if (tag.Details.All(detail => detail.Repository is null) && Said.Take(tag.Details))
        {
            Array.Fill(isOut, true, tag.Start, tag.End - tag.Start);
        }
    }

    private void ReadWithin()
    {
        var within = tags.Where(tag => !isOut[tag.Start]).ToList();

        // Of several names nobody can tell who is to do it, and who is only spoken of.
        var names = within.SelectMany(tag => tag.Details).Select(detail => detail.Owner).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(2).Count();
        foreach (var tag in within)
        {
            foreach (var detail in tag.Details)
            {
                var isRead = detail.Owner is not null ? names == 1 : detail.Due is not null || detail.Repository is not null || tag.IsBracketed;
                _ = isRead && Said.Take([detail]);
            }
        }
    }

    private string Rest()
    {
        var rest = new List<string>();
        var (open, opens) = (0, false);
        for (var i = 0; i < words.Length; i++)
        {
            if (isOut[i])
            {
                // A bracket around more than what was taken out stays whole: "(owner: ops, due: 2024-06-01)".
                var (opened, closed) = (words[i][0] == '(', words[i].TrimEnd(',', '.', ';', ':').EndsWith(')'));
                if (closed && open > 0)
                {
                    (rest[^1], open) = (rest[^1].TrimEnd(',', ';') + ")", open - 1);
                }

                opens = (opens || opened) && !closed;
                continue;
            }

            // Of the dashes around what was taken out one is enough.
            var isDouble = i > 0 && isOut[i - 1] && TaskTags.IsSeparator(words[i]) && (rest.Count == 0 || TaskTags.IsSeparator(rest[^1]));
            if (!isDouble)
            {
                rest.Add(opens && words[i..].Any(word => word.Contains(')', StringComparison.Ordinal)) ? $"({words[i]}" : words[i]);
                open = Math.Max(0, open + rest[^1].Count(c => c == '(') - rest[^1].Count(c => c == ')'));
                opens = false;
            }
        }

        return string.Join(' ', rest).Replace("**", "", StringComparison.Ordinal).TrimStart(':').Trim(' ', ',', ';', '-', '–', '—', '·');
    }
}
