namespace PostmortemAction.Core.Reviews;

/// <summary>A line of a document that waives a finding: <c>&lt;!-- review: ok CODE - reason --&gt;</c>.</summary>
/// <param name="Line">The file's line, counted from one.</param>
/// <param name="Reason">Empty where none is given; then it waives nothing.</param>
internal sealed record Waiver(int Line, string Code, string Reason)
{
    private const string Begin = "<!--";
    private const string End = "-->";

    /// <summary>All of a document, outside code.</summary>
    public static IReadOnlyList<Waiver> In(ReadDocument document) =>
        [.. Enumerable.Range(document.Head, document.Lines.Length - document.Head).Where(i => !document.Fenced[i]).SelectMany(i => OfLine(document.Lines[i], i + 1))];

    /// <summary>Whether it is for a finding: on its line, on the line before, or anywhere for one about the whole document.</summary>
    public bool IsFor(Finding finding) =>
        Reason.Length > 0 && finding.Code == Code && (finding.IsWhole || finding.Line == Line || finding.Line == Line + 1);

    private static IEnumerable<Waiver> OfLine(string line, int number)
    {
        for (var at = line.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = line.IndexOf(Begin, at + Begin.Length, StringComparison.Ordinal))
        {
            var end = line.IndexOf(End, at + Begin.Length, StringComparison.Ordinal);
            if (end > 0 && Read(line[(at + Begin.Length)..end], number) is { } waiver)
            {
                yield return waiver;
            }
        }
    }

    private static Waiver? Read(string comment, int line)
    {
        const string Name = "review:";
        var text = comment.Trim();
        if (!text.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || text[Name.Length..].TrimStart() is not ['o' or 'O', 'k' or 'K', .. var rest] || (rest.Length > 0 && !char.IsWhiteSpace(rest[0])))
        {
            return null;
        }

        var parts = rest.Trim().Split((char[]?)null, 2);
        return new(line, parts[0].TrimEnd(':', ','), parts.Length < 2 ? "" : parts[1].Trim().TrimStart('-', '–', '—', ':').Trim());
    }
}
