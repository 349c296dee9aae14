namespace PostmortemAction.Benchmark.Profiles;

/// <summary>A type as a run loaded it.</summary>
/// <param name="Module">File name of the assembly that defines it.</param>
/// <param name="Token">Its row in that assembly's table of types.</param>
/// <param name="IsArray">Then <paramref name="Arguments"/> has the type of its elements alone.</param>
internal sealed record UsedType(string Module, int Token, bool IsArray, IReadOnlyList<UsedType> Arguments);
