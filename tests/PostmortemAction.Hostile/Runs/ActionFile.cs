using System.Reflection;

namespace PostmortemAction.Hostile.Runs;

/// <summary>The repository's own files, as far as the cases speak of them.</summary>
internal static class ActionFile
{
    public static string Root { get; } =
        typeof(ActionFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;

    /// <summary>The outputs that action.yml names: the keys one step below <c>outputs:</c>.</summary>
    public static IReadOnlyList<string> Outputs { get; } =
    [
        .. File.ReadLines(Path.Combine(Root, "action.yml")).SkipWhile(line => line != "outputs:").Skip(1).TakeWhile(line => line.Length == 0 || line[0] == ' ')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ' && line.EndsWith(':')).Select(line => line.Trim(' ', ':')),
    ];
}
