using System.Globalization;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.Templates;

namespace PostmortemAction.Tests.Templates;

public class DocumentTemplateTests
{
    [Theory]
    [InlineData("{{incident}}: {{title}}", "42: Login is down")]
    [InlineData("{{impact.summary}}", "Nobody could log in.")]
    [InlineData("{{impact.users_affected_percent}}", "12.5")]
    [InlineData("[{{severity}}]", "[]")]
    [InlineData("{{#if severity}}known{{else}}not known{{/if}}", "not known")]
    [InlineData("{{#unless severity}}not known{{/unless}}", "not known")]
    [InlineData("{{#if improvements}}some{{else}}none{{/if}}", "none")]
    [InlineData("{{#each impact.services}}<{{this}}>{{/each}}", "<login><checkout>")]
    [InlineData("{{#each timeline}}{{@index}}{{text}} {{/each}}", "0one 1two 2three 3four")]
    [InlineData("{{#each timeline}}{{../incident}}{{/each}}", "42424242")]
    [InlineData("{{#each improvements}}{{this}}{{else}}none{{/each}}", "none")]
    [InlineData("{{#with impact}}{{summary}}{{/with}}", "Nobody could log in.")]
    [InlineData("a{{! a note }}b{{!-- another }} note --}}c", "abc")]
    [InlineData("a  {{~title~}}  b", "aLogin is downb")]
    [InlineData("\\{{title}}", "{{title}}")]
    [InlineData("\\\\{{title}}", "\\Login is down")]
    [InlineData("{{#each impact.services as |service i|}}{{i}}{{service}}{{/each}}", "0login1checkout")]
    [InlineData("{{#each timeline as |entry|}}{{#if entry.at}}{{entry.text}}{{/if}}{{/each}}", "onetwothree")]
    [InlineData("{{#if severity}}a{{else if multi_day}}b{{else}}c{{/if}}", "b")]
    [InlineData("{{#each impact.services}}{{#if @last}}{{@key}}{{@value}}{{else}}{{@first}}{{/if}}{{/each}}", "true1checkout")]
    [InlineData("{{#impact.services}}{{.}}{{/impact.services}}{{^severity}}none{{/severity}}", "logincheckoutnone")]
    [InlineData("{{#each improvements}}{{else}}{{#with @root.impact}}{{../title}}{{/with}}{{/each}}", "Login is down")]
    [InlineData("{{#each impact.services}}{{#with @root.impact}}{{..}}{{../../title}}{{/with}}{{/each}}", "loginLogin is downcheckoutLogin is down")]
    [InlineData("{{@root.impact.summary}} {{this.title}} {{./title}} {{impact/summary}} {{timeline.[0].text}}", "Nobody could log in. Login is down Login is down Nobody could log in. one")]
    [InlineData("{{multi_day}} {{lookup impact 'summary'}} {{date (lookup timeline.[0] \"at\")}}", "true Nobody could log in. 2024-04-14")]
    [InlineData("{{duration 90}} {{percent 7}} {{percent 7.5}}", "90 min (1 h 30 min) 7 % 7.5 %")]
    [InlineData("a{{!-- }} --~}}{{~! b ~}}{{{title}}}", "aLogin is down")]
    [InlineData("{{\n  title\n}}", "Login is down")]
    [InlineData("\uFEFF{{title}}", "Login is down")]
    [InlineData("no tags at all", "no tags at all")]
    public void A_template_writes_what_the_model_holds(string template, string expected) => Assert.Equal(expected + "\n", Render(template));

    [Fact]
    public void A_block_that_is_only_named_in_an_escaped_tag_is_not_open() => Assert.Equal("Write {{#if severity}} first\n", Render("Write \\{{#if severity}} first"));

    [Fact]
    public void Peoples_words_are_not_encoded_once_more() =>
        Assert.Equal("a <b> & \"c\" {{title}}\n", Render("{{title}}", Model.With("title", "a <b> & \"c\" {{title}}")));

    [Fact]
    public void Numbers_are_written_alike_everywhere_in_the_world()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = commas;

