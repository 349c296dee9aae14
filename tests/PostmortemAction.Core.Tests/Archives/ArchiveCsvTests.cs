using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Tests.Archives;

public class ArchiveCsvTests
{
    [Fact]
    public void Each_document_is_one_line_and_what_is_not_known_is_empty()
    {
        var csv = ArchiveCsv.Of(Documents.Archive(("a.md", Documents.Text())));

        Assert.Equal($"{string.Join(',', ArchiveCsv.Columns)}\r\na.md,,2024-04-14,Login is down,SEV2,login,60,5,,,,,,\r\n", csv);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-1", "'-1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("a\r\nb", "a b")]
    public void A_cell_is_no_formula_and_stays_one_cell(string title, string cell)
    {
        var row = Documents.Read(Documents.Text()) with { Title = title };

        Assert.StartsWith($"a.md,,2024-04-14,{cell},SEV2,", ArchiveCsv.Of(Archive.Of([row with { Path = "a.md" }], [])).Split("\r\n")[1], StringComparison.Ordinal);
    }
}
