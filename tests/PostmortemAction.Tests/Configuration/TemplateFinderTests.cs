using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Forms;
using PostmortemAction.Preview;
using PostmortemAction.Templates;
using PostmortemAction.Tests.Templates;

namespace PostmortemAction.Tests.Configuration;

public class TemplateFinderTests
{
    private static readonly IncidentRecord Nothing = new(1, "", "", null, null, null, "", [], FormDefinition.None, [], []);
    private readonly Dictionary<string, string> files = [];
    private readonly List<string> read = [];

    [Fact]
    public async Task A_file_in_the_folder_takes_the_place_of_a_partial_in_every_set()
    {
        files[".github/postmortem/lessons.md.hbs"] = "## What we learnt\n";
        foreach (var set in (string[])["full", "google-sre"])
        {
            var found = await FindAsync(set);

            Assert.Empty(found.Problems);
            Assert.Contains("## What we learnt\n", await RenderAsync(found), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_template_of_the_teams_own_may_name_the_same_partials()
    {
        files["docs/pm.hbs"] = "# {{title}}\n\n{{> causes}}\n\n{{> lessons}}\n";
        files[".github/postmortem/lessons.md.hbs"] = "## What we learnt\n";

        var document = await RenderAsync(await FindAsync("docs/pm.hbs"));

        Assert.Contains("### Contributing factors", document, StringComparison.Ordinal);
        Assert.Contains("## What we learnt", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_partial_is_told_with_the_nearest_one_and_stops_nothing()
    {
        files[".github/postmortem/timline.md.hbs"] = "x";
        files[".github/postmortem/README.md"] = "What these are.";

        var problem = Assert.Single((await FindAsync(null)).Problems);

        Assert.Equal((ProblemLevel.Warning, "partial-unknown", ".github/postmortem/timline.md.hbs"), (problem.Level, problem.Code, problem.Place));
        Assert.Contains("`.github/postmortem/timeline.md.hbs`", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_itself_may_stand_in_the_folder()
    {
        files[".github/postmortem/document.md.hbs"] = "# {{title}} {{> impact}}";

        Assert.Empty((await FindAsync(".github/postmortem/document.md.hbs")).Problems);
    }

    [Fact]
    public async Task Only_the_partials_that_are_there_are_read()
    {
        files[".github/postmortem/impact.md.hbs"] = "x";

        await FindAsync("brief");

        Assert.Equal([".github/postmortem", ".github/postmortem/impact.md.hbs"], read);
    }

    [Fact]
    public async Task A_template_without_partials_asks_for_none()
    {
        files["pm.hbs"] = "# {{title}}";

        await FindAsync("pm.hbs");

        Assert.Equal(["pm.hbs"], read);
    }

    [Fact]
    public async Task A_template_that_is_missing_is_told_with_the_names_of_the_built_in_ones()
    {
        var problem = Assert.Single((await Assert.ThrowsAsync<ProblemException>(() => FindAsync("breif"))).Problems);

        Assert.Equal("template-missing", problem.Code);
        Assert.Contains("the nearest is `brief`", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_set_is_its_document_and_partials_with_a_partials_name()
    {
        var embedded = typeof(DocumentTemplate).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".md.hbs", StringComparison.Ordinal)).ToList();

        Assert.Equal(TemplateSet.Names.Order(), embedded.Select(name => name.Split('/')[0]).Distinct().Order());
        Assert.All(embedded, name => Assert.Contains(name.Split('/')[1][..^7], TemplatePartials.Names.Append("document")));
        Assert.All(TemplatePartials.Names, name => Assert.Contains($"full/{name}.md.hbs", embedded));
    }

    private static async Task<string> RenderAsync(FoundTemplate found)
    {
        var postmortem = await Scenarios.ScenarioRun.PostmortemAsync("great-authentication-blackout");
        return found.Template.RenderDocument(Core.Postmortems.PostmortemModel.ForTemplate(postmortem, Scenario.Repository));
    }

    private Task<FoundTemplate> FindAsync(string? template)
    {
        var host = new PreviewHost(Nothing, Read, List);
        return TemplateFinder.ReadAsync(host, template, TestContext.Current.CancellationToken);
    }

    private string? Read(string path)
    {
        read.Add(path);
        return files.GetValueOrDefault(path);
    }

    private List<string> List(string folder)
    {
        read.Add(folder);
        return [.. files.Keys.Where(path => Path.GetDirectoryName(path) == folder)];
    }
}
