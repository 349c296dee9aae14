using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Tests.Plans;

public class DocumentGroundTests
{
    private const string Path = "docs/postmortems/2024/2024-04-14-login-is-down.md";
    private const int Folder = 0x4000;
    private const int File = 0x81A4;

    [Fact]
    public void The_folders_on_the_way_begin_with_the_root() =>
        Assert.Equal(["", "docs", "docs/postmortems", "docs/postmortems/2024"], DocumentGround.Folders(Path));

    [Fact]
    public void A_file_in_the_root_has_one_folder_on_its_way() => Assert.Equal([""], DocumentGround.Folders("a.md"));

    [Fact]
    public void Where_nothing_stands_nothing_is_taken() => Assert.False(IsTaken([("README.md", File)]));

    [Fact]
    public void Other_files_of_the_folder_take_nothing() =>
        Assert.False(IsTaken([("docs", Folder)], [("postmortems", Folder)], [("2024", Folder)], [("2024-04-14-login.md", File)]));

    [Theory]
    [InlineData("2024-04-14-login-is-down.md")]
    [InlineData("2024-04-14-LOGIN-is-down.MD")]
    public void A_file_of_that_name_in_whatever_case_takes_it(string name) =>
        Assert.True(IsTaken([("docs", Folder)], [("postmortems", Folder)], [("2024", Folder)], [(name, File)]));

    [Theory]
    [InlineData("postmortems", 0xA000, "a symbolic link")]
    [InlineData("postmortems", 0xE000, "a submodule")]
    [InlineData("postmortems", File, "a file")]
    [InlineData("Postmortems", 0xA000, "a symbolic link")]
    public void What_is_no_folder_blocks_the_way(string name, int mode, string what)
    {
        var problem = Assert.Throws<ProblemException>(() => IsTaken([("docs", Folder)], [(name, mode)])).Problems.Single();

        Assert.Equal((ProblemLevel.Error, "directory-blocked", $"docs/{name}"), (problem.Level, problem.Code, problem.Place));
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
        Assert.Contains("`directory`", problem.Fix, StringComparison.Ordinal);
    }

    private static bool IsTaken(params (string Name, int Mode)[][] found) => DocumentGround.IsTaken(
        Path, [.. Enumerable.Range(0, 4).Select(i => found.ElementAtOrDefault(i)?.ToDictionary(item => item.Name, item => item.Mode) ?? [])]);
}
