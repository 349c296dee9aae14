using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Tests.Reading;

/// <summary>Sections of which another one means the same field: nothing that somebody wrote gets lost.</summary>
public class SecondSectionTests
{
    [Theory]
    [InlineData("Impact", "Business impact")]
    [InlineData("Customer impact", "Impact")]
    public void What_two_sections_say_of_the_impact_stands_together(string first, string second) =>
        Assert.Equal("Nobody could pay.\n\nWe lost money.", Read($"## {first}\n\nNobody could pay.\n\n## {second}\n\nWe lost money.").Incident.Impact);

    [Fact]
    public void The_entries_of_two_timelines_are_one_timeline() =>
        Assert.Equal(
            ["deploy", "alert fired", "rolled back"],
            Read("## Timeline\n\n- 10:00 deploy\n\n## Detailed timeline\n\n- 10:05 alert fired\n- 10:30 rolled back").Timeline.Select(entry => entry.Text));

    [Fact]
    public void Tasks_and_improvements_of_two_sections_are_one_list_each()
    {
        var incident = Read("## Action items\n\n- Add a test\n\n## Improvements\n\n- Test more\n\n## Next steps\n\n1. Tell the customers\n\n## Recommendations\n\n- Deploy less").Incident;

        Assert.Equal(["Add a test", "Tell the customers"], incident.Tasks.Select(task => task.Title));
        Assert.Equal(["Test more", "Deploy less"], incident.Improvements);
    }

    [Theory]
    [InlineData("Root cause", "Contributing factors")]
    [InlineData("Root cause", "Trigger")]
    [InlineData("Cause", "Trigger")]
    [InlineData("Root cause", "Reason")]
    public void The_section_that_is_named_for_the_cause_says_it_wherever_it_stands_and_the_other_is_kept(string name, string other)
    {
        var (best, second) = ($"## {name}\n\nA typo.", $"## {other}\n\nNo tests.");

        Assert.All([$"{best}\n\n{second}", $"{second}\n\n{best}"], body =>
        {
            var incident = Read(body).Incident;
            Assert.Equal("A typo.", incident.RootCause);
            Assert.Equal([(other, "No tests.")], incident.Answers.Sections.Select(section => (section.Label, section.Text)));
        });
    }

    [Theory]
    [InlineData("Resolution", "Recovery")]
    [InlineData("Resolution", "Mitigation")]
    [InlineData("Resolution", "Fix")]
    [InlineData("How it was fixed", "Mitigation")]
    public void The_section_that_is_named_for_the_resolution_says_it_wherever_it_stands_and_the_other_is_kept(string name, string other)
    {
        var (best, second) = ($"## {name}\n\nWe rolled back.", $"## {other}\n\nWe shed load.");

        Assert.All([$"{best}\n\n{second}", $"{second}\n\n{best}"], body =>
        {
            var incident = Read(body).Incident;
            Assert.Equal("We rolled back.", incident.Resolution);
            Assert.Equal([(other, "We shed load.")], incident.Answers.Sections.Select(section => (section.Label, section.Text)));
        });
    }

    [Theory]
    [InlineData("Trigger", "A typo.")]
    [InlineData("Contributing factors", "A typo.")]
    public void Alone_such_a_section_says_it_still(string name, string text) => Assert.Equal(text, Read($"## {name}\n\n{text}").Incident.RootCause);

    [Fact]
    public void A_second_value_of_a_field_that_takes_one_is_kept_as_a_section_and_the_same_words_are_not() =>
        Assert.Equal(
            ["Severity: SEV1"],
            Read("Severity: SEV2\nStart: 2024-04-14 10:00 UTC\n\n## Details\n\n- Severity: SEV1\n- Start: 2024-04-14 10:00 UTC").Incident.Answers.Sections.Where(section => section.Label != "Details").Select(section => $"{section.Label}: {section.Text}"));

    [Fact]
    public void What_stands_above_cause_and_resolution_together_is_kept_where_each_has_a_section() =>
        Assert.Contains(
            Read("## Root cause and resolution\n\nIt was a long night.\n\n### Root cause\n\nA typo.\n\n### Resolution\n\nWe rolled back.").Incident.Answers.Sections,
            section => section.Text == "It was a long night.");

    [Fact]
    public void Measures_beside_improvements_are_kept() =>
        Assert.Equal(
            [("Lessons learned", "We talked.")],
            Read("## Lessons learned\n\nWe talked.\n\n## Improvements\n\n- Test more").Incident.Answers.Sections.Select(section => (section.Label, section.Text)));

    [Fact]
    public void Sections_that_are_kept_stand_in_the_order_of_the_document() =>
        Assert.Equal(
            ["Trigger", "Pets", "Recovery"],
            Read("## Trigger\n\nA deploy.\n\n## Pets\n\nA dog.\n\n## Root cause\n\nA typo.\n\n## Resolution\n\nA fix.\n\n## Recovery\n\nTwo hours.").Incident.Answers.Sections.Select(section => section.Label));

    [Theory]
    [InlineData("## Impact\n\nx\n\n")]
    [InlineData("## Root cause\n\nx\n\n## Trigger\n\ny\n\n")]
    public void Many_sections_of_one_field_cost_no_more_than_they_are_long(string part) =>
        Growth.IsLinear(length => Growth.Heap(part, length), text => BodyReader.Read(text, Records.Form));

    private static Postmortem Read(string body) => Records.Assemble(new IncidentRecord(
        null, "", body, null, null, null, "file.md", [], Records.Form, [], []));
}
