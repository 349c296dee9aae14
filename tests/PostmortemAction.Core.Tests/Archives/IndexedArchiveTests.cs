using NodaTime;
using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Tests.Archives;

public class IndexedArchiveTests
{
    private const string Tasks = "## Tasks\n\n- [#45](https://github.com/acme/shop/issues/45) Add an alert\n- [#46](https://github.com/acme/shop/issues/46) Test it\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void From_the_last_index_and_what_changed_it_is_the_same_as_from_scratch(int seed)
    {
        var random = new Random(seed);
        var files = new Dictionary<string, string>();
        var cache = ArchiveCache.Empty;
        for (var run = 0; run < 40; run++)
        {
            for (var edits = random.Next(6); edits > 0; edits--)
            {
                Edit(random, files);
            }

            var today = new LocalDate(2024, 1, 1).PlusDays(run * 20);
            var followUps = Enumerable.Range(40, random.Next(8)).Select(number => FollowUp(number, random)).ToList();
            var scratch = Run(files, ArchiveCache.Empty, followUps, int.MaxValue, random);
            var onward = Run(files, cache, followUps, run % 5 == 0 ? 1 : int.MaxValue, random);
            cache = ArchiveCache.Parse(onward.Cache.ToString(), "index.json", out _);
            if (onward.Unread > 0)
            {
                Assert.Contains("still to be read", ArchiveIndex.Of(onward.On(today)), StringComparison.Ordinal);
                continue;
            }

            Assert.Equal(scratch.Cache.ToString(), onward.Cache.ToString());
            Assert.Equal(Everything(scratch.On(today)), Everything(onward.On(today)));
        }
    }

    [Fact]
    public void Only_what_holds_other_bytes_is_read_again()
    {
        var files = Enumerable.Range(0, 50).ToDictionary(i => FormattableString.Invariant($"{i:00}.md"), i => Documents.Text(title: FormattableString.Invariant($"Incident {i}")));
        var cache = Run(files, ArchiveCache.Empty, [], int.MaxValue, new(1)).Cache;
        files["07.md"] = Documents.Text(title: "Another one");
        files["new.md"] = Documents.Text();
        files.Remove("09.md");

        Assert.Equal(["07.md", "new.md"], IndexedArchive.Changed(Listing(files), cache).Select(file => file.Path));
    }

    [Fact]
    public void Where_the_states_of_all_follow_ups_are_known_they_count_and_not_the_boxes()
    {
        var created = Instant.FromUtc(2024, 4, 14, 12, 0);
        var files = new Dictionary<string, string> { ["a.md"] = Documents.Text(more: Tasks) };

        var known = Run(files, ArchiveCache.Empty, [new(45, FollowUpState.Completed, created, created, null, null), new(46, FollowUpState.Open, created, null, null, null)], 9, new(1)).On(Documents.Today).Rows[0];
        var dropped = Run(files, ArchiveCache.Empty, [new(45, FollowUpState.Completed, created, created, null, null), new(46, FollowUpState.NotPlanned, created, created, null, null)], 9, new(1)).On(Documents.Today).Rows[0];
        var gone = Run(files, ArchiveCache.Empty, [new(45, FollowUpState.Completed, created, created, null, null), new(46, FollowUpState.Gone, created, null, null, null)], 9, new(1)).On(Documents.Today).Rows[0];

        Assert.Equal((2, 1, 1), (known.FollowUps, known.Open, known.Done));
        Assert.DoesNotContain(known.Gaps, gap => gap.Column == ArchiveColumns.FollowUps);
        Assert.Equal("0 open, 1 done, 1 dropped", ArchiveCells.Of(dropped)[^1]);
        var archive = Archive.Of([dropped], []);
        Assert.Contains(": 0 open, 1 done, 1 dropped.", ArchiveIndex.Of(archive), StringComparison.Ordinal);
        Assert.Contains("\"follow_ups_dropped\": 1,", ArchiveJson.Of(archive), StringComparison.Ordinal);
        Assert.Equal("2,0,1,1", string.Join(',', ArchiveCsv.Of(archive).Split("\r\n")[1].Split(',')[9..13]));
        Assert.Equal("2 named", ArchiveCells.Of(gone)[^1]);
    }

