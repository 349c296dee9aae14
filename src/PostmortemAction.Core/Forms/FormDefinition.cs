namespace PostmortemAction.Core.Forms;

/// <summary>The issue form's fields in their order: which label text means which field.</summary>
public sealed record FormDefinition(IReadOnlyList<FormField> Fields)
{
    /// <summary>The form of several with which a body was most likely filed: the one most of whose labels stand in it.</summary>
    public static FormDefinition Choose(IReadOnlyList<FormDefinition> forms, string body) =>
        forms.Count == 0 ? None
            : forms.MaxBy(form => form.Fields.Count(field => body.Contains($"### {field.Label}", StringComparison.Ordinal)))!;

    /// <summary>For an issue that was filed without a form.</summary>
    public static FormDefinition None { get; } = new([]);
}
