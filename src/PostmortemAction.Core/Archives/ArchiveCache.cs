using System.Text;
using System.Text.Json;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>
/// <c>index.json</c>: what was read of each document, with the id of the bytes that it was read from, so that the next run reads only what changed;
/// and the follow-up issues as they were. A line for each, so that a change shows as what it is.
/// </summary>
/// <param name="Documents">By path.</param>
/// <param name="FollowUps">By number.</param>
public sealed record ArchiveCache(IReadOnlyList<ArchiveDocument> Documents, IReadOnlyList<ArchiveFollowUp> FollowUps)
{
    /// <summary>Of the format, and of the reading: where documents come to be read otherwise, it grows, and all are read anew.</summary>
    public const int Version = 6;

    public static ArchiveCache Empty { get; } = new([], []);

    public IReadOnlyDictionary<string, ArchiveDocument> ByPath => Documents.ToDictionary(document => document.Path);

    /// <summary>The file's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append("{\n  \"version\": ").Append(Version);
        Lines("documents", Documents.OrderBy(document => document.Path, StringComparer.Ordinal).Select(CacheJson.Write));
        Lines("follow_ups", FollowUps.OrderBy(followUp => followUp.Number).Select(CacheJson.Write));
        return text.Append("\n}\n").ToString();

        void Lines(string name, IEnumerable<string> lines)
        {
            text.Append(",\n  \"").Append(name).Append("\": [");
            var separator = "\n    ";
            foreach (var line in lines)
            {
                text.Append(separator).Append(line);
                separator = ",\n    ";
            }

            text.Append(separator[0] == ',' ? "\n  ]" : "]");
        }
    }

    /// <summary>Reads the file; what is not ours, or of another version, is as if there were none.</summary>
    /// <param name="path">For people.</param>
    /// <param name="problem">Why everything is to be read anew; null where nothing is wrong, also where there is no file.</param>
    public static ArchiveCache Parse(string? text, string path, out Problem? problem)
    {
        problem = null;
        if (text is null)
        {
            return Empty;
        }

        try
        {
            if (CacheJson.Read(text, out var version) is { } cache)
            {
                return cache;
            }

            problem = version is null or Version ? Broken(path) : Problem.Note(
                "index-other-version", "It was written by another version of the action, so all documents are read anew.", "Nothing is to be done: this run writes it in the version of today.", path);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            problem = Broken(path);
        }

        return Empty;
    }

    private static Problem Broken(string path) => Problem.Warning(
        "index-data-broken", "It cannot be read, so all documents are read anew.", "Nothing is to be done: this run writes it anew. Let nobody edit it by hand.", path);
}
