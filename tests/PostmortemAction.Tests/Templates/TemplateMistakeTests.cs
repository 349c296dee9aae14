using PostmortemAction.Core.Problems;
using PostmortemAction.Templates;

namespace PostmortemAction.Tests.Templates;

public class TemplateMistakeTests
{
    [Theory]
    [InlineData("# {{title}}\n\n  {{nope}}", "3:3")]
    [InlineData("# {{title}}\r\n{{nope}}", "2:1")]
    [InlineData("{{#each timeline}}\n- {{nope}}\n{{/each}}", "2:3")]
    [InlineData("{{title}} {{impact.nope}}", "1:11")]
    [InlineData("{{title}}\n{{#if nope}}x{{/if}}", "2:1")]
    [InlineData("{{title}}\n{{#each nope}}x{{/each}}", "2:1")]
    [InlineData("{{title}} {{date nope}}", "1:11")]
    [InlineData("{{!-- a\nnote on {{nope}} --}}\n {{\nnope\n}}", "3:2")]
    [InlineData("{{title}}\n{{../title}}", "2:1")]
    [InlineData("{{title}}\n{{#each timeline}}{{title}}{{/each}}", "2:19")]
    public void A_name_that_the_model_does_not_have_is_told_at_its_tag(string template, string place) => AssertMistake(template, place);

    [Theory]
    [InlineData("a {{#if title}} b", "1:3", "{{#if title}}")]
    [InlineData("{{#if title}}\n{{#each timeline}}\n{{/each}}", "1:1", "{{#if title}}")]
    [InlineData("{{#each timeline}}\n  {{#if at}}\n{{/each}}", "3:1", "{{/each}}")]
    [InlineData("{{#if title}}\nx\n{{/each}}", "3:1", "{{/each}}")]
    [InlineData("x {{/if}}", "1:3", "{{/if}}")]
    [InlineData("{{#if title}}{{/if}}\n{{/if}}", "2:1", "{{/if}}")]
    [InlineData("{{^title}}\nx", "1:1", "{{^title}}")]
    public void A_block_without_its_end_and_an_end_without_its_block_are_told_at_the_tag(string template, string place, string tag) =>
        Assert.Contains(tag, AssertMistake(template, place).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("one\ntwo {{title\nthree", "2:5")]
    [InlineData("one\n{{title}", "2:1")]
    [InlineData("{{title}} {{", "1:11")]
    [InlineData("{{title}}\n{{{title}}", "2:1")]
    [InlineData("{{title}}\n{{!-- a note without end", "2:1")]
    [InlineData("{{title}}\n{{! a note without end", "2:1")]
    [InlineData("{{title}}\n{{title}}}", "2:1")]
    public void Braces_that_nobody_closed_are_told_where_they_open(string template, string place) => AssertMistake(template, place);

    [Theory]
    [InlineData("{{title}}\n{{shout title}}", "2:1")]
    [InlineData("{{title}}\n{{#shout title}}x{{/shout}}", "2:1")]
    [InlineData("{{title}} {{date (shout title)}}", "1:11")]
    [InlineData("{{title}} {{> footer}}", "1:11")]
    public void A_helper_that_does_not_exist_is_told_at_its_tag(string template, string place) => AssertMistake(template, place);

