using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Tests.Reviews;

namespace PostmortemAction.Core.Tests.Bodies;

/// <summary>The list of what is left to do.</summary>
public class ReviewBodyTests
{
    [Fact]
    public void It_goes_by_the_documents_sections_with_a_link_to_each_line() => Assert.Equal(
        """
        Left to do in the document: 1 thing to mend, 1 note. To waive one, write `<!-- review: ok CODE - reason -->` on its line or the line before.

        In `Root cause`:

        - [line 27](at/27) **`The engineer forgot` says what a person left undone.** Say what made it easy to happen and what did not stop it, such as “nothing checked the configuration before it went out”. `blame-person`

        In `Tasks`:

        - [line 43](at/43) A task has no due date: `Write a test that logs in with a new key`. Write `due 2024-06-01` behind it. `task-no-due`
        """.ReplaceLineEndings("\n"),
        Body(Paper.Saying("The engineer forgot it.").Replace(" due 2024-06-08", "", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_left_to_do() => Assert.Equal("Nothing is left to do in the document.", Body(Paper.Good));

    [Fact]
    public void What_is_waived_is_folded_with_its_reason() =>
        Assert.EndsWith(
            "<details><summary>1 finding waived</summary>\n\n- [line 27](at/27) `counterfactual`: everybody knows\n\n</details>",
            Body(Paper.Saying("We should have known. <!-- review: ok counterfactual - everybody knows -->")),
            StringComparison.Ordinal);

    [Fact]
    public void What_is_too_much_is_counted()
    {
        var body = Body(string.Join("\n\n", Enumerable.Range(1, 40).Select(i => Paper.Saying("We should have known.").Replace("### Root cause", $"### Root cause {i}", StringComparison.Ordinal))));

        Assert.Equal(30, body.Split("\n- ").Length - 1);
        Assert.Matches("And [0-9]+ more: ", body);
    }

    [Fact]
    public void What_is_found_over_and_over_in_a_section_is_one_item() =>
        Assert.EndsWith(
            "\n\nIn `Root cause`:\n\n- [line 27](at/27), [line 29](at/29), [line 31](at/31) It tells what did not happen. "
                + "Say what happened and why it made sense then; what is to change is a task. `counterfactual`",
            Body(Paper.Saying(string.Join("\n\n", Enumerable.Repeat("We should have known.", 3)))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("The engineer forgot</details><script> @everyone closes #1")]
    [InlineData("@everyone-else forgot it `](x) <!-- postmortem-action end -->")]
    public void What_people_write_acts_nowhere_in_it(string text)
    {
        var hostile = Paper.With("### Root cause", $"### Root cause <b>@all</b> #1 -->\n\n{text}\n\nWe should have known. <!-- review: ok counterfactual - </details> @jun fixes #1 <script> -->");

        var body = Body(hostile);

        Assert.DoesNotContain("<script>", body, StringComparison.Ordinal);
        Assert.Equal(1, body.Split("</details>").Length - 1);
        Assert.DoesNotContain("<!-- postmortem-action", body, StringComparison.Ordinal);
        Assert.DoesNotContain(" @jun fixes #1", body, StringComparison.Ordinal);
    }

    private static string Body(string text) => ReviewBody.Of(Paper.Review(text), line => $"at/{line}");
}
