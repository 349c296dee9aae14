namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>What a route answers.</summary>
/// <param name="Body">JSON; null where there is none.</param>
/// <param name="Raw">A file, in place of JSON.</param>
/// <param name="Link">The other pages of a list.</param>
public sealed record Answer(int Status, object? Body, byte[]? Raw = null, string? Link = null)
{
    public static Answer Ok(object body) => new(200, body);

    public static Answer Created(object body) => new(201, body);

    public static Answer NoContent { get; } = new(204, null);
}
