namespace PostmortemAction.Benchmark.Profiles;

/// <summary>A method as a run called it, with the types that it was called for.</summary>
/// <param name="Parameters">How many it has: of several methods of one name, a run tells no more.</param>
internal sealed record UsedMethod(UsedType Owner, IReadOnlyList<UsedType> Arguments, string Name, int Parameters);
