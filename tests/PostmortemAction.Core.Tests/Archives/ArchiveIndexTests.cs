using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Tests.Archives;

public class ArchiveIndexTests
{
    [Fact]
    public void The_index_begins_with_totals_and_lists_each_document_under_its_year()
    {
        var index = ArchiveIndex.Of(Documents.Archive(
            ("2023/a.md", Documents.Text("2023-12-31", "Mail is slow", "SEV3")),
            ("2024/b.md", Documents.Text("2024-04-14", more: "## Tasks\n\n- [x] Add a test\n- [ ] Add an alert\n"))));

        Assert.StartsWith("**2 postmortems** from 2023-12-31 to 2024-04-14: 1 SEV2, 1 SEV3. 2 follow-ups in 1 document: 1 open, 1 done.\n\n## 2024\n", index, StringComparison.Ordinal);
        Assert.Contains("| 2024-04-14 | [Login is down](2024/b.md) | SEV2 | login | 1\u00A0h | 5\u00A0min | – | 1\u00A0open,\u00A01\u00A0done |", index, StringComparison.Ordinal);
        Assert.True(index.IndexOf("## 2024", StringComparison.Ordinal) < index.IndexOf("## 2023", StringComparison.Ordinal));
        Assert.Contains("- **Users affected**: no share of users can be read: all 2 documents", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_state_of_some_follow_ups_is_not_known_the_totals_say_of_how_many_it_is()
    {
        var index = ArchiveIndex.Of(Documents.Archive(
            ("a.md", Documents.Text("2024-04-13", more: "## Tasks\n\n- Write the runbook\n")),
            ("b.md", Documents.Text("2024-04-14", more: "## Tasks\n\n- [x] Add a test\n- [ ] Add an alert\n"))));

        Assert.Contains("3 follow-ups in 2 documents, 2 with a known state: 1 open, 1 done.", index, StringComparison.Ordinal);
    }

    [Fact]
    public void The_totals_say_how_many_documents_count_in_no_month()
    {
        var index = ArchiveIndex.Of(Documents.Archive(("a.md", Documents.Text()), ("b.md", Documents.Text("2042-04-14")), ("c.md", "# Slow\n\n## Root cause\n\nA typo.\n")));

        Assert.StartsWith("**3 postmortems** of 2024-04-14 and 2 without a date that counts: 1 SEV2.\n", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Peoples_words_cannot_leave_their_cell()
    {
        var index = ArchiveIndex.Of(Documents.Archive(
            ("a (1)/b|c.md", Documents.Text(title: "A | B](javascript:x) <!-- postmortem-action index end --> `x` **b**", severity: "Bad|<b>", services: "a|b, <img src=x>"))));

        var row = Assert.Single(index.Split('\n'), line => line.StartsWith("| 2024-04-14", StringComparison.Ordinal));
        Assert.Equal(9, row.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|'));
        Assert.Contains("(a%20%281%29/b%7Cc.md)", row, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", index, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", index, StringComparison.Ordinal);
        Assert.Contains(@"[A \| B\](javascript:x)", row, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_stacks_severities_by_drawing_the_whole_first()
    {
        var index = ArchiveIndex.Of(Documents.Archive(
            ("a.md", Documents.Text("2024-04-14", severity: "SEV1")), ("b.md", Documents.Text("2024-04-15", severity: "SEV3")), ("c.md", Documents.Text("2024-06-15", severity: "SEV3"))));

        Assert.Contains(
            """
            xychart-beta
                title "Incidents by month"
                x-axis ["2024-04", "2024-05", "2024-06"]
                y-axis "incidents" 0 --> 2
                bar [2, 0, 1]
                bar [1, 0, 0]
                bar [0, 0, 0]
            ```

            🟥 SEV1 · 🟨 SEV3 · the dark base is zero
            """.ReplaceLineEndings("\n"),
            index,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, "Incidents by month")]
    [InlineData(13, "Incidents by month, the last 12 months")]
    public void A_chart_that_leaves_months_out_says_so(int months, string title) =>
        Assert.Contains(
            $"    title \"{title}\"\n",
            ArchiveIndex.Of(Documents.Archive([.. Enumerable.Range(0, months).Select(i => ($"{i}.md", Documents.Text($"{2022 + (i / 12)}-{(i % 12) + 1:00}-14")))])),
            StringComparison.Ordinal);

    [Fact]
    public void Few_figures_are_shown_as_they_are_and_drawn_as_no_trend()
    {
        var index = ArchiveIndex.Of(Documents.Archive([.. Enumerable.Range(1, 9).Select(i => ($"{i}.md", Documents.Text(i <= 5 ? "2024-01-14" : "2024-04-14", minutes: 10 * i)))]));

        Assert.Contains("| 2024 Q1 | 5 | 30\u00A0min | 50\u00A0min |", index, StringComparison.Ordinal);
        Assert.Contains("| 2024 Q2 | 4 | the figures: 1\u00A0h, 1\u00A0h\u00A010\u00A0min, ", index, StringComparison.Ordinal);
        Assert.DoesNotContain("y-axis \"minutes\"", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Quarters_with_enough_figures_are_drawn()
    {
        var index = ArchiveIndex.Of(Documents.Archive([.. Enumerable.Range(1, 10).Select(i => ($"{i}.md", Documents.Text(i <= 5 ? "2024-01-14" : "2024-04-14", minutes: 10 * i)))]));

        Assert.Contains("    x-axis [\"2024 Q1\", \"2024 Q2\"]\n    y-axis \"minutes\" 0 --> 100\n    bar [50, 100]\n    bar [30, 80]\n", index, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_is_listed_with_its_file()
    {
        var index = ArchiveIndex.Of(Archive.Of([], [Problem.Warning("archive-file-not-text", "The file is not text in UTF-8.", "Save it as UTF-8.", "a`b.md")]));

        Assert.StartsWith("**0 postmortems**.", index, StringComparison.Ordinal);
        Assert.Contains("- `` a`b.md ``: The file is not text in UTF-8. Save it as UTF-8.", index, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_of_thousands_stays_below_what_GitHub_shows_and_says_what_is_not_listed()
    {
        var row = Documents.Read(Documents.Text());
        var index = ArchiveIndex.Of(Archive.Of(Enumerable.Range(1, 10_000).Select(i => row with { Path = $"2024/2024-04-14-login-is-down-{i}.md", Incident = i }), []));

        Assert.True(System.Text.Encoding.UTF8.GetByteCount(index) < 500_000);
        Assert.Contains("more documents are not listed", index, StringComparison.Ordinal);
        Assert.StartsWith("**10000 postmortems** of 2024-04-14: 10000 SEV2.", index, StringComparison.Ordinal);
    }
}
