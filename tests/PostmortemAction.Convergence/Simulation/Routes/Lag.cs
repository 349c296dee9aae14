namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>How far what is read lies behind what was written, for one request.</summary>
/// <param name="Lists">How old a thing must be to show in a list.</param>
/// <param name="Objects">How old a thing must be to be found alone.</param>
/// <param name="IsEmpty">Whether a list shows nothing at all.</param>
/// <param name="Drift">By how many items a later page begins too late (or, negative, too early), as when items come and go between pages.</param>
public sealed record Lag(DateTimeOffset Now, TimeSpan Lists = default, TimeSpan Objects = default, bool IsEmpty = false, int Drift = 0)
{
    public bool IsListed(DateTimeOffset createdAt) => !IsEmpty && (Lists == TimeSpan.Zero || createdAt + Lists <= Now);

    public bool IsShown(DateTimeOffset createdAt) => Objects == TimeSpan.Zero || createdAt + Objects <= Now;
}
