using System.Globalization;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>Looks whether the metadata at the top of a document is whole, and says what the text below it says.</summary>
internal static class FrontMatterCheck
{
    public static int? Incident(FrontMatter front) =>
        int.TryParse(front.Values.GetValueOrDefault("incident"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    public static IEnumerable<Problem> Of(string text, FrontMatter front, Postmortem postmortem, string path)
    {
        if (Broken(text.Split('\n'), front) is { } line)
        {
            yield return Problem.Warning(
                "front-matter-broken",
                "The metadata at the top cannot be read.",
                "Begin and end it with a line `---`, and write each line as `key: value`.",
                string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"));
        }

        if (long.TryParse(front.Values.GetValueOrDefault("duration_minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && postmortem.Measure("duration").Minutes is { } known && Math.Abs(known - minutes) > 1)
        {
            yield return Differs($"`duration_minutes` in the metadata is {Durations.Describe(minutes)}, start and end give {Durations.Describe(known)}.", path);
        }

        if (Severity.OfAnswer(front.Values.GetValueOrDefault("severity")) is { } severity && severity != "null"
            && postmortem.Incident.Severity is { } said && said != severity)
        {
            yield return Differs($"`severity` in the metadata is {Quoted.Code(severity)}, the text says {Quoted.Code(said)}.", path);
        }
    }

    /// <summary>The line, counted from one, where the metadata breaks; null where it is whole or there is none.</summary>
    private static int? Broken(string[] lines, FrontMatter front)
    {
        var mark = lines[0].TrimEnd();
        if (front.Lines == 0)
        {
            // A line of hyphens may also be a ruler; only behind a key it was meant as metadata.
            return mark is "---" or "+++" && lines.Length > 1 && IsKey(lines[1]) ? 1 : null;
        }

        var wrong = mark == "---" ? Array.FindIndex(lines, 1, front.Lines - 2, line => !IsYaml(line)) : -1;
        return wrong < 0 ? null : wrong + 1;
    }

    /// <summary>A key, or what may stand below one: an item, a further line, a remark.</summary>
    private static bool IsYaml(string line) => line.Trim().Length == 0 || line[0] is ' ' or '\t' or '#' or '-' or ']' or '}' || IsKey(line);

    private static bool IsKey(string line) =>
        line.IndexOfAny([':', '=']) is > 0 and var at && line[..at].Trim().All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '"' or '\'' or ' ')
        && (at + 1 == line.Length || line[at] == '=' || char.IsWhiteSpace(line[at + 1]));

    private static Problem Differs(string message, string path) =>
        Problem.Warning("front-matter-differs", message, "Correct whichever is wrong.", path);
}
