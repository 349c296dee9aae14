using PostmortemAction.Core.TaskLists;

namespace PostmortemAction.Core.Documents;

/// <summary>
/// Three-way, section by section: what we last wrote, what is there now, what we would write. Sections that nobody touched follow the facts;
/// touched ones stay byte for byte, and so do those that people added, moved, renamed or deleted. Only lists of tasks go row by row (<see cref="TaskListMerge"/>),
/// and metadata key by key (<see cref="FrontMatterMerge"/>).
/// </summary>
public static class DocumentMerge
{
    /// <param name="last">What we last wrote; null when that is not known, and then every section that differs is taken for a person's.</param>
    /// <param name="current">What is there now.</param>
    /// <param name="fresh">What we would write.</param>
    public static MergedDocument Of(string? last, string current, string fresh)
    {
        if (current == last)
        {
            return new(fresh, []);
        }

        var written = DocumentSection.Split(last ?? "");
        var before = written.ToDictionary(section => section.Key);
        var after = DocumentSection.Split(fresh);
        var present = DocumentSection.Split(current);
        var tasks = new TaskListMerge(written, present, after);
        var wanted = after.ToDictionary(section => section.Key);
        var merged = new List<DocumentSection>();
        var offers = new List<SectionOffer>();
        foreach (var section in present)
        {
            var (old, now) = (before.GetValueOrDefault(section.Key), wanted.GetValueOrDefault(section.Key));
            var isTouched = old is null ? last is null || now is not null : old.Content != section.Content;
            if (tasks.Of(section, isTouched || now is null) is { } list)
            {
                merged.Add(section with { Text = list });
            }
            else if (old is null && now is null)
            {
                merged.Add(section);
            }
            else if (isTouched && section.Key == DocumentSection.FrontMatter && old is not null && now is not null)
            {
                var (text, hasNews) = FrontMatterMerge.Of(old.Content, section.Text, now.Content);
                merged.Add(section with { Text = text });
                Offer(hasNews ? now : null, old, section);
            }
            else if (isTouched)
            {
                merged.Add(section);
                Offer(now, old ?? (last is null ? section : null), section);
            }
            else if (now is not null)
            {
                merged.Add(section with { Text = now.Content == section.Content ? section.Text : now.Content + Ending(section, now) });
            }
        }

        AddMissing();
        return new(string.Concat(merged.Select(section => section.Text)), offers);

        void Offer(DocumentSection? now, DocumentSection? old, DocumentSection? there)
        {
            if (now is not null && now.Content != old?.Content && now.Content != there?.Content && !tasks.IsKept(now.Key))
            {
                offers.Add(new(now.Key, old?.Content ?? "", now.Content));
            }
        }

        // What the facts bring anew takes its place behind its neighbour; what people took out stays out.
        void AddMissing()
        {
            var there = merged.Select(section => section.Key).ToHashSet();
            for (var i = 0; i < after.Count; i++)
            {
                var section = after[i];
                if (there.Contains(section.Key) || tasks.IsKept(section.Key))
                {
                    continue;
                }

                if (last is null || before.ContainsKey(section.Key) || IsSecondTitle(section))
                {
                    Offer(section, before.GetValueOrDefault(section.Key), null);
                    continue;
                }

                var neighbour = Enumerable.Range(1, i).Select(step => merged.FindIndex(other => other.Key == after[i - step].Key)).FirstOrDefault(at => at >= 0, -1);
                Insert(Behind(neighbour), section);
                there.Add(section.Key);
            }
        }

        // Who gave the document another title would get ours above it when the incident is renamed.
        bool IsSecondTitle(DocumentSection section) => section == Title(after)
            && Title(written) is { } old && Title(present) is { } title && title.Key != old.Key && !before.ContainsKey(title.Key) && !present.Any(other => other.Key == old.Key);

        // Metadata stays at the top, and what a person added below a section stays below it.
        int Behind(int neighbour)
        {
            if (neighbour < 0)
            {
                return merged is [{ Key: DocumentSection.FrontMatter }, ..] ? 1 : 0;
            }

            var next = neighbour + 1;
            while (next < merged.Count && !wanted.ContainsKey(merged[next].Key) && merged[next].Level > merged[neighbour].Level && merged[neighbour].Level > 0)
            {
                next++;
            }

            return next;
        }

        void Insert(int at, DocumentSection section)
        {
            if (at > 0)
            {
                merged[at - 1] = merged[at - 1] with { Text = merged[at - 1].Text + BlankLine(merged[at - 1].Text) };
            }

            merged.Insert(at, section with { Text = section.Content + (at < merged.Count ? "\n\n" : "\n") });
        }
    }

    private static DocumentSection? Title(IEnumerable<DocumentSection> document) => document.FirstOrDefault(section => section.Level == 1);

    /// <summary>What a text lacks to end in a blank line. What stands there stays byte for byte.</summary>
    private static string BlankLine(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return lines.EndsWith("\n\n", StringComparison.Ordinal) ? "" : lines.EndsWith('\n') ? "\n" : "\n\n";
    }

    /// <summary>The sections that changed from one document of ours to the next.</summary>
    public static IReadOnlyList<SectionOffer> Differences(string before, string after)
    {
        var old = DocumentSection.Split(before).ToDictionary(section => section.Key, section => section.Content);
        return [.. DocumentSection.Split(after)
            .Where(section => old.GetValueOrDefault(section.Key) != section.Content)
            .Select(section => new SectionOffer(section.Key, old.GetValueOrDefault(section.Key, ""), section.Content))];
    }

    /// <summary>The blank lines that a person left below a section stay; a section without any gets ours.</summary>
    private static string Ending(DocumentSection there, DocumentSection now) => there.Ending.Length > 0 ? there.Ending : now.Ending;
}
