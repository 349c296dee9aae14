namespace PostmortemAction.Core.Forms;

/// <summary>One element of an issue form that people answer.</summary>
/// <param name="Id">The field's id. GitHub does not store it in the issue: answers are found by <paramref name="Label"/>.</param>
/// <param name="Label">The text that stands above the answer in the body.</param>
public sealed record FormField(string Id, string Label);
