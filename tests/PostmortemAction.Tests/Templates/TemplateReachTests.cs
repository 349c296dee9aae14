using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Templates;
using PostmortemAction.Tests.Scenarios;

namespace PostmortemAction.Tests.Templates;

/// <summary>A template sees the model's values and nothing of the program that holds them.</summary>
public class TemplateReachTests
{
    [Theory]
    [InlineData("{{title.Length}}")]
    [InlineData("{{title.length}}")]
    [InlineData("{{title.Chars}}")]
    [InlineData("{{title.[0]}}")]
    [InlineData("{{lookup title 'Length'}}")]
    [InlineData("{{#with title}}{{Length}}{{/with}}")]
    [InlineData("{{#each title}}{{@key}}{{this}}{{/each}}")]
    [InlineData("{{#each impact.services}}{{Length}}{{/each}}")]
    [InlineData("{{#each impact.services}}{{this.Length}}{{/each}}")]
    [InlineData("{{impact.Keys}}")]
    [InlineData("{{impact.Values}}")]
    [InlineData("{{impact.Comparer}}")]
    [InlineData("{{measures.Count}}")]
    [InlineData("{{lookup measures 'Count'}}")]
    [InlineData("{{timeline.Count}}")]
    [InlineData("{{timeline.Capacity}}")]
    [InlineData("{{Count}}")]
    [InlineData("{{this.Count}}")]
    [InlineData("{{incident.MaxValue}}")]
    [InlineData("{{incident.GetType}}")]
    [InlineData("{{title.GetType.Assembly}}")]
    public async Task A_template_does_not_reach_members_of_the_programs_objects(string template) =>
        Assert.Equal("", await WrittenAsync(template));

    [Theory]
    [InlineData("{{this}}")]
    [InlineData("{{impact}}")]
    [InlineData("{{measures}}")]
    [InlineData("{{timeline}}")]
    [InlineData("{{yaml impact.services}}")]
    [InlineData("{{yaml impact}}")]
    [InlineData("{{join timeline}}")]
    [InlineData("{{join impact}}")]
    [InlineData("{{moment impact}}")]
    [InlineData("{{date timeline}}")]
    [InlineData("{{#each measures}}{{this}}{{/each}}")]
    public async Task A_template_does_not_write_the_names_of_the_programs_types(string template)
    {
        var text = await WrittenAsync(template);

        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dictionary`", text, StringComparison.Ordinal);
    }

    /// <summary>What the template writes for a real incident; nothing when it is a mistake.</summary>
    private static async Task<string> WrittenAsync(string template)
    {
        var postmortem = await ScenarioRun.PostmortemAsync("great-authentication-blackout");
        var model = PostmortemModel.ForTemplate(postmortem, new RepositoryInfo("acme/shop", "https://github.com/acme/shop", "main"));
        try
        {
            return DocumentTemplate.Parse(template, "pm.hbs").Render(model).TrimEnd('\n');
        }
        catch (ProblemException e)
        {
            Assert.Equal("template-mistake", Assert.Single(e.Problems).Code);
            return "";
        }
    }
}
