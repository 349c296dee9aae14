using System.Text.Json;

namespace PostmortemAction.Tests.Archives;

/// <summary>What stands in folders beside postmortems: each is one problem, and the rest is read.</summary>
public sealed class ArchiveFolderTests : IDisposable
{
    private readonly ReportRun report = new();

    public ArchiveFolderTests() => report.Write("2024/good.md", ReportRun.Document);

    [Fact]
    public void A_file_that_is_not_UTF_8_is_one_problem()
    {
        report.Write("latin.md", [.. "# Caf"u8, 0xE9, .. " is down\n\n- Severity: SEV2\n"u8]);

        AssertOne("archive-file-not-text", "latin.md");
    }

    [Fact]
    public void A_file_with_bytes_of_no_text_is_one_problem()
    {
        report.Write("garbage.md", [.. "# Down\n"u8, 0, 1, 2]);

        AssertOne("archive-file-not-text", "garbage.md");
    }

    [Fact]
    public void A_file_of_five_megabytes_is_one_problem()
    {
        report.Write("log.md", new string('x', 5_000_000));

        AssertOne("archive-file-too-large", "log.md");
    }

    [Fact]
    public void An_empty_file_is_one_problem()
    {
        report.Write("empty.md", "");

        AssertOne("archive-file-empty", "empty.md");
    }

    [Fact]
    public void A_hidden_file_is_one_note()
    {
        report.Write(".draft.md", ReportRun.Document);

        AssertOne("archive-file-hidden", ".draft.md");
    }

    [Fact]
    public void Notes_about_something_else_are_one_problem()
    {
        report.Write("shopping.md", "# Shopping list\n\nWe need milk.\n");

        AssertOne("archive-nothing-read", "shopping.md");
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(report.Folder, "secret.md"), report.Write("../secret.md", ReportRun.Document));

        AssertOne("archive-link", "secret.md");
    }

    [Fact]
    public void A_linked_folder_outside_is_not_followed()
    {
        var outside = Path.GetDirectoryName(report.Write("../outside/a.md", ReportRun.Document))!;
        Directory.CreateSymbolicLink(Path.Combine(report.Folder, "linked"), outside);

        AssertOne("archive-link", "linked");
    }

    [Fact]
    public void A_link_to_nowhere_is_one_problem()
    {
        File.CreateSymbolicLink(Path.Combine(report.Folder, "gone.md"), "nowhere.md");

        AssertOne("archive-link", "gone.md");
    }

    [Fact]
    public void A_link_that_stays_in_the_folder_or_leads_in_a_circle_reads_nothing_twice()
    {
        File.CreateSymbolicLink(Path.Combine(report.Folder, "latest.md"), Path.Combine(report.Folder, "2024/good.md"));
        Directory.CreateSymbolicLink(Path.Combine(report.Folder, "2024/round"), report.Folder);

        AssertProblems();
    }

    [Fact]
    public void Indexes_other_files_and_hidden_folders_are_passed_by()
    {
        report.Write("README.md", ReportRun.Document);
        report.Write("2024/readme.md", ReportRun.Document);
        report.Write("notes.txt", ReportRun.Document);
        report.Write(".git/a.md", ReportRun.Document);

        AssertProblems();
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_one_problem()
    {
        // Held by somebody else: also whoever may read everything may not read this.
        using var held = new FileStream(report.Write("locked.md", ReportRun.Document), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        AssertOne("archive-file-refused", "locked.md");
    }

    public void Dispose() => report.Dispose();

    private void AssertOne(string code, string place) => AssertProblems((code, place));

    /// <summary>The good document is read each time.</summary>
    private void AssertProblems(params (string Code, string Place)[] expected)
    {
        var (code, _, output, _) = report.Run(new(Json: true));

        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal(["2024/good.md"], json.RootElement.GetProperty("documents").EnumerateArray().Select(row => row.GetProperty("path").GetString()));
        Assert.Equal(expected, json.RootElement.GetProperty("problems").EnumerateArray().Select(problem => (problem.GetProperty("code").GetString()!, problem.GetProperty("place").GetString()!)));
    }
}
