using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Reviews;

/// <summary>One thing in a document that a careful reader would point at.</summary>
/// <param name="Line">The file's line, counted from one.</param>
/// <param name="IsWhole">Whether it is about the document as a whole, and the line is only where it shows.</param>
/// <param name="Section">The heading that the line stands under, as somebody wrote it; empty where there is none.</param>
/// <param name="Message">One sentence. People's words in it stand in code spans, see <see cref="Text.Quoted"/>.</param>
/// <param name="Hint">What to do about it, as an instruction.</param>
/// <param name="Waived">The reason for which somebody waived it; null when nobody did.</param>
public sealed record Finding(FindingKind Kind, int Line, bool IsWhole, string Section, string Message, string Hint, string? Waived = null)
{
    public string Code => Kind.Code;

    public ProblemLevel Level => Kind.Level;
}
