namespace PostmortemAction.Core.Reading;

/// <summary>What somebody wrote under one label.</summary>
/// <param name="Label">The label as it stands in the body.</param>
/// <param name="Text">The answer, with LF line ends and without surrounding blank lines.</param>
/// <param name="Line">The body's line, counted from one, where the answer begins.</param>
public sealed record Answer(string Label, string Text, int Line);
