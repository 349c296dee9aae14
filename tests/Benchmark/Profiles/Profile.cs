namespace PostmortemAction.Benchmark.Profiles;

/// <summary>The profile by which the program is compiled ahead: what its runs call, in the order of their first calls.</summary>
internal static class Profile
{
    private static readonly string Target = Path.Combine(Places.Root, "src", "PostmortemAction", "PostmortemAction.mibc");

    /// <returns>What was written, in words.</returns>
    public static string Write(IEnumerable<string> traces, string folder)
    {
        using var assemblies = new Assemblies(folder);

        // Records compare their lists by reference, so what is the same is told by its text.
        var methods = traces.SelectMany(Trace.Read).DistinctBy(Text).ToList();
        var named = ProfileFile.Write(Target, methods, assemblies);
        return $"{methods.Count} methods were called, {named} are named in {Path.GetRelativePath(Places.Root, Target)}";
    }

    private static string Text(UsedMethod method) => $"{Text(method.Owner)}.{method.Name}({method.Parameters})<{string.Join(',', method.Arguments.Select(Text))}>";

    private static string Text(UsedType type) => $"{type.Module}:{type.Token:x}:{type.IsArray}<{string.Join(',', type.Arguments.Select(Text))}>";
}
