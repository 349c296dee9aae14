namespace PostmortemAction.Core.Reviews;

/// <summary>A figure that a document states, and what it can be derived from.</summary>
/// <param name="Line">Counted from one.</param>
/// <param name="ByText">What the document's own times say of it. They cannot tell where part of what it was made from stands on the incident.</param>
/// <param name="ByIncident">What the incident says of it; null where nobody asked it.</param>
public sealed record ProvenFigure(string Name, int Line, string Stated, Derivation ByText, Derivation? ByIncident)
{
    /// <summary>Whether somebody corrected what it follows from, or the figure alone.</summary>
    public bool IsLeftBehind => ByText.Follows == false || ByIncident?.Follows == false;
}