            Assert.Equal(
                "12.5 12.5 % 12.5\n",
                Render("{{impact.users_affected_percent}} {{percent impact.users_affected_percent}} {{yaml impact.users_affected_percent}}"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a\n\n\n\nb", "a\n\nb\n")]
    [InlineData("\n\n  \na", "a\n")]
    [InlineData("a\n \t\n\n", "a\n")]
    [InlineData("a\n{{#if severity}}\nx\n{{/if}}\n\nb", "a\n\nb\n")]
    [InlineData("a\r\n\r\n\r\nb\r\n", "a\n\nb\n")]
    public void Between_blocks_stands_one_blank_line_and_at_the_end_one_line_end(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("```\na  \n\n\n\n\tb\n```")]
    [InlineData("~~~~ yaml\na\n\n\n```\n\n\nb  \n~~~~")]
    [InlineData("- a list\n  ```\n  a\n\n\n  b\n  ```")]
    [InlineData("- a list\n  - in a list\n    ```\n    a\n\n\n    b\n    ```")]
    public void Code_between_fences_stays_as_it_is(string code) =>
        Assert.Equal($"before\n\n{code}\n\nafter\n", Render("before\n\n\n{{impact}}\n\n\nafter", Model.With("impact", code)));

    [Fact]
    public void A_line_break_of_two_blanks_stays_a_line_break()
    {
        var text = MarkdownText.Block("one  \ntwo");

        var document = Render("{{impact}}", Model.With("impact", text));

        Assert.True(document is "one  \ntwo\n" or "one\\\ntwo\n", document);
    }

    [Theory]
    [InlineData("1. a\n   - b\n     1. ```\n        a\n\n\n        b\n        ```")]
    [InlineData("- a\n\n  > quote\n\n    - b\n\n      ~~~\n      a\n\n\n      b\n      ~~~")]
    public void Code_in_lists_in_lists_keeps_its_blank_lines(string code) =>
        Assert.Equal($"{code}\n\nafter\n", Render("{{impact}}\n\n\nafter", Model.With("impact", code)));

    [Fact]
    public void A_fence_that_its_list_item_does_not_close_swallows_nothing() =>
        Assert.Equal("- ```\n  a\n\nb\n\n```\nc\n\n\nd\n```\n", Render("- ```\n  a\n\n\nb\n\n\n```\nc\n\n\nd\n```"));

    [Fact]
    public void Blanks_before_an_empty_line_break_nothing() => Assert.Equal("one\n\ntwo\n", Render("one  \n\ntwo  "));

    [Fact]
    public void A_loop_in_a_loop_that_writes_too_much_ends_with_a_problem()
    {
        var model = Model.With("timeline", Model.List([.. Enumerable.Range(0, 1_000).Select(i => (object?)$"entry {i}")]));

        var problem = Problem("{{#each timeline}}{{#each @root.timeline}}{{#each @root.timeline}}{{this}}{{/each}}{{/each}}{{/each}}", model);

        Assert.Equal(("template-too-long", "pm.hbs"), (problem.Code, problem.Place));
    }

    [Fact]
    public void A_long_document_is_whole()
    {
        var text = new string('x', 900_000);

        Assert.Equal(text + "\n", Render("{{title}}", Model.With("title", text)));
    }

    [Fact]
    public void A_text_of_one_million_characters_is_too_much_wherever_it_stands()
    {
        var text = new string('x', 1_000_001);

        Assert.Equal("template-too-long", Problem("{{title}}", Model.With("title", text)).Code);
        Assert.Equal("template-too-long", Problem(text, Model.Small).Code);
    }

    private static string Render(string template, IReadOnlyDictionary<string, object?>? model = null) =>
        DocumentTemplate.Parse(template, "pm.hbs").Render(model ?? Model.Small);

    private static Problem Problem(string template, IReadOnlyDictionary<string, object?> model) =>
        Assert.Single(Assert.Throws<ProblemException>(() => Render(template, model)).Problems);
}
