namespace PostmortemAction.Templates;

/// <summary>A block of a template that is open where the reading stands.</summary>
/// <param name="Number">The number of the tag that opened it.</param>
/// <param name="Name">What its end must say.</param>
/// <param name="End">What the engine's end must say.</param>
/// <param name="Names">The names that <c>as |…|</c> gives to values in it.</param>
internal sealed record TemplateBlock(int Number, TemplateTag Tag, string Name, string End, IReadOnlyList<string> Names)
{
    /// <summary>Whether its <c>{{else}}</c> stood already.</summary>
    public bool HasElse { get; set; }

    /// <summary>How often <c>{{else if}}</c> stood in it.</summary>
    public int Chained { get; set; }

    public bool IsCondition => Name is "if" or "unless" || Tag.Kind == '^';

    public bool IsLoop => Name == "each" && !HasElse;

    /// <summary>Whether names in it are looked up in another value than outside, so that <c>../</c> leads out.</summary>
    public bool HasOwnValue => !IsCondition && !HasElse;
}
