using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Tests.Reading;

/// <summary>Whatever somebody pastes: an answer, the same one each time.</summary>
public class RobustnessTests
{
    private static readonly RepositoryInfo Repository = new("acme/shop", "https://github.com/acme/shop", "main");

    public static TheoryData<string, string> Monsters { get; } = new()
    {
        { "nothing", "" },
        { "65,536 backticks", new string('`', 65_536) },
        { "65,536 opening brackets", new string('[', 65_536) },
        { "65,536 quotes in quotes", new string('>', 65_536) },
        { "65,536 bars", new string('|', 65_536) },
        { "a line of a million characters", new string('x', 1_000_000) },
        { "a line of a million digits", new string('1', 1_000_000) },
        { "10,000 headings", string.Concat(Enumerable.Range(0, 10_000).Select(i => $"# Timeline {i}\n\n10:00 x\n")) },
        { "lists in lists", string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i * 2) + "- 10:00 x\n")) },
        { "open fences", string.Concat(Enumerable.Repeat("```\n~~~~\n", 5_000)) },
        { "every control character", string.Concat(Enumerable.Range(0, 160).Select(i => $"10:0{i % 10} a{(char)i}b\n")) },
        { "lone surrogates", "10:00 \uD800 x \uDC00\n# Root cause\n\uDFFF" },
        { "numbers that are none", "### Users affected\n\nnan\n\n### Started\n\n9999-12-31 10:00 UTC\n\n### Detected\n\n10:05" },
        { "a table that ends with an empty row", "## Timeline\n\n| Time | Note |\n| --- | --- |\n| 10:00 | x |\n| | |" },
        { "a list that ends with a bullet of nothing", "## Tasks\n\n- Add an alert\n -" },
        { "years at the edges", "### Started\n\n0001-01-01 00:00 +14:00\n\n### Resolved\n\n2999-12-31 23:59 -12:00\n\n### Timeline\n\nApr 15 10:05 x" },
    };

    [Theory]
    [MemberData(nameof(Monsters))]
    public void A_monster_gets_an_answer(string name, string body)
    {
        Assert.NotEmpty(name);
        Assert.StartsWith("{", Json(body), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_gets_an_answer_and_the_same_one_twice() =>
        Prop.ForAll(Texts(), text => Json(text) == Json(text)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("A. ")]
    [InlineData("1. ")]
    [InlineData("a.m. 1 ")]
    [InlineData("10:00 b. ")]
    [InlineData("<")]
    [InlineData("<x ")]
    public void The_work_on_a_timeline_grows_with_its_length_and_not_faster(string part) =>
        Growth.IsLinear(length => $"## Timeline\n\n{Growth.Heap(part, length)}>", text => Read(text));

    [Fact]
    public void The_work_on_prose_and_entries_grows_with_both_and_not_with_their_product() =>
        Growth.IsLinear(length => $"## Summary\n\n{Growth.Heap("word 12 ", length / 2)}\n\n## Timeline\n\n{Growth.Heap("- 10:10 x\n", length / 2)}", text => Read(text));

    [Fact]
    public void Line_ends_do_not_change_what_is_read() =>
        Prop.ForAll(Texts(), text => Json(text) == Json(text.Replace("\n", "\r\n", StringComparison.Ordinal))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_section_that_means_nothing_to_us_changes_nothing_else() =>
        Prop.ForAll(Texts(), text =>
        {
            var document = $"# Summary\n\n{text}\n\n# Trivia of the day\n\nNone of it matters.\n";
            var with = Read(document);
            var without = Read($"# Summary\n\n{text}\n");
            return with.Milestones == without.Milestones
                && with.Timeline.Count == without.Timeline.Count
                && with.FollowUps.Count == without.FollowUps.Count
                && with.Incident.UsersAffectedPercent == without.Incident.UsersAffectedPercent;
        }).QuickCheckThrowOnFailure();

    /// <summary>Texts made of what postmortems are made of, and of what breaks readers.</summary>
    private static Arbitrary<string> Texts()
    {
        string[] pieces =
        [
            "10:00 ", "6PM ", "2024-04-14 ", "April 14, 2024 ", "25:99 ", " UTC ", " to ", "30% of users ", "# Timeline\n", "**Root cause**\n", "# Tasks\n", "Resolution: ", "- ", "\n -", "--\n", "==\n", "1. ", "| a | b |\n| --- | --- |\n",
            "```\n", "~~~", "<br>", "<!--", "-->", "> ", "\n", "\n\n", "    ", "\t", "@jun ", "due 2024-06-01 ", "[x](y)", "![p](https://e/p.png)\n", "\u202E", "\0", "👩‍🚒", "é", "word ", "Misleading path: ", "/started ", "_", "*", "(", ")", ":", ".",
        ];
        var text = Gen.Elements(pieces).ArrayOf().Select(parts => string.Concat(parts));
        return Arb.From(text);
    }

    private static Postmortem Read(string body) =>
        Records.Assemble(new IncidentRecord(null, "", body, null, null, null, "file.md", [], Records.Form, [], []));

    private static string Json(string body) => PostmortemJson.Write(PostmortemModel.ForJson(Read(body), Repository));
}
