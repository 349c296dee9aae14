using System.Globalization;
using System.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Text;

/// <summary>What is too long for GitHub is cut where it can be, and says so.</summary>
public class LimitsTests
{
    private const string Where = "the document";

    [Fact]
    public void What_fits_stays()
    {
        var text = new string('x', Limits.Body);

        Assert.Equal(text, Limits.OfBody(text, Where));
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("line\n")]
    [InlineData("火災が発生しました")]
    [InlineData("🔥")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("e\u0301\u0323")]
    [InlineData("🇩🇪")]
    [InlineData("\r\n")]
    [InlineData(">")]
    [InlineData("<!-- x")]
    [InlineData("```\n")]
    [InlineData("- ```\n  x\n")]
    public void What_does_not_fit_is_cut_between_characters_and_says_how_much_is_missing(string part)
    {
        var text = "head\n\n" + string.Concat(Enumerable.Repeat(part, 140_000 / part.Length));
        var cut = Limits.OfBody(text, Where);

        Assert.InRange(cut.Length, 6, Limits.Body);
        Assert.InRange(Encoding.UTF8.GetByteCount(cut), 1, 200_000);
        Assert.Matches($"… cut here: [0-9]+ more characters, see {Where}$", cut);
        var kept = cut[..cut.LastIndexOf("\n\n… cut here", StringComparison.Ordinal)];
        var common = kept.Zip(text).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Contains(common, StringInfo.ParseCombiningCharacters(text[..Math.Min(text.Length, common + 200)]));
    }

    [Fact]
    public void The_number_is_that_of_the_characters_that_are_missing()
    {
        var cut = Limits.OfBody("head\n" + new string('x', 100_000), Where);
        var kept = cut.Count(c => c == 'x');

        Assert.EndsWith($"… cut here: {100_000 - kept} more characters, see the document", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fence_that_was_cut_is_closed()
    {
        var cut = Limits.OfBody("~~~~text\n" + string.Concat(Enumerable.Repeat("a log line\n", 10_000)) + "~~~~\n", Where);

        Assert.Contains("a log line\n~~~~\n\n… cut here: ", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fence_for_whose_end_there_is_no_room_is_cut_itself()
    {
        var cut = Limits.OfBody("head\n\n" + new string('`', 50_000) + "\n" + new string('x', 50_000), Where);
        var lines = cut.Split('\n');

        Assert.InRange(cut.Length, 1, Limits.Body);
        Assert.Equal(lines[2], lines[3]);
        Assert.StartsWith("… cut here: ", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_hidden_lines_stay_whole_wherever_the_cut_is()
    {
        const string Begin = "<!-- postmortem-action begin -->";
        const string End = "<!-- postmortem-action end -->";
        for (var length = Limits.Body - 200; length < Limits.Body + 200; length++)
        {
            var cut = Limits.OfBody($"{Begin}\n{new string('x', length)}\n{End}", Where);

            Assert.StartsWith(Begin, cut, StringComparison.Ordinal);
            Assert.EndsWith(End, cut, StringComparison.Ordinal);
            Assert.InRange(cut.Length, 1, Limits.Body);
        }
    }

    [Fact]
    public void A_title_is_cut_between_characters()
    {
        var title = Limits.Title(new string('a', 250) + "👨‍👩‍👧‍👦end");

        Assert.Equal(new string('a', 250) + "…", title);
    }

    [Fact]
    public void A_title_of_one_endless_character_is_cut_within_it_but_not_within_a_part_of_it()
    {
        var title = Limits.Title(string.Concat(Enumerable.Repeat("👩\u200D", 200)));

        Assert.InRange(title.Length, 200, 256);
        Assert.EndsWith("👩…", title, StringComparison.Ordinal);
    }

    [Fact]
    public void An_annotation_says_where_the_rest_is()
    {
        var message = Limits.OfAnnotation(new string('x', 5_000), "the job summary");

        Assert.InRange(message.Length, 4_000, Limits.AnnotationLength);
        Assert.Matches("^x+ … cut here: [0-9]+ more characters, see the job summary$", message);
    }

    [Fact]
    public void Marks_and_selectors_do_not_heap_up()
    {
        Assert.Equal("a" + new string('\u0301', 8) + "b", PlainText.Clean("a" + new string('\u0301', 2_000) + "b"));
        Assert.Equal("😀\U000E0100x", PlainText.Clean("😀\U000E0100\U000E0101\uFE0Fx"));
        Assert.Equal("👩\u200D👧", PlainText.Clean("👩\u200D\u200D\u200D👧"));
        Assert.Equal("❤\uFE0F\u200D🔥", PlainText.Clean("❤\uFE0F\u200D🔥"));
    }

    [Fact]
    public void A_section_of_65536_characters_is_whole_in_the_document()
    {
        var text = string.Concat(Enumerable.Repeat("plain words here ", 4_096))[..65_536].Trim();

        Assert.Equal(text, MarkdownText.Block(text));
        Assert.Equal(text, MarkdownText.Line(text));
    }
}
