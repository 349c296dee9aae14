using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Tests.Archives;

public class ArchiveCacheTests
{
    private static readonly ArchiveFollowUp Open = new(45, FollowUpState.Open, Instant.FromUtc(2024, 4, 14, 12, 0), null, new(2024, 5, 1), "jun");
    private static readonly ArchiveFollowUp Closed = new(7, FollowUpState.NotPlanned, Instant.FromUtc(2024, 4, 14, 12, 0), Instant.FromUtc(2024, 4, 20, 8, 30), null, null);

    private static readonly ArchiveCache Full = new(
        [
            Document("a.md", $"---\nincident: 42\nduration_minutes: 1\n---\n{Documents.Text(title: "Über \"quotes\" <b>")}"),
            Document("b/undated.md", "# Slow\n\n## Root cause\n\nA typo.\n"),
            Document("notes.md", "Buy milk.\n"),
            Document("z.md", Documents.Text(more: "## Tasks\n\n- [#45](https://github.com/acme/shop/issues/45) Add an alert\n- [ ] [#7](https://github.com/acme/shop/issues/7) Test it\n")),
        ],
        [Closed, Open]);

    [Fact]
    public void It_reads_back_as_it_was_written()
    {
        var read = ArchiveCache.Parse(Full.ToString(), "index.json", out var problem);

        Assert.Null(problem);
        Assert.Equal(Full.ToString(), read.ToString());
        Assert.Equal(Full.FollowUps, read.FollowUps);
        Assert.Equal([45, 7], read.Documents[^1].Row!.FollowUpIssues);
        Assert.Equal(Index(Full), Index(read));
    }

    [Fact]
    public void Each_document_and_each_follow_up_takes_a_line()
    {
        var lines = Full.ToString().Split('\n');

        Assert.All(Full.Documents, document => Assert.Single(lines, line => line.Contains($"\"path\":\"{document.Path}\"", StringComparison.Ordinal) && line.Contains(document.Blob, StringComparison.Ordinal)));
        Assert.Contains("    {\"number\":7,\"state\":\"not_planned\",\"created_at\":\"2024-04-14T12:00:00Z\",\"closed_at\":\"2024-04-20T08:30:00Z\"},", lines);
        Assert.Equal("{\n  \"version\": 6,\n  \"documents\": [],\n  \"follow_ups\": []\n}\n", ArchiveCache.Empty.ToString());
    }

    [Fact]
    public void In_whatever_order_things_were_read_the_file_is_the_same() =>
        Assert.Equal(Full.ToString(), new ArchiveCache([.. Full.Documents.Reverse()], [.. Full.FollowUps.Reverse()]).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("{\"version\":6}")]
    [InlineData("{\"version\":6,\"documents\":[{}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[null],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"services\":[null]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"date\":\"2024-02-30\"}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"duration_minutes\":9223372036854775807}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"time_to_detect_minutes\":-1}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"problems\":[{\"level\":\"x\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\"},{\"path\":\"a.md\",\"blob\":\"2\"}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"tasks\":2000000000}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"tasks\":-3}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"done\":1}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"tasks\":2,\"done\":3}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"tasks\":2,\"done\":-1}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"date\":\"-9998-01-01\"}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"incident\":-4}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"follow_ups\":[0]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"follow_ups\":[45,-1]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"users_affected_percent\":1e308}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"users_affected_percent\":-1}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"gaps\":[{}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"gaps\":[{\"column\":\"Date\",\"reason\":\"<script>\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"gaps\":[{\"column\":\"Date\",\"reason\":\"none for @octo\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"gaps\":[{\"column\":\"# Nothing\",\"reason\":\"none is stated\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"gaps\":[{\"column\":\"Date\",\"reason\":\"none\\n\\n# is stated\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"problems\":[{\"level\":\"7\",\"code\":\"x\",\"message\":\"m\",\"fix\":\"f\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"problems\":[{\"level\":\"warning\",\"code\":\"a b\",\"message\":\"m\",\"fix\":\"f\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"problems\":[{\"level\":\"warning\",\"code\":\"x\",\"message\":\"It is `<!-- postmortem-action index end -->`.\",\"fix\":\"f\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"problems\":[{\"level\":\"warning\",\"code\":\"x\",\"message\":\"m\",\"fix\":\"See #1.\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[{\"path\":\"a.md\",\"blob\":\"1\",\"problems\":[{\"level\":\"warning\",\"code\":\"x\",\"message\":\"It is `half <b>\",\"fix\":\"f\"}]}],\"follow_ups\":[]}")]
    [InlineData("{\"version\":6,\"documents\":[],\"follow_ups\":[{\"number\":1,\"state\":\"open\",\"created_at\":\"-0001-04-14T12:00:00Z\"}]}")]
    [InlineData("{\"version\":6,\"documents\":[],\"follow_ups\":[{\"number\":1,\"state\":\"sleeping\",\"created_at\":\"2024-04-14T12:00:00Z\"}]}")]
    public void What_somebody_broke_is_read_anew_and_told(string text)
    {
        var read = ArchiveCache.Parse(text, "postmortems/index.json", out var problem);

        Assert.Same(ArchiveCache.Empty, read);
        Assert.Equal(("index-data-broken", ProblemLevel.Warning, "postmortems/index.json"), (problem!.Code, problem.Level, problem.Place));
    }

    [Theory]
    [InlineData("SEV1 <script> @octo #1 `half")]
    [InlineData("``` <!-- postmortem-action index end --> [a](b) &lt;")]
    [InlineData("`@octo`#1`")]
    public void What_we_say_of_a_document_is_taken_back_whatever_its_words_are(string words)
    {
        var text = $"---\nincident: 42\nseverity: {words}\nduration_minutes: 1\nbroken\n---\n{Documents.Text(title: words)}\n\nDuration: 900 days\n\n## Timeline\n\n- 10:00 {words}\n- 09:00 UTC Detection: {words}\n- Mitigation: {words}\n";
        var cache = new ArchiveCache([Document("a.md", text), Document($"{words.Replace('/', '-')}/2024-04-14 {words.Replace('/', '-')}.md", $"# {words}\n\nBegan: {words}\n"), Document("none.md", words)], []);

        var read = ArchiveCache.Parse(cache.ToString(), "index.json", out var problem);

        Assert.Null(problem);
        Assert.Equal(cache.ToString(), read.ToString());
        Assert.NotEmpty(read.Documents.SelectMany(document => document.Row?.Problems ?? document.Problems));
    }

    [Fact]
    public void A_file_of_as_many_tasks_as_one_may_hold_is_taken_back()
    {
        var cache = new ArchiveCache([Document("a.md", Documents.Text(more: "## Tasks\n\n" + Growth.Heap("- [ ] a\n", 512_000)))], []);

        ArchiveCache.Parse(cache.ToString(), "index.json", out var problem);

        Assert.Null(problem);
        Assert.True(cache.Documents[0].Row!.FollowUps > 10_000);
    }

    [Fact]
    public void Half_a_file_is_none()
    {
        var text = Full.ToString().TrimEnd();

        Assert.All(Enumerable.Range(0, text.Length), length => Assert.Same(ArchiveCache.Empty, ArchiveCache.Parse(text[..length], "index.json", out _)));
    }

    [Fact]
    public void Another_versions_file_is_read_anew()
    {
        var read = ArchiveCache.Parse(Full.ToString().Replace("\"version\": 6", "\"version\": 1", StringComparison.Ordinal), "index.json", out var problem);

        Assert.Same(ArchiveCache.Empty, read);
        Assert.Equal("index-other-version", problem!.Code);
    }

    [Fact]
    public void Without_a_file_nothing_is_wrong()
    {
        Assert.Same(ArchiveCache.Empty, ArchiveCache.Parse(null, "index.json", out var problem));
        Assert.Null(problem);
    }

    internal static ArchiveDocument Document(string path, string text) => ArchiveDocument.Read(File(path, text), text);

    /// <summary>As Git lists it, but for the way in which the id is made.</summary>
    internal static ArchiveFile File(string path, string text) => new(path, "100644", Core.Plans.Fingerprint.Of(text), text.Length);

    private static string Index(ArchiveCache cache) => ArchiveIndex.Of(Archive.Of(cache.Documents.Select(document => document.Row).OfType<ArchiveRow>(), cache.Documents.SelectMany(document => document.Problems), cache.FollowUps));
}
