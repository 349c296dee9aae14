namespace PostmortemAction.Core.Reviews;

/// <summary>The links of a document that lead to files of its own repository.</summary>
internal static class RepositoryLinks
{
    /// <summary>More are not looked up: each folder of them is a request.</summary>
    private const int Most = 50;

    /// <summary>The paths to which a document links, each once.</summary>
    /// <param name="path">The document's own path, from which they are counted.</param>
    public static IReadOnlyList<string> In(Prose prose, string path) =>
        [.. Find(prose, path).Select(link => link.Path).OfType<string>().Distinct().Take(Most)];

    /// <summary>Null for a path that leads out of the repository.</summary>
    public static IEnumerable<(string? Path, string Address, int Line)> Find(Prose prose, string path) =>
        prose.Links.Where(link => IsRelative(link.Address)).Select(link => (Resolve(link.Address, path), link.Address, link.Line));

    /// <summary>No address of the web, no place within the document.</summary>
    private static bool IsRelative(string address) =>
        address.Length > 0 && address[0] is not '#' and not '?' && !address.StartsWith("//", StringComparison.Ordinal)
        && address.IndexOf(':', StringComparison.Ordinal) is var colon && (colon < 0 || address.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash && slash < colon);

    private static string? Resolve(string address, string path)
    {
        var bare = Uri.UnescapeDataString(address.Split('#', '?')[0]);
        var parts = new List<string>(bare.StartsWith('/') ? [] : path.Split('/')[..^1]);
        foreach (var part in bare.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
