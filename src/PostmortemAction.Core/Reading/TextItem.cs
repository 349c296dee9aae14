namespace PostmortemAction.Core.Reading;

/// <summary>One line, list item or table row of a text.</summary>
/// <param name="Text">Its Markdown, one line after the other.</param>
/// <param name="Line">The text's line, counted from zero, where it begins.</param>
/// <param name="Block">Which paragraph, list item or row it stands in; lines of one paragraph share it.</param>
/// <param name="Depth">How deep in nested lists it stands; 0 outside lists and in the outermost list.</param>
/// <param name="Listed">Whether it stands in a list or table: then its lines are one item, else each line is its own.</param>
public sealed record TextItem(string Text, int Line, int Block, int Depth, bool Listed);
