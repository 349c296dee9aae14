using PostmortemAction.Core.Diagrams;

namespace PostmortemAction.Core.Tests.Diagrams;

public class IncidentDiagramTests
{
    private static readonly (string, string)[] Times = [("Started", "2024-04-14 10:00 UTC"), ("Detected", "10:04"), ("Resolved", "12:00")];

    private static readonly (string, string)[] Story =
    [
        .. Times,
        ("Timeline", "10:04 Detection: the pager\n10:20 Misleading path: the database\n10:50 Investigation: the last deployment\n11:30 Mitigation: rolled back\n11:40 Mitigation: restarted"),
    ];

    [Fact]
    public void The_phases_stand_on_one_axis_of_time_from_the_start_to_the_end()
    {
        Assert.Equal(
            """
            ```mermaid
            gantt
                title Phases (UTC)
                dateFormat YYYY-MM-DD HH:mm:ss
                axisFormat %H:%M
                tickInterval 30minute
                todayMarker off
                section Undetected
                4 min :crit, 2024-04-14 10:00:00, 2024-04-14 10:04:00
                section Investigating
                1 h 26 min :2024-04-14 10:04:00, 2024-04-14 11:30:00
                section Misleading
                30 min :crit, 2024-04-14 10:20:00, 2024-04-14 10:50:00
                section Mitigating
                10 min :active, 2024-04-14 11:30:00, 2024-04-14 11:40:00
                section Monitoring
                20 min :done, 2024-04-14 11:40:00, 2024-04-14 12:00:00
                ```
            """.Replace("    ```", "```", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal),
            IncidentDiagrams.Phases(Records.Assemble(Story)));
    }

    [Fact]
    public void Without_start_and_end_there_is_no_picture() => Assert.Null(IncidentDiagrams.Phases(Records.Assemble(("Started", "2024-04-14 13:00 UTC"))));

    [Fact]
    public void Without_a_detection_the_incident_is_one_bar() =>
        Assert.Contains("section Incident", IncidentDiagrams.Phases(Records.Assemble(Times[0], Times[2])), StringComparison.Ordinal);

    [Fact]
    public void Where_the_clocks_change_in_between_the_axis_is_UTC()
    {
        var phases = IncidentDiagrams.Phases(Records.Assemble(("Started", "2024-10-27 01:30 Europe/Berlin"), ("Resolved", "2024-10-27 04:00 Europe/Berlin")));

        Assert.Contains("title Phases (UTC)", phases, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_escalations_are_drawn_from_when_each_joined()
    {
        var picture = IncidentDiagrams.Escalations(Records.Assemble([.. Times, ("Timeline", "10:30 Escalation: the database team\n11:00 Escalation: everybody; title x: click y %%")]));

        Assert.Contains("    +30 min the database team :2024-04-14 10:30:00, 2024-04-14 12:00:00\n", picture, StringComparison.Ordinal);
        Assert.Contains("    +1 h everybody title x c… :2024-04-14 11:00:00, 2024-04-14 12:00:00\n", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void One_escalation_makes_no_picture() =>
        Assert.Null(IncidentDiagrams.Escalations(Records.Assemble([.. Times, ("Timeline", "10:30 Escalation: the database team")])));

    [Theory]
    [InlineData("a: b; c # d %% e", "a b c d e")]
    [InlineData("x\"]\n```\nend", "x end")]
    [InlineData("<b>bold</b> {{y}} [z](w)", "b bold /b y z (w)")]
    [InlineData("日本語 🔥 é", "日本語 🔥 é")]
    [InlineData(":;#%", "no words")]
    [InlineData("", "no words")]
    public void No_words_of_people_end_a_label_or_begin_a_statement(string words, string label) => Assert.Equal(label, MermaidText.Label(words));
}
