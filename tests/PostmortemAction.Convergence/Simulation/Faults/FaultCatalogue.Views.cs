using PostmortemAction.Convergence.Simulation.Routes;

namespace PostmortemAction.Convergence.Simulation.Faults;

public static partial class FaultCatalogue
{
    /// <summary>What is read lies behind what was written.</summary>
    private static IReadOnlyList<Fault> Views =>
    [
        new("F22", "404 for what exists", RequestSet.Objects, x => x.Refuse(404, "Not Found")),
        new("F23", "a list lacks the last 5 s", RequestSet.Lists, x => x.Deliver(lag => lag with { Lists = TimeSpan.FromSeconds(5) })),
        new("F24", "an empty list", RequestSet.Lists, x => x.Deliver(lag => lag with { IsEmpty = true })),
        new("F25", "an item went between pages", RequestSet.LaterPages, x => x.Deliver(lag => lag with { Drift = 1 })),
        new("F25", "an item came between pages", RequestSet.LaterPages, x => x.Deliver(lag => lag with { Drift = -1 })),
    ];
}
