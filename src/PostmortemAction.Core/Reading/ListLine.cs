namespace PostmortemAction.Core.Reading;

/// <summary>A line of a list, with what stands below it.</summary>
/// <param name="Text">Its first line.</param>
public sealed record ListLine(string Text)
{
    /// <summary>Its further lines.</summary>
    public IList<string> Further { get; } = [];

    /// <summary>The items that are nested in it.</summary>
    public IList<ListLine> Below { get; } = [];

    /// <summary>All of it on one line.</summary>
    public string Whole => string.Join(' ', Further.Prepend(Text).Concat(Below.Select(line => line.Whole)));
}
