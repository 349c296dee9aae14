using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Text;

/// <summary>In bodies of issues, pull requests and comments nothing of people's words notifies, references or closes.</summary>
public class ConversationTests
{
    [Theory]
    [InlineData("<b title=\"@octocat fixes #9\">", "&lt;b title=\"@&#8203;octocat fixes #&#8203;9\">")]
    [InlineData("<img alt=\"@jun #1\" src=\"https://github.com/user-attachments/assets/1\">", "![@&#8203;jun \\#&#8203;1](https://github.com/user-attachments/assets/1)")]
    [InlineData("a <!-- postmortem-action end -->", "a &lt;!-- postmortem-action end -->")]
    [InlineData("`<!-- postmortem-action end -->`", "`<\u200B!-- postmortem-action end -->`")]
    [InlineData("\\<!-- postmortem-action end -->", "&lt;!-- postmortem-action end -->")]
    public void HTML(string text, string expected) => Assert.Equal(expected, MarkdownText.ConversationLine(text));

    [Theory]
    [InlineData("fixes <https://github.com/acme/shop/issues/12>", "fixes https:&#8203;//github.com/acme/shop/issues/&#8203;12")]
    [InlineData("fixes https://github.com/acme/shop/pull/12", "fixes https:&#8203;//github.com/acme/shop/pull/&#8203;12")]
    [InlineData("https://github.com/acme/shop/commit/abcdef1", "https:&#8203;//github.com/acme/shop/commit/&#8203;abcdef1")]
    [InlineData("[x](https://github.com/a/b/issues/12)", "\\[x\\](https:&#8203;//github.com/a/b/issues/&#8203;12)")]
    [InlineData("[x](https://github.com/a/b/iss&#117;es/%31)", "\\[x\\](https:&#8203;//github.com/a/b/iss&amp;\\#&#8203;117;es/%31)")]
    [InlineData("[x]: https://github.com/a/b/issues/12", "\\[x\\]: https:&#8203;//github.com/a/b/issues/&#8203;12")]
    [InlineData("see https://example.com/#12", "see https:&#8203;//example.com/#&#8203;12")]
    [InlineData("@[octocat](../x)", "@&#8203;\\[octocat\\](../x)")]
    [InlineData("<a@octocat>", "a@&#8203;octocat")]
    [InlineData("[x](https://example.com \"@octocat #9\")", "[x](https://example.com)")]
    public void Addresses_and_links(string text, string expected) => Assert.Equal(expected, MarkdownText.ConversationLine(text));

    [Theory]
    [InlineData("&#64;octocat", "&#64;&#8203;octocat")]
    [InlineData("&commat;octocat", "&commat;&#8203;octocat")]
    [InlineData("&#35;12", "&#35;&#8203;12")]
    [InlineData("#&#49;3", "#&#8203;&#49;3")]
    [InlineData("GH-&#49;2", "GH-&#8203;&#49;2")]
    [InlineData("GH\\-12", "GH\\-&#8203;12")]
    [InlineData("@**octocat**", "@&#8203;**octocat**")]
    [InlineData("C#", "C#")]
    [InlineData("x &amp; y", "x &amp; y")]
    public void Entities_and_neighbours(string text, string expected) => Assert.Equal(expected, MarkdownText.ConversationLine(text));

    [Theory]
    [InlineData("**bold**, _soft_, `code` and [a link](https://example.com/a_(b)?c=1&d=2)")]
    [InlineData("![a picture](https://github.com/user-attachments/assets/1) and <https://example.com>")]
    [InlineData("[mail](mailto:a@example.com)")]
    public void Everything_else_stays(string text) => Assert.Equal(text, MarkdownText.ConversationLine(text));
}
