namespace PostmortemAction.Core.Reviews;

/// <summary>Something that a postmortem holds.</summary>
/// <param name="Id">Its name in the configuration; its finding's code is <c>missing-</c> and this.</param>
/// <param name="Sections">The fields under whose heading its absence shows; the first that is there counts.</param>
/// <param name="IsIn">Whether a document holds it.</param>
/// <param name="IsByWords">Whether that is seen by English words.</param>
internal sealed record Aspect(string Id, IReadOnlyList<string> Sections, Func<ReadDocument, bool> IsIn, bool IsByWords = false);