    [Theory]
    [InlineData("{{titel}}", "`titel` is no name there, the nearest is `title`", "1:1")]
    [InlineData("{{measures.durration.minutes}}", "the nearest is `duration`", "1:1")]
    [InlineData("{{#each timeline}}{{texxt}}{{/each}}", "the nearest is `text`", "1:19")]
    [InlineData("{{#each timeline}}{{../titel}}{{/each}}", "the nearest is `title`", "1:19")]
    [InlineData("{{#if severty}}x{{/if}}", "the nearest is `severity`", "1:1")]
    [InlineData("{{dat started_at}}", "the nearest is `date`", "1:1")]
    [InlineData("{{time (in_zon started_at \"UTC\")}}", "the nearest is `in_zone`", "1:1")]
    [InlineData("{{#unles title}}x{{/unles}}", "the nearest is `unless`", "1:1")]
    [InlineData("{{lookup impact \"services_\"}}", "the nearest is `services`", "1:1")]
    public void The_nearest_name_that_there_is_comes_with_a_name_that_there_is_not(string template, string words, string place) =>
        Assert.Contains(words, AssertMistake(template, place).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{{title}}\n{{date}}", "2:1")]
    [InlineData("{{title}}\n{{join impact.services title}}", "2:1")]
    [InlineData("{{title}}\n{{#if}}x{{/if}}", "2:1")]
    [InlineData("{{title}}\n{{#each}}x{{/each}}", "2:1")]
    [InlineData("{{title}}\n{{}}", "2:1")]
    [InlineData("{{title}}\n{{#if title}}a{{else}}b{{else}}c{{/if}}", "2:24")]
    public void A_tag_that_makes_no_sense_is_told_at_its_place(string template, string place) => AssertMistake(template, place);

    [Theory]
    [InlineData("{{#if title}}a{{^}}b{{/if}}", "a")]
    [InlineData("{{#if severity}}a{{^}}b{{/if}}", "b")]
    public void A_hat_alone_is_an_else_or_a_mistake_but_never_writes_both_sides(string template, string expected)
    {
        string text;
        try
        {
            text = DocumentTemplate.Parse(template, "pm.hbs").Render(Model.Small).TrimEnd('\n');
        }
        catch (ProblemException e)
        {
            Assert.Equal("template-mistake", Assert.Single(e.Problems).Code);
            return;
        }

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("{{#with impact}}{{#if summary}}{{../../title}}{{/if}}{{/with}}", "1:32")]
    [InlineData("{{impact}}\n{{impact}}", "1:1")]
    [InlineData("{{title}}\n{{yaml impact}}", "2:1")]
    [InlineData("{{#each timeline}}\n{{text}} {{join ../timeline}}{{/each}}", "2:10")]
    [InlineData("{{title}}\n{{#each title}}x{{/each}}", "2:1")]
    [InlineData("{{title}}\n{{#each timeline}}{{#each text}}x{{/each}}{{/each}}", "2:19")]
    [InlineData("{{title}}\n{{duration title}}", "2:1")]
    [InlineData("{{title}}\n{{lookup impact 'nope'}}", "2:1")]
    [InlineData("{{title}}\n{{@index}}", "2:1")]
    [InlineData("{{title}}\n{{{{raw}}}}x{{{{/raw}}}}", "2:1")]
    [InlineData("{{title}}\n{{#*inline 'a'}}x{{/inline}}", "2:1")]
    [InlineData("{{title}}\n{{&title}}", "2:1")]
    [InlineData("{{title}}\n{{else}}", "2:1")]
    [InlineData("{{#if title}}\n{{else unless severity}}x{{/if}}", "2:1")]
    [InlineData("{{title}}\n{{$0.title}}", "2:1")]
    [InlineData("{{title}}\n{{title nope=1}}", "2:1")]
    [InlineData("{{title}}\n{{date (yaml title}}", "2:1")]
    [InlineData("{{#each timeline as |entry|}}{{entry.text}}\n{{entry.nope}}{{/each}}", "2:1")]
    public void A_tag_that_cannot_be_written_is_told_at_its_place(string template, string place) => AssertMistake(template, place);

    public static TheoryData<string> TooDeep { get; } =
    [
        "{{date " + string.Concat(Enumerable.Repeat("(date ", 5_000)) + "title" + new string(')', 5_000) + "}}",
        string.Concat(Enumerable.Repeat("{{#if title}}", 5_000)) + string.Concat(Enumerable.Repeat("{{/if}}", 5_000)),
        "{{#if title}}" + string.Concat(Enumerable.Repeat("{{else if title}}", 5_000)) + "{{/if}}",
    ];

    [Fact]
    public void A_template_of_very_many_tags_is_refused_before_it_takes_minutes() =>
        Assert.Contains("4000 tags", AssertMistake(string.Concat(Enumerable.Repeat("{{title}}", 10_000)), "1:36001").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(" \n \n")]
    [InlineData("# x")]
    [InlineData("{{title}} and many words around it, and no heading anywhere at all")]
    public void A_document_that_says_nothing_is_refused(string template) =>
        Assert.Equal("template-empty", Assert.Single(Assert.Throws<ProblemException>(() => DocumentTemplate.Parse(template, "pm.hbs").RenderDocument(Model.Small)).Problems).Code);

    [Fact]
    public void A_template_as_large_as_many_documents_is_refused() =>
        Assert.Equal("template-too-long", Assert.Single(Assert.Throws<ProblemException>(() => DocumentTemplate.Parse(string.Concat(Enumerable.Repeat("text ", 40_960)), "pm.hbs")).Problems).Code);

    [Theory]
    [MemberData(nameof(TooDeep))]
    public void Brackets_and_blocks_that_stand_deep_in_each_other_are_refused_without_a_crash(string template) =>
        Assert.Contains("stand in each other", Assert.Single(Assert.Throws<ProblemException>(() => DocumentTemplate.Parse(template, "pm.hbs")).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Loops_in_loops_that_write_nothing_end_with_a_problem()
    {
        var model = Model.With("timeline", Model.List([.. Enumerable.Range(0, 1_000).Select(i => (object?)$"entry {i}")]));
        var loops = string.Concat(Enumerable.Repeat("{{#each @root.timeline}}", 8)) + string.Concat(Enumerable.Repeat("{{/each}}", 8));

        var problem = Assert.Single(Assert.Throws<ProblemException>(() => DocumentTemplate.Parse(loops, "pm.hbs").Render(model)).Problems);

        Assert.Contains("steps", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("pm.hbs:1:", problem.Place, StringComparison.Ordinal);
    }

    private static Problem AssertMistake(string template, string place)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => DocumentTemplate.Parse(template, ".github/pm.hbs").Render(Model.Small)).Problems);

        Assert.Equal((ProblemLevel.Error, "template-mistake", $".github/pm.hbs:{place}"), (problem.Level, problem.Code, problem.Place));
        return problem;
    }
}
