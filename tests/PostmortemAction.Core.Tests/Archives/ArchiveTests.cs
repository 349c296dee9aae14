using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Tests.Archives;

public class ArchiveTests
{
    [Fact]
    public void The_newest_comes_first_and_what_has_no_date_last()
    {
        var archive = Documents.Archive(
            ("undated.md", "# Slow\n\n## Root cause\n\nA typo.\n"), ("b.md", Documents.Text("2024-04-14")), ("a.md", Documents.Text("2024-04-14")), ("c.md", Documents.Text("2024-05-14")));

        Assert.Equal(["c.md", "a.md", "b.md", "undated.md"], archive.Rows.Select(row => row.Path));
    }

    [Fact]
    public void Two_documents_of_one_incident_are_one_problem_and_both_stay()
    {
        var archive = Documents.Archive(("b.md", $"---\nincident: 42\n---\n{Documents.Text()}"), ("a.md", $"---\nincident: 42\n---\n{Documents.Text()}"));

        Assert.Equal(2, archive.Rows.Count);
        Assert.Equal(("incident-twice", "a.md, b.md"), (Assert.Single(archive.Problems).Code, archive.Problems[0].Place));
    }

    [Fact]
    public void In_whatever_order_files_are_read_the_archive_says_the_same()
    {
        var rows = Enumerable.Range(1, 40).Select(i => Documents.Read(
            $"---\nincident: {i % 30}\n---\n{Documents.Text(FormattableString.Invariant($"20{20 + (i % 5)}-0{1 + (i % 9)}-14"), $"Incident {i}", i % 4 == 0 ? "unknown" : $"SEV{i % 4}", 10 + i, i % 10)}",
            $"{i % 7}/{i}.md")).ToList();
        Problem[] unread = [Problem.Warning("x", "One.", "Fix.", "z.md"), Problem.Warning("x", "Two.", "Fix.", "y.md")];
        var expected = Everything(Archive.Of(rows, unread));

        foreach (var step in (int[])[3, 7, 11, 13, 37])
        {
            var mixed = Enumerable.Range(0, rows.Count).Select(i => rows[i * step % rows.Count]).ToList();
            Assert.Equal(rows.Count, mixed.Distinct().Count());
            Assert.Equal(expected, Everything(Archive.Of(mixed, unread.Reverse())));
        }
    }

    [Fact]
    public void Since_a_day_only_its_documents_and_their_problems_are_left()
    {
        var archive = Documents.Archive(
            ("old.md", $"---\nincident: 42\nduration_minutes: 1\n---\n{Documents.Text("2024-04-13")}"), ("new.md", $"---\nincident: 42\n---\n{Documents.Text("2024-04-14")}"), ("undated.md", "# Slow\n\n## Root cause\n\nA typo.\n"))
            .From(new LocalDate(2024, 4, 14));

        Assert.Equal("new.md", Assert.Single(archive.Rows).Path);
        Assert.Empty(archive.Problems);
        Assert.Equal(2, archive.LeftOut);
    }

    private static string Everything(Archive archive) => ArchiveIndex.Of(archive) + ArchiveCsv.Of(archive) + ArchiveJson.Of(archive);
}
