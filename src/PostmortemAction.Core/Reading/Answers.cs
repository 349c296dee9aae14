namespace PostmortemAction.Core.Reading;

/// <summary>The parts of an issue's body: answers by field id, and what belongs to no field that we know.</summary>
/// <param name="ById">Answered fields; an empty answer is absent.</param>
/// <param name="Extra">Sections under labels that mean no known field, whole and in their order.</param>
/// <param name="Preamble">Text before the first label.</param>
/// <param name="IsForm">Whether the body carries the labels of a form; else it was written freely.</param>
public sealed record Answers(IReadOnlyDictionary<string, Answer> ById, IReadOnlyList<Answer> Extra, string Preamble, bool IsForm)
{
    /// <summary>Sections that name a field which another one says better.</summary>
    public IReadOnlyList<Answer> Others { get; init; } = [];

    /// <summary>What no field takes, in the order of the body: nothing that somebody wrote gets lost.</summary>
    public IReadOnlyList<Answer> Sections => [.. Extra.Concat(Others).OrderBy(section => section.Line)];

    public Answer? this[string fieldId] => ById.GetValueOrDefault(fieldId);
}
