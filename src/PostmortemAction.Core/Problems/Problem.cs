namespace PostmortemAction.Core.Problems;

/// <summary>Something a person can fix: what it is, where, and how.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Code">A stable name for machines, in kebab case.</param>
/// <param name="Message">One sentence. People's words in it stand in code spans, see <see cref="Text.Quoted"/>.</param>
/// <param name="Fix">What to do about it, as an instruction.</param>
/// <param name="Place">Where: the address of the comment or issue, or <c>file:line</c>.</param>
public sealed record Problem(ProblemLevel Level, string Code, string Message, string Fix, string? Place = null)
{
    public static Problem Note(string code, string message, string fix, string? place = null) =>
        new(ProblemLevel.Note, code, message, fix, place);

    public static Problem Warning(string code, string message, string fix, string? place = null) =>
        new(ProblemLevel.Warning, code, message, fix, place);

    public static Problem Error(string code, string message, string fix, string? place = null) =>
        new(ProblemLevel.Error, code, message, fix, place);
}
