namespace PostmortemAction.Core.Reading;

/// <summary>A part of a document that nobody filled in through a form.</summary>
/// <param name="Id">The field that it names; null for none that we know.</param>
/// <param name="Container">The field in whose section it stands; null where it is one of its own.</param>
/// <param name="Line">Where its name stands.</param>
internal sealed record FreeTextPart(string? Id, string? Container, string Label, int Level, int Line)
{
    public List<string> Lines { get; } = [];

    /// <summary>Whether it is one value that its first line gives.</summary>
    public bool IsFact { get; init; }

    /// <summary>How deep it stands as an item; -1 for another line.</summary>
    public int Indent { get; init; } = -1;

    /// <summary>What its lines belong to, where they stand below facts.</summary>
    public FreeTextPart? Continues { get; init; }
}
