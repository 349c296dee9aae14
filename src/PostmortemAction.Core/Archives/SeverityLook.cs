namespace PostmortemAction.Core.Archives;

/// <summary>How a severity is told apart in charts: a worse one is warmer, a team's own words share one look, and what nobody stated is grey.</summary>
/// <param name="Colour">As CSS writes it.</param>
/// <param name="Mark">Beside its name, where no colour can be set.</param>
public sealed record SeverityLook(string Colour, string Mark)
{
    private static readonly SeverityLook[] Grades = [new("#e5484d", "🟥"), new("#f08c2e", "🟧"), new("#e2b93b", "🟨"), new("#46a758", "🟩")];
    private static readonly SeverityLook Mild = new("#3b82d6", "🟦");
    private static readonly SeverityLook OwnWord = new("#8e6bbf", "🟪");
    private static readonly SeverityLook NotStated = new("#9aa3ad", "⬜");

    public static SeverityLook Of(string severity) =>
        severity == ArchiveStatistics.NotStated ? NotStated
        : severity is not ['S', 'E', 'V', >= '0' and <= '9' and var digit] ? OwnWord
        : Math.Max(0, digit - '1') is var grade && grade < Grades.Length ? Grades[grade] : Mild;
}
