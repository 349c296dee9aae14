using System.Globalization;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>Severities: SEV1 is the worst.</summary>
public static class Severity
{
    private static readonly string[] Prefixes = ["severity", "sev", "p"];

    private static readonly string[] NotSure =
        ["not sure yet", "not sure", "unknown", "n/a", "-", "?", "tbd", "none", "noch unklar", "unklar", "unbekannt", "not known"];

    private static readonly string[] Words =
        ["critical", "blocker", "emergency", "urgent", "major", "moderate", "minor", "high", "medium", "low", "trivial", "kritisch", "hoch", "mittel", "niedrig", "gering"];

    /// <summary>Whether an answer names a severity, by its number or by a word that severities have, or says that it is not known yet.</summary>
    public static bool IsKnown(string answer) =>
        OfAnswer(answer) is { } severity ? OfLabel(severity) is not null || PlainText.Fold(answer).Split(' ', ',', '(', ':', '-', '/').Any(Words.Contains) : answer.Length > 0;

    /// <summary>The severity that a label names (<c>SEV2</c>, <c>sev-2</c>, <c>severity: 2</c>, <c>P2</c>), as <c>SEV2</c>; null for another label.</summary>
    public static string? OfLabel(string label)
    {
        var name = PlainText.Fold(label);
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && name[prefix.Length..].TrimStart(' ', ':', '-', '/', '_') is [>= '0' and <= '9' and var digit])
            {
                return string.Create(CultureInfo.InvariantCulture, $"SEV{digit}");
            }
        }

        return null;
    }

    /// <summary>The severity that an answer names: <c>SEV1</c> also out of "SEV1 (everything is down)"; a team's own word stays as it is.</summary>
    public static string? OfAnswer(string? answer)
    {
        var text = PlainText.Line(answer);
        if (text.Length == 0 || NotSure.Contains(PlainText.Fold(text)))
        {
            return null;
        }

        if (text is [>= '0' and <= '9' and var number])
        {
            return string.Create(CultureInfo.InvariantCulture, $"SEV{number}");
        }

        var first = text.Split(' ', ',', '(', '–', '—')[0].TrimEnd(':', '-');
        return OfLabel(first) ?? OfLabel(text) ?? PlainText.Cut(text, 40);
    }
}