    [Fact]
    public void What_is_no_document_is_not_read_and_said_where_somebody_may_wonder()
    {
        var listing = ArchiveListing.Of(
        [
            new("2024/a.md", "100644", "1", 10), new("README.md", "100644", "2", 10), new("2024/ReadMe.md", "100644", "3", 10), new("index.json", "100644", "4", 10),
            new("link.md", "120000", "5", 10), new("empty.md", "100644", "6", 0), new("long.md", "100644", "7", 600_000), new(".draft.md", "100644", "8", 10),
            new(".tool/x.md", "100644", "9", 10), new("picture.png", "100644", "a", 10), new("module.md", "160000", "b", null), new("folder.md", "040000", "c", null),
        ]);

        Assert.Equal(["2024/a.md"], listing.Documents.Select(file => file.Path));
        Assert.Equal(["archive-file-hidden", "archive-file-empty", "archive-link", "archive-file-too-large"], listing.Problems.Select(problem => problem.Code));
        Assert.Equal(("2", "4"), (listing.Index!.Blob, listing.Cache!.Blob));
    }

    [Fact]
    public void A_file_that_is_no_text_is_told_once_and_not_read_again()
    {
        var read = ArchiveDocument.Read(new("a.md", "100644", "1", 10), null);
        var listing = ArchiveListing.Of([new("a.md", "100644", "1", 10)]);

        var archive = IndexedArchive.Of(listing, ArchiveCache.Empty, [read], []);

        Assert.Equal("archive-file-not-text", Assert.Single(archive.On(Documents.Today).Problems).Code);
        Assert.Empty(IndexedArchive.Changed(listing, archive.Cache));
    }

    private static IndexedArchive Run(Dictionary<string, string> files, ArchiveCache cache, IReadOnlyList<ArchiveFollowUp> followUps, int most, Random random)
    {
        var listing = Listing(files);
        var read = IndexedArchive.Changed(listing, cache).Take(most).Select(file => ArchiveDocument.Read(file, files[file.Path])).ToArray();
        random.Shuffle(read);
        return IndexedArchive.Of(listing, cache, read, followUps.Reverse());
    }

    private static ArchiveListing Listing(Dictionary<string, string> files) => ArchiveListing.Of(files.Select(file => ArchiveCacheTests.File(file.Key, file.Value)));

    private static void Edit(Random random, Dictionary<string, string> files)
    {
        var name = FormattableString.Invariant($"{random.Next(4)}/{random.Next(12)}.md");
        var day = FormattableString.Invariant($"20{22 + random.Next(4)}-0{1 + random.Next(9)}-1{random.Next(10)}");
        switch (random.Next(6))
        {
            case 0:
                files.Remove(name);
                break;
            case 1 when files.Remove(name, out var text):
                files[$"moved/{name}"] = text;
                break;
            case 2:
                files[name] = "Nothing of an incident.\n";
                break;
            default:
                files[name] = $"---\nincident: {random.Next(1, 20)}\n---\n{Documents.Text(day, $"Incident {random.Next(99)}", $"SEV{random.Next(1, 5)}", random.Next(1, 300), random.Next(50), more: random.Next(2) == 0 ? Tasks : "")}";
                break;
        }
    }

    private static ArchiveFollowUp FollowUp(int number, Random random)
    {
        var created = Instant.FromUtc(2024, 4, 14, 12, 0);
        var state = (FollowUpState)random.Next(4);
        return new(number, state, created, state is FollowUpState.Completed or FollowUpState.NotPlanned ? created + Duration.FromHours(random.Next(500)) : null, null, null);
    }

    private static string Everything(Archive archive) => ArchiveIndex.Of(archive) + ArchiveCsv.Of(archive) + ArchiveJson.Of(archive);
}
