namespace PostmortemAction.Core.Forms;

/// <summary>The issue form's fields in their order: which label text means which field.</summary>
public sealed record FormDefinition(IReadOnlyList<FormField> Fields)
{
    /// <summary>For an issue that was filed without a form.</summary>
    public static FormDefinition None { get; } = new([]);
}
