using System.Text.RegularExpressions;

namespace PostmortemAction.Tests.Surface;

/// <summary>A file is one room: its name says what is in it.</summary>
public partial class RoomTests
{
    private static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [Fact]
    public void A_source_file_holds_one_public_type_and_is_named_for_it()
    {
        var others = Sources
            .Select(path => (path, Types: PublicType().Matches(Repository.Read(path)).Select(match => match.Groups["name"].Value).ToList()))
            .Where(file => file.Types.Count > 1 || file.Types is [var only] && Path.GetFileName(file.path).Split('.')[0] != only)
            .Select(file => $"{file.path}: {string.Join(", ", file.Types)}");

        Assert.Equal([], others);
    }

    [GeneratedRegex(@"^public (?:(?:abstract|sealed|static|partial|readonly|record|unsafe) )*(?:class|struct|record|interface|enum|delegate \S+) ?(?<name>\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PublicType();
}
