using PostmortemAction.Adoption;
using Spectre.Console;

namespace PostmortemAction.Tests.Adoption;

/// <summary><c>init</c> on real folders.</summary>
public sealed class InitCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("init-").FullName;

    [Fact]
    public void It_writes_three_files_and_says_what_is_left_to_do()
    {
        Clone();

        var (code, screen) = Init();

        Assert.Equal(0, code);
        Assert.Equal([FolderSurvey.FormPath, FolderSurvey.SettingsPath, FolderSurvey.WorkflowPath], Files());
        Assert.Equal(Repository.Read(FolderSurvey.FormPath), File.ReadAllText(In(FolderSurvey.FormPath)));
        Assert.Contains("written    .github/workflows/postmortem.yml", screen, StringComparison.Ordinal);
        Assert.Contains("Left to do:", screen, StringComparison.Ordinal);
        Assert.Contains("run the workflow `Postmortem` by hand with `check`", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_time_it_writes_nothing()
    {
        Clone();
        Init();
        var before = Files().Select(path => (path, File.GetLastWriteTimeUtc(In(path)))).ToList();

        var (code, screen) = Init();

        Assert.Equal((0, 3), (code, screen.Split("unchanged  ").Length - 1));
        Assert.Equal(before, Files().Select(path => (path, File.GetLastWriteTimeUtc(In(path)))));
    }

    [Fact]
    public void A_file_that_is_there_is_shown_as_a_difference_and_keeps_every_byte()
    {
        Clone();
        Write(FolderSurvey.SettingsPath, "time-zone: Europe/Berlin\r\n");

        var (code, screen) = Init();

        Assert.Equal((0, "time-zone: Europe/Berlin\r\n"), (code, File.ReadAllText(In(FolderSurvey.SettingsPath))));
        Assert.Contains("differs, left as it is; init would write:  .github/postmortem.yml", screen, StringComparison.Ordinal);
        Assert.Contains("     time-zone: Europe/Berlin", screen, StringComparison.Ordinal);
        Assert.Contains("    +#directory: postmortems", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_configuration_with_a_mistake_nothing_is_written_and_the_mistake_is_told()
    {
        Clone();
        Write(FolderSurvey.SettingsPath, "directory: docs/pm\nincident-label: outage\ntime-zone: Mars\n");

        var (code, screen) = Init();

        Assert.Equal(1, code);
        Assert.Equal([FolderSurvey.SettingsPath], Files());
        Assert.Contains("`Mars` is no time zone.", screen, StringComparison.Ordinal);
        Assert.Contains("(.github/postmortem.yml:3:12)", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_branch_that_the_remote_names_is_the_default_one()
    {
        Clone();
        Write(".git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/develop\n");

        Assert.Contains("bring them to `develop`", Init().Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_branch_that_the_clone_is_on_is_not_taken_for_the_default_one()
    {
        Clone();
        Write(".git/HEAD", "ref: refs/heads/feature/login\n");

        Assert.Contains("bring them to the default branch. Which one that is does not show here", Init().Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void On_no_branch_it_says_that_the_default_one_does_not_show()
    {
        Clone();
        Write(".git/HEAD", new string('a', 40) + "\n");

        Assert.Contains("Which one that is does not show here", Init().Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_work_tree_the_branch_is_found_where_its_file_leads()
    {
        Write("main/.git/HEAD", "ref: refs/heads/trunk\n");
        Write("main/.git/worktrees/other/HEAD", "ref: refs/heads/fix\n");
        Write("main/.git/worktrees/other/commondir", "../..\n");
        Write("main/.git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/trunk\n");
        Write("other/.git", "gitdir: ../main/.git/worktrees/other\n");

        Assert.Contains("bring them to `trunk`", Init("other").Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_postmortems_is_found()
    {
        Clone();
        Write("docs/postmortems/old.md", "# Old\n");

        Init();

        Assert.Contains("\ndirectory: docs/postmortems\n", File.ReadAllText(In(FolderSurvey.SettingsPath)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Postmortems")]
    [InlineData("Docs/PostMortems")]
    public void A_folder_of_postmortems_is_found_in_whatever_case(string name)
    {
        Clone();
        Write($"{name}/old.md", "# Old\n");

        Init();

        Assert.Contains($"\ndirectory: {name}\n", File.ReadAllText(In(FolderSurvey.SettingsPath)), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_configuration_under_a_name_that_nothing_reads_nothing_is_written()
    {
        Clone();
        Write(FolderSurvey.MisnamedSettingsPath, "incident-label: outage\n");

        var (code, screen) = Init();

        Assert.Equal(1, code);
        Assert.Equal([FolderSurvey.MisnamedSettingsPath], Files());
        Assert.Contains("Rename it, and run again.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_file_has_Windows_line_ends_the_new_ones_have_them_too()
    {
        Clone();
        Write("README.md", "# Shop\r\n");

        Init();

        Assert.Contains("on:\r\n", File.ReadAllText(In(FolderSurvey.WorkflowPath)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_a_file_and_no_repository_each_end_in_one_sentence()
    {
        Write("file", "x");
        Write("empty/x", "x");

        AssertRefused("missing", "There is no folder");
        AssertRefused("file", "is a file.");
        AssertRefused("empty", "is no Git repository.");
    }

    [Fact]
    public void A_bare_repository_ends_in_one_sentence()
    {
        Write("bare/HEAD", "ref: refs/heads/main\n");
        Directory.CreateDirectory(In("bare/objects"));
        Directory.CreateDirectory(In("bare/refs"));

        AssertRefused("bare", "is a bare repository");
    }

    [Fact]
    public void A_folder_inside_of_a_repository_names_the_repositorys_own()
    {
        Clone();
        Write("src/x", "x");

        AssertRefused("src", "is a folder inside of a repository");
    }

    [Fact]
    public void Where_a_file_stands_in_the_folders_place_that_is_told_and_the_exit_code_is_1()
    {
        Clone();
        Write(".github", "I am a file");

        var (code, screen) = Init();

        Assert.Equal((1, "I am a file"), (code, File.ReadAllText(In(".github"))));
        Assert.Contains("`.github/workflows/postmortem.yml` cannot be written", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Left to do", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_read_or_written_through_a_link()
    {
        Clone("clone");
        Directory.CreateDirectory(In("elsewhere/workflows"));
        Write("elsewhere/postmortem.yml", "a secret of elsewhere\n");
        Directory.CreateSymbolicLink(In("clone/.github"), In("elsewhere"));

        var (code, screen) = Init("clone");

        Assert.Equal(1, code);
        Assert.Contains("A link stands on the way to `.github/workflows/postmortem.yml`", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", screen, StringComparison.Ordinal);
        Assert.Equal(["postmortem.yml"], Directory.EnumerateFiles(In("elsewhere"), "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_to_nowhere_in_a_files_place_is_not_followed()
    {
        Clone();
        Directory.CreateDirectory(In(".github"));
        File.CreateSymbolicLink(In(FolderSurvey.SettingsPath), In("nowhere"));

        Assert.Equal(1, Init().Code);
        Assert.False(File.Exists(In("nowhere")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void AssertRefused(string name, string words)
    {
        var before = Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Count();

        var (code, screen) = Init(name);

        Assert.Equal(1, code);
        Assert.Contains(words, Assert.Single(screen.Split('\n'), line => line.StartsWith("  error ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Count());
    }

    private void Clone(string name = ".") => Write($"{name}/.git/HEAD", "ref: refs/heads/trunk\n");

    private (int Code, string Screen) Init(string name = ".")
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(screen) });
        console.Profile.Width = 500;
        return (InitCommand.Run(Path.Combine(folder, name), console), screen.ToString());
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(In(".github"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private string In(string path) => Path.Combine(folder, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }
}
