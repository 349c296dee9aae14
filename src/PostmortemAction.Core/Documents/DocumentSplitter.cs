using System.Globalization;
using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.Documents;

/// <summary>Cuts a document into its sections, without losing a byte.</summary>
internal static class DocumentSplitter
{
    public static IReadOnlyList<DocumentSection> Split(string document)
    {
        var lines = Lines(document);
        var bare = lines.Select(line => line.TrimEnd('\r', '\n')).ToArray();
        var fenced = Fences.Inside(bare);
        var matter = FrontMatterEnd(bare);
        var sections = new List<DocumentSection>();
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var (key, from) = (matter > 0 ? DocumentSection.FrontMatter : "", 0);
        for (var i = 0; i <= lines.Count; i++)
        {
            var heading = i < lines.Count && i >= matter && !fenced[i] && Headings.Name(bare[i]) is not null ? bare[i].Trim() : null;
            var ends = i == lines.Count || heading is not null || (matter > 0 && i == matter);
            if (!ends)
            {
                continue;
            }

            if (i > from)
            {
                var copy = used[key] = used.GetValueOrDefault(key) + 1;
                // On a line of its own, so that no heading is called so.
                var name = copy == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}\n({copy})");
                sections.Add(new(name, string.Concat(lines.Skip(from).Take(i - from))));
            }

            (key, from) = (heading ?? "", i);
        }

        return sections;
    }

    /// <summary>The line behind the front matter; 0 where there is none.</summary>
    private static int FrontMatterEnd(string[] lines)
    {
        var end = lines is ["---", ..] ? Array.FindIndex(lines, 1, line => line == "---") : -1;
        return end + 1;
    }

    /// <summary>The lines with their ends.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }
}
