using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Commands;

/// <summary>A command that somebody with write permission wrote.</summary>
/// <param name="Tag">What stands in brackets behind the name: <c>/timeline[misleading-path]</c>.</param>
/// <param name="Text">What stands behind it.</param>
public sealed record Command(CommandForm Form, string? Tag, string Text, CommentRecord Comment);
