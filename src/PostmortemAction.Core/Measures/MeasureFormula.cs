namespace PostmortemAction.Core.Measures;

/// <summary>A measure of the team's own: <c>time_to_page: acknowledged_at - started_at</c>.</summary>
/// <param name="Name">Lower-case letters, digits and underscores.</param>
/// <param name="Later">One of <see cref="Moments"/>.</param>
/// <param name="Earlier">Another of them.</param>
public sealed record MeasureFormula(string Name, string Later, string Earlier)
{
    /// <summary>A table with more than these nobody reads.</summary>
    public const int MostOfATeam = 20;

    /// <summary>The moments that a measure may lie between.</summary>
    public static IReadOnlyList<string> Moments { get; } = ["started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at"];

    /// <summary>Its name for people: <c>Time to page</c>.</summary>
    public string Title => $"{char.ToUpperInvariant(Name[0])}{Name[1..].Replace('_', ' ')}";

    /// <summary>Whether the moment that comes first is the minuend, so that it could only be negative.</summary>
    public bool IsBackwards => Array.IndexOf([.. Moments], Later) < Array.IndexOf([.. Moments], Earlier);

    public static MeasureFormula? Parse(string name, string formula) =>
        IsName(name) && formula.Split('-', StringSplitOptions.TrimEntries) is [var later, var earlier]
        && later != earlier && Moments.Contains(later) && Moments.Contains(earlier) ? new(name, later, earlier) : null;

    public override string ToString() => $"{Later} - {Earlier}";

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
