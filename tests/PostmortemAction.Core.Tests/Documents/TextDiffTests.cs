using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Syntax;
using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.Documents;

public class TextDiffTests
{
    [Fact]
    public void The_lines_that_changed_are_shown_with_two_of_each_side() =>
        Assert.Equal("…\n 4\n 5\n-6\n+six\n 7\n 8\n", "…\n" + TextDiff.Of("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\n5\nsix\n7\n8\n9"));

    [Fact]
    public void What_is_left_out_between_two_changes_shows() =>
        Assert.Equal("-1\n+one\n 2\n 3\n…\n 7\n 8\n-9\n+nine\n", TextDiff.Of("1\n2\n3\n4\n5\n6\n7\n8\n9", "one\n2\n3\n4\n5\n6\n7\n8\nnine"));

    [Fact]
    public void A_text_that_is_new_is_all_new() => Assert.Equal("+one\n+two\n", TextDiff.Of("", "one\ntwo"));

    [Fact]
    public void A_text_that_goes_is_all_gone() => Assert.Equal("-one\n-two\n", TextDiff.Of("one\ntwo", ""));

    [Fact]
    public void What_did_not_change_has_no_diff() => Assert.Equal("", TextDiff.Of("one\ntwo", "one\ntwo"));

    [Fact]
    public void Every_line_that_came_or_went_is_in_it() =>
        Prop.ForAll(Arb.From(Drafts.Any), Arb.From(Drafts.Any), (before, after) =>
        {
            var (old, now) = (Drafts.Said(Unix(before)), Drafts.Said(Unix(after)));
            var diff = TextDiff.Of(before, after).Split('\n').Select(line => line.TrimEnd()).ToHashSet();
            return now.Except(old).All(line => diff.Contains("+" + line)) && old.Except(now).All(line => diff.Contains("-" + line));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("```")]
    [InlineData("``````````\n</details>")]
    [InlineData("~~~\n~~~")]
    [InlineData("`` ` ```\r```\r\n````")]
    [InlineData("<!-- postmortem-action end -->\n@octocat closes #1")]
    public void Nothing_ends_the_block_from_within(string text) => AssertOneBlock(text);

    [Fact]
    public void Nothing_whatever_ends_the_block_from_within()
    {
        var hostile = Gen.Elements("`", "```", "````", "~~~", "\n", " ", "diff", "\t", "\r", ">", "- ").ArrayOf().Select(parts => string.Concat(parts));

        Prop.ForAll(Arb.From(hostile), AssertOneBlock).QuickCheckThrowOnFailure();
    }

    private static void AssertOneBlock(string text)
    {
        foreach (var (before, after) in new[] { ("", text), (text, ""), (text, text + "\nmore") })
        {
            var block = Assert.Single(Markdown.Parse("above\n\n" + TextDiff.Fenced(before, after) + "\n\nbelow").OfType<FencedCodeBlock>());

            Assert.Equal("diff", block.Info);
            Assert.Equal("below", Markdown.ToPlainText("above\n\n" + TextDiff.Fenced(before, after) + "\n\nbelow").TrimEnd().Split('\n')[^1]);
        }
    }

    private static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
