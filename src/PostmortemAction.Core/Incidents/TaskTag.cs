namespace PostmortemAction.Core.Incidents;

/// <summary>A word of a task line that says one thing about the task, or several of them in brackets.</summary>
/// <param name="Start">Its first word.</param>
/// <param name="End">The word behind it.</param>
/// <param name="IsBracketed">Whether it stands in brackets.</param>
/// <param name="IsNamed">Whether it says itself what it is: <c>owner: @jun</c>.</param>
/// <param name="EndsWithColon">As a tag before a sentence does: <c>P1:</c>.</param>
internal sealed record TaskTag(int Start, int End, IReadOnlyList<TaskDetail> Details, bool IsBracketed, bool IsNamed, bool EndsWithColon)
{
    /// <summary>Whether it is no word of a sentence, wherever it stands. A level or a channel in brackets may explain the word before.</summary>
    public bool IsApart => (IsNamed || IsBracketed) && Details.Any(detail => detail.Owner is not null || detail.Due is not null || IsNamed);
}
