using PostmortemAction.Core.Problems;
using PostmortemAction.Templates;

namespace PostmortemAction.Tests.Templates;

public class TemplatePartialTests
{
    private const string Summary = ".github/postmortem/summary.md.hbs";

    [Theory]
    [InlineData("a {{> summary}} b", "x", "a x b")]
    [InlineData("a\n{{> summary}}\nb", "x\ny\n", "a\nx\ny\nb")]
    [InlineData("a\n\n{{> summary}}\n\nb", "{{#if severity}}\nx\n{{/if}}\n", "a\n\nb")]
    [InlineData("a  {{~> summary ~}}  b", "x", "axb")]
    [InlineData("{{>summary}}{{{> summary}}}", "{{title}}.", "Login is down.Login is down.")]
    [InlineData("{{#each timeline}}{{> summary}}{{/each}}", "{{text}} of {{../incident}}, ", "one of 42, two of 42, three of 42, four of 42,")]
    [InlineData("{{#with impact}}{{> summary}}{{/with}}", "{{#each services}}{{this}} {{/each}}", "login checkout")]
    [InlineData("{{#each timeline as |entry|}}{{> summary}}{{/each}}", "{{@index}}{{entry.text}} ", "0one 1two 2three 3four")]
    [InlineData("a\r\n{{> summary}}\r\nb", "\uFEFFx\r\n", "a\nx\nb")]
    [InlineData("\\{{> summary}}", "x", "{{> summary}}")]
    [InlineData("{{!-- {{> nope}} --}}a", "x", "a")]
    public void A_partial_stands_where_it_is_named_and_sees_what_is_known_there(string template, string partial, string expected) =>
        Assert.Equal(expected + "\n", Render(template, ("summary", partial)));

    [Fact]
    public void A_partial_may_name_other_partials() =>
        Assert.Equal("42 42\n", Render("{{> summary}} {{> impact}}", ("summary", "{{> impact}}"), ("impact", "{{incident}}")));

    [Theory]
    [InlineData("{{text}}\n {{nope}}", "2:2")]
    [InlineData("{{title}}\n{{#if title}}", "2:1")]
    [InlineData("{{title}}\n{{/each}}", "2:1")]
    [InlineData("{{else}}", "1:1")]
    [InlineData("a {{title", "1:3")]
    [InlineData("{{shout title}}", "1:1")]
    [InlineData("x {{> tmeline}}", "1:3")]
    [InlineData("x {{> summary}}", "1:3")]
    [InlineData("x\n{{> timeline title}}", "2:1")]
    [InlineData("{{> 'timeline'}}", "1:1")]
    [InlineData("{{> (lookup this 'title')}}", "1:1")]
    [InlineData("{{> }}", "1:1")]
    [InlineData("{{date at}}\n{{timeline}}", "2:1")]
    public void A_mistake_in_a_partial_is_told_at_its_file_line_and_column(string partial, string place) =>
        Assert.Equal($"{Summary}:{place}", Mistake("# {{title}}\n{{#each timeline}}\n{{> summary}}\n{{/each}}", ("summary", partial)).Place);

    [Theory]
    [InlineData("{{title}}\n{{> summary}}\n{{nope}}", "3:1")]
    [InlineData("{{title}}\n{{> sumary}}", "2:1")]
    [InlineData("{{#if title}}\n{{> summary}}", "1:1")]
    [InlineData("{{title}}\na{ {{> summary}}}", "2:4")]
    public void A_mistake_around_a_partial_is_told_at_its_own_place(string template, string place) =>
        Assert.Equal($"pm.hbs:{place}", Mistake(template, ("summary", "x\ny")).Place);

    [Fact]
    public void A_partial_that_does_not_exist_is_told_with_the_nearest_one() =>
        Assert.Contains("the nearest is `measures`", Mistake("{{> measure}}").Message, StringComparison.Ordinal);

    [Fact]
    public void A_partial_that_is_like_none_is_told_with_those_that_there_are() =>
        Assert.Contains("only `summary`, `impact`, ", Mistake("{{> x}}").Message, StringComparison.Ordinal);

    [Fact]
    public void A_partial_in_itself_is_told_and_does_not_end_the_process()
    {
        var problem = Mistake("{{> summary}}", ("summary", "{{> impact}}"), ("impact", "{{> summary}}"));

        Assert.Contains("`summary` stands in itself", problem.Message, StringComparison.Ordinal);
        Assert.Equal(".github/postmortem/impact.md.hbs:1:1", problem.Place);
    }

    [Theory]
    [InlineData("\\{{title}}", "{{#if title}}x{{/if}}")]
    [InlineData("{{> impact}}{title}}", "a{")]
    [InlineData("{{> impact}}{{title}}", "a\\")]
    [InlineData("{{title}}{{> impact}}", "}a")]
    [InlineData("{{> impact}}}", "{{title}}")]
    [InlineData("a\\{{!}}{{> impact}}", "{{title}}")]
    public void Braces_of_two_files_never_become_one_tag(string template, string partial)
    {
        try
        {
            Assert.DoesNotContain("$", Render(template, ("impact", partial)), StringComparison.Ordinal);
        }
        catch (ProblemException e)
        {
            Assert.Equal("template-mistake", Assert.Single(e.Problems).Code);
        }
    }

    [Fact]
    public void The_limits_hold_over_all_partials_together()
    {
        var many = string.Concat(Enumerable.Repeat("{{title}}", 1_000));
        var large = new string('x', 20_000);
        var twice = string.Concat(Enumerable.Repeat("{{> impact}}", 10));

        Assert.Contains("4000 tags", Mistake(string.Concat(Enumerable.Repeat("{{> summary}}", 5)), ("summary", many)).Message, StringComparison.Ordinal);
        Assert.Contains("128 KiB", Mistake(twice, ("impact", large)).Message, StringComparison.Ordinal);
        Assert.Contains("50 blocks", Mistake(Nested(30, "{{> impact}}"), ("impact", Nested(30, "x"))).Message, StringComparison.Ordinal);
    }

    private static string Nested(int depth, string inner) =>
        string.Concat(Enumerable.Repeat("{{#if title}}", depth)) + inner + string.Concat(Enumerable.Repeat("{{/if}}", depth));

    private static Problem Mistake(string template, params (string Name, string Text)[] partials)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Render(template, partials)).Problems);
        Assert.Equal("template-mistake", problem.Code);
        return problem;
    }

    private static string Render(string template, params (string Name, string Text)[] partials) =>
        DocumentTemplate.Parse(
            new TemplateSource("pm.hbs", template),
            new TemplatePartials("full", partials.ToDictionary(partial => partial.Name, partial => new TemplateSource($".github/postmortem/{partial.Name}.md.hbs", partial.Text))))
            .Render(Model.Small);
}
