using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Tests.Archives;

/// <summary>Rows are kept by the bytes that they were read from. So where the same bytes come to be read otherwise, all archives are to be read anew.</summary>
public class CacheVersionTests
{
    private const int Version = 6;
    private const string Texts = "c5460cf1ae64fca8f35678a35e8b5cb4";
    private const string Rows = "2698a0207d138d4e475a63c71edc75b4";

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
