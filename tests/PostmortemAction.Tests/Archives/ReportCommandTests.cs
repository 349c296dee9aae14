using System.Text.Json;
using PostmortemAction.Archives;

namespace PostmortemAction.Tests.Archives;

public sealed class ReportCommandTests : IDisposable
{
    private readonly ReportRun report = new();

    [Fact]
    public void The_screen_shows_the_table_the_figures_and_what_they_mean()
    {
        report.Write("2024/2024-04-14-login-is-down.md", ReportRun.Document);
        for (var i = 1; i <= 5; i++)
        {
            report.Write($"2023/{i}.md", ReportRun.Document.Replace("2024", "2023", StringComparison.Ordinal).Replace("11:00", $"11:0{i}", StringComparison.Ordinal));
        }

        var (code, screen, output, _) = report.Run();

        Assert.Equal((0, ""), (code, output));
        Assert.StartsWith("6 postmortems\n", screen, StringComparison.Ordinal);
        Assert.Contains("2024-04-14   Login is down   SEV2       login      1 h ", screen, StringComparison.Ordinal);
        Assert.Contains("2023-04            █████ 5", screen, StringComparison.Ordinal);
        Assert.Matches("2023 Q2 +5 1 h 3 min +1 h 5 min +█{39}░", screen);
        Assert.Matches("2024 Q2 +1 – +– +1 h", screen);
        Assert.Contains("– Users affected: no share of users can be read (6 documents)", screen, StringComparison.Ordinal);
        Assert.Contains("by nearest rank", screen, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(report.Folder, "README.md")));
    }

    [Fact]
    public void How_far_the_follow_up_issues_are_it_takes_from_the_index_data_beside_the_documents()
    {
        report.Write("a.md", ReportRun.Document + "\n## Tasks\n\n- [#45](https://github.com/acme/shop/issues/45) Add an alert\n");
        var unknown = report.Run().Screen;
        report.Write("index.json", "{\"version\":6,\"documents\":[],\"follow_ups\":[{\"number\":45,\"state\":\"completed\",\"created_at\":\"2024-04-14T12:00:00Z\",\"closed_at\":\"2024-04-15T12:00:00Z\"}]}");

        Assert.Contains("1 named", unknown, StringComparison.Ordinal);
        Assert.Contains("0 open, 1 done", report.Run().Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_data_that_cannot_be_read_is_told_and_nobody_promises_to_write_it_here()
    {
        report.Write("a.md", ReportRun.Document);
        report.Write("index.json", "{\"version\":3");

        var screen = report.Run().Screen;

        Assert.Contains("how far the follow-up issues are is not known here", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("this run", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void For_how_long_follow_ups_have_been_open_it_says_on_the_screen_and_as_data()
    {
        report.Write("a.md", ReportRun.Document);
        report.Write("index.json", "{\"version\":6,\"documents\":[],\"follow_ups\":[{\"number\":45,\"state\":\"open\",\"created_at\":\"2030-01-01T12:00:00Z\"},{\"number\":46,\"state\":\"open\",\"created_at\":\"2030-02-01T12:00:00Z\"}]}");

        var (screen, output) = (report.Run().Screen, report.Run(new(Json: true)).Output);

        Assert.Contains("Open follow-ups on 2030-02-01", screen, StringComparison.Ordinal);
        Assert.Matches("31 to 90 days +1 +█", screen);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(2, json.RootElement.GetProperty("statistics").GetProperty("open_follow_ups_by_age").GetProperty("total").GetInt32());
    }

    [Fact]
    public void With_json_everything_is_data_and_nothing_else_is_printed()
    {
        report.Write("a.md", ReportRun.Document);
        report.Write("b.md", [0xFF, 0xFE, 0x00]);

        var (code, screen, output, beside) = report.Run(new(Json: true));

        Assert.Equal((0, "", ""), (code, screen, beside));
        using var json = JsonDocument.Parse(output);
        var row = json.RootElement.GetProperty("documents")[0];
        Assert.Equal(("a.md", 60), (row.GetProperty("path").GetString(), row.GetProperty("duration_minutes").GetInt32()));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("users_affected_percent").ValueKind);
        Assert.Equal("archive-file-not-text", json.RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(60, json.RootElement.GetProperty("statistics").GetProperty("duration_by_quarter")[0].GetProperty("minutes")[0].GetInt32());
    }

    [Fact]
    public void With_csv_the_table_is_printed_and_problems_stand_beside_it()
    {
        report.Write("a.md", ReportRun.Document);
        report.Write("b.md", [0xFF, 0xFE, 0x00]);

        var (code, screen, output, beside) = report.Run(new(Csv: true));

        Assert.Equal((0, ""), (code, screen));
        Assert.EndsWith("\r\na.md,,2024-04-14,Login is down,SEV2,login,60,5,,,,,,\r\n", output, StringComparison.Ordinal);
        Assert.Contains("not text in UTF-8", beside, StringComparison.Ordinal);
    }

    [Fact]
    public void Since_a_day_older_documents_are_left_out_and_counted()
    {
        report.Write("a.md", ReportRun.Document);
        report.Write("b.md", ReportRun.Document.Replace("2024", "2023", StringComparison.Ordinal));

        Assert.StartsWith("1 postmortem since 2024-01-01; 1 older or without a date\n", report.Run(new(Since: "2024-01-01")).Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void With_write_the_index_is_written_and_a_second_time_it_stays_the_same_file()
    {
        report.Write("2024/a (1).md", ReportRun.Document);
        var path = report.Write("README.md", "# Ours\n\nRead before you write.\n");

        Assert.Equal(0, report.Run(new(Write: true)).Code);
        var first = report.Index;
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        Assert.Contains("Unchanged: ", report.Run(new(Write: true)).Beside, StringComparison.Ordinal);

        Assert.StartsWith("# Ours\n\nRead before you write.\n\n<!-- postmortem-action index begin ", first, StringComparison.Ordinal);
        Assert.Contains("[Login is down](2024/a%20%281%29.md)", first, StringComparison.Ordinal);
        Assert.Equal((first, DateTime.UnixEpoch), (report.Index, File.GetLastWriteTimeUtc(path)));
    }

    [Fact]
    public void Where_somebody_wrote_into_the_index_it_stays_and_the_command_fails()
    {
        report.Write("a.md", ReportRun.Document);
        report.Run(new(Write: true));
        var edited = report.Index.Replace("1 postmortem", "One postmortem", StringComparison.Ordinal);
        report.Write("README.md", edited);

        var (code, screen, _, _) = report.Run(new(Write: true));

        Assert.Equal((1, edited), (code, report.Index));
        Assert.Contains("Somebody wrote into our part of the index", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_that_is_a_link_or_no_text_is_not_written()
    {
        report.Write("a.md", ReportRun.Document);
        var other = report.Write("../other.md", "theirs");
        File.CreateSymbolicLink(Path.Combine(report.Folder, "README.md"), other);
        Assert.Equal((1, "theirs"), (report.Run(new(Write: true)).Code, File.ReadAllText(other)));

        File.Delete(Path.Combine(report.Folder, "README.md"));
        var path = report.Write("README.md", [0xFF, 0xFE, 0x00]);
        Assert.Equal(1, report.Run(new(Write: true)).Code);
        Assert.Equal([0xFF, 0xFE, 0x00], File.ReadAllBytes(path));
    }

    [Fact]
    public void What_cannot_be_asked_is_said_and_fails()
    {
        report.Write("a.md", ReportRun.Document);

        Assert.Equal(1, report.Run(new(Json: true, Csv: true)).Code);
        Assert.Equal(1, report.Run(new(Since: "2024-01-01", Write: true)).Code);
        Assert.Contains("`yesterday` is no date.", report.Run(new(Since: "yesterday")).Screen, StringComparison.Ordinal);
        Assert.Contains("There is no folder", report.Run(folder: Path.Combine(report.Folder, "gone")).Screen, StringComparison.Ordinal);
        Assert.Contains("is a file.", report.Run(folder: report.Write("file.md", "x")).Screen, StringComparison.Ordinal);
        Assert.Equal(1, report.Run(folder: Path.Combine(report.Folder, "a.md")).Code);
        Assert.False(File.Exists(Path.Combine(report.Folder, "README.md")));
    }

    [Fact]
    public void A_folder_without_postmortems_fails()
    {
        report.Write("README.md", "# Postmortems\n");

        var (code, screen, _, _) = report.Run();

        Assert.Equal(1, code);
        Assert.Contains("holds no Markdown file but `README.md`", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Peoples_words_reach_the_screen_as_text()
    {
        report.Write("[red]a[.md", ReportRun.Document.Replace("Login is down", "[bold]\u001b[31mLogin", StringComparison.Ordinal).Replace("SEV2", "[x]", StringComparison.Ordinal));

        var (code, screen, _, _) = report.Run();

        Assert.Equal(0, code);
        Assert.Contains("[bold][31mLogin", screen, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', screen);
    }

    public void Dispose() => report.Dispose();
}
