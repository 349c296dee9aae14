using FsCheck;
using FsCheck.Fluent;

namespace PostmortemAction.Core.Tests.Documents;

/// <summary>Documents to begin from.</summary>
internal static class Drafts
{
    private static readonly string[] Headings = ["", "# Login is down", "## Impact", "### Detail", "## Notes", "## Notes (2)", "## Timeline"];

    private static readonly string[] Lines =
    [
        "word", "- 10:00 rolled back", "", "", "```\n# in a fence\n```", "~~~~\n## also\n~~~\n~~~~", "    # indented", "Set\n===", "a | b", "#12 is an issue", "x  ",
    ];

    private static readonly string[] Pieces =
    [
        "---\n", "title: x\n", "# A\n", "## A\n", "## A (2)\n", " ### B ###\r\n", "#\n", "#no\n", "```\n", "````\n", "~~~\n", "word\n", "word", "\r\n", "\n", "\r", "Set\n===\n", "\t# x\n", "<!-- \n", "\uFEFF", "\0", "é",
    ];

    /// <summary>Anything that a document may hold, and what breaks readers.</summary>
    public static Gen<string> Any { get; } = Gen.Elements(Pieces).ArrayOf().Select(parts => string.Concat(parts));

    /// <summary>Documents whose sections stand in one order, as those of one template do; headings may repeat.</summary>
    public static Gen<string> Orderly { get; } =
        Gen.Elements(Headings).ListOf().SelectMany(headings =>
            Gen.ArrayOf(Gen.ArrayOf(Gen.Elements(Lines)), headings.Count).Select(bodies =>
                string.Concat(headings.OrderBy(heading => Array.IndexOf(Headings, heading)).Select((heading, i) => Section(heading, bodies[i])))));

    public static Arbitrary<(string Last, string Current, string Fresh)> Three { get; } =
        Arb.From(Any.SelectMany(last => Changed(last).SelectMany(current => Changed(last).Select(fresh => (last, current, fresh)))));

    public static string Section(string heading, params string[] lines) =>
        string.Concat(new[] { heading }.Where(line => line.Length > 0).Concat(lines).Select(line => line + "\n\n"));

    /// <summary>Its lines, without blank ones.</summary>
    public static IReadOnlyList<string> Said(string document) =>
        [.. document.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    /// <summary>Another text, or one that keeps some of the lines.</summary>
    private static Gen<string> Changed(string text)
    {
        var lines = text.Split('\n');
        var some = Gen.ArrayOf(Gen.Choose(0, 9), lines.Length).SelectMany(dice => Any.Select(more => string.Join('\n', lines.SelectMany((line, i) => dice[i] switch
        {
            0 => (string[])[],
            1 => [line, more],
            2 => [line + "!"],
            _ => [line],
        }))));
        return Gen.Frequency((6, some), (1, Any), (1, Gen.Constant(text)));
    }
}
