using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Tests.Archives;

/// <summary>Rows are kept by the bytes that they were read from. So where the same bytes come to be read otherwise, all archives are to be read anew.</summary>
public class CacheVersionTests
{
    private const int Version = 5;
    private const string Texts = "66422b7f5da9a3327e7ab47bfc7b621f";
    private const string Rows = "ace913a0ff7195f9820f3c001492adbf";

    [Fact]
    public void The_version_grows_where_the_same_documents_are_read_otherwise()
    {
        var files = Directory.EnumerateFiles(Repository.Scenario(""), "*.md", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is "issue.md" or "document.md").Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: Repository.Read(path))).ToList();
        var texts = Fingerprint.Of(string.Join('\n', files.Select(file => file.Text)));
        var rows = Fingerprint.Of(new ArchiveCache([.. files.Select(file => ArchiveDocument.Read(new(file.Path, "100644", "blob", 1), file.Text))], []).ToString());

        Assert.NotEmpty(files);
        Assert.True(
            (ArchiveCache.Version, texts, rows) == (Version, Texts, Rows),
            (texts == Texts && ArchiveCache.Version == Version ? $"The same documents are read otherwise: make {nameof(ArchiveCache)}.{nameof(ArchiveCache.Version)} {Version + 1}, run this again, and then w" : "W")
                + $"rite into this test: {nameof(Version)} {ArchiveCache.Version}, {nameof(Texts)} {texts}, {nameof(Rows)} {rows}. "
                + "Where documents of the scenarios changed together with what reads them, the version has to grow all the same.");
    }
}
