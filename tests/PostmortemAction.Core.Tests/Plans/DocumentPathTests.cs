using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

public class DocumentPathTests
{
    [Theory]
    [InlineData("Login is down", "login-is-down")]
    [InlineData("  Größe: café & Öl!! ", "grosse-cafe-ol")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("\u202Egnp.exe", "gnp-exe")]
    [InlineData("日本", "")]
    public void A_title_becomes_a_safe_part_of_a_path(string title, string slug) => Assert.Equal(slug, DocumentPath.Slug(title));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var slug = DocumentPath.Slug(string.Join(' ', Enumerable.Repeat("word", 40)));

        Assert.True(slug.Length <= 60);
        Assert.EndsWith("word", slug, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-05-05 03:30 UTC", "postmortems/2024/2024-05-05-login-is-down.md")]
    [InlineData("_No response_", "postmortems/2024/2024-04-14-login-is-down.md")]
    public void The_path_carries_the_day_of_the_start_else_of_the_filing(string started, string path) =>
        Assert.Equal(path, DocumentPath.Of(Records.Assemble(("Started", started)), new()));

    [Fact]
    public void A_title_without_letters_gives_the_incidents_number() =>
        Assert.Equal("postmortems/2024/2024-04-14-incident-42.md", DocumentPath.Of(Records.Assemble(Records.Incident with { Title = "日本" }), new()));

    [Fact]
    public void Where_another_incidents_document_stands_the_path_carries_the_number() =>
        Assert.Equal("p/2024-04-14-x-42.md", (ExistingState.Nothing("c", 42) with { BaseHasDocument = true }).PathOf("p/2024-04-14-x.md"));

    [Fact]
    public void Once_it_is_written_a_document_stays_where_it_is()
    {
        var written = PlanCase.Merged with { BaseHasDocument = true };

        Assert.Equal(PlanCase.Path, written.PathOf("postmortems/2024/2024-04-15-another-title.md"));
    }
}
