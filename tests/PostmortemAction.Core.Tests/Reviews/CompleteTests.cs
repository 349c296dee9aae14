using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.Reviews;

/// <summary>What a postmortem must hold, by its severity.</summary>
public class CompleteTests
{
    [Fact]
    public void In_a_good_document_nothing_is_found() => Assert.Empty(Paper.Review(Paper.Good).Findings);

    [Theory]
    [InlineData("Users affected", "missing-users")]
    [InlineData("Misleading path", "missing-misleading-path")]
    [InlineData("Escalation", "missing-escalation")]
    [InlineData("Tests that walk", "missing-improvements")]
    public void The_worst_incidents_are_asked_for_everything(string line, string code)
    {
        Assert.Contains(code, Paper.Codes(Paper.Without(line)));
        Assert.DoesNotContain(code, Paper.Codes(Paper.Without(line).Replace("SEV1", "SEV3", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("the alert on failed logins fires", false)]
    [InlineData("LoginErrorsHigh", true)]
    [InlineData("Monitoring told us", false)]
    [InlineData("three customers complained", false)]
    public void How_it_was_detected_is_said_by_whole_words(string entry, bool isMissing) =>
        Assert.Equal(isMissing, Paper.Codes(Paper.With("the alert on failed logins fires", entry)).Contains("missing-detected-how"));

    [Theory]
    [InlineData("| Measure | Value | How it is known |\n| --- | --- | --- |\n| Detected | 2024-04-14 10:00 UTC | Grafana \"5xx > 2 %\" |", false)]
    [InlineData("| Measure | Value | How it is known |\n| --- | --- | --- |\n| Detected | 2024-04-14 10:00 UTC | |", true)]
    [InlineData("| Measure | Value | How it is known |\n| --- | --- | --- |\n| Detected | not known | Comment `/detected 10:04 UTC`. |", true)]
    [InlineData("- **Detected**: 2024-04-14 10:00 UTC – Kunde meldete es", false)]
    [InlineData("- **Detected**: 2024-04-14 10:00 UTC", true)]
    [InlineData("Detected: 2024-04-14 10:00 UTC, Kunde meldete es", false)]
    public void How_it_was_detected_stands_in_our_own_documents_behind_the_time(string fact, bool isMissing)
    {
        var document = $"---\nincident: 42\n---\n\n{Paper.Without("Detection")}\n\n## Facts and measures\n\n{fact}\n";

        Assert.Equal(isMissing, Paper.Codes(document).Contains("missing-detected-how"));
    }

    [Theory]
    [InlineData("Duration", "missing-start")]
    [InlineData("Duration", "missing-end")]
    [InlineData("github.com", "missing-tasks")]
    [InlineData("A deployment switched", "missing-root-cause")]
    public void Small_incidents_are_asked_for_the_minimum(string line, string code) =>
        Assert.Contains(code, Paper.Codes(Paper.Without(line).Replace("SEV1", "SEV4", StringComparison.Ordinal)));

    [Fact]
    public void Without_a_severity_the_minimum_is_asked_for_and_that_is_noted() =>
        Assert.Equal(["severity-unknown"], Paper.Codes(Paper.Without("Severity").Replace("- Users affected: 75 %\n", "", StringComparison.Ordinal)));

    [Fact]
    public void A_zone_that_only_the_configuration_names_is_not_in_the_document()
    {
        var settings = new RunSettings { TimeZoneChosen = true };

        Assert.Contains("missing-zone", Paper.Codes(Paper.Good.Replace(" UTC", "", StringComparison.Ordinal), settings));
    }

    [Fact]
    public void A_team_says_what_it_asks_for()
    {
        var settings = new RunSettings { Review = new() { Require = new Dictionary<string, IReadOnlyList<string>> { ["sev1"] = ["start"], ["other"] = ["users"] } } };

        Assert.Empty(Paper.Codes(Paper.Without("Affected services").Replace("login API", "thing", StringComparison.Ordinal), settings));
        Assert.Contains("missing-users", Paper.Codes(Paper.Without("Users affected").Replace("SEV1", "SEV5", StringComparison.Ordinal), settings));
    }

    [Fact]
    public void What_is_missing_is_told_at_its_section()
    {
        var text = Paper.Without("github.com");

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal("### Tasks", text.Split('\n')[finding.Line - 1]);
        Assert.Equal(("missing-tasks", "Tasks"), (finding.Code, finding.Section));
    }

    [Fact]
    public void A_cause_in_three_words_is_noted() =>
        Assert.Contains("root-cause-brief", Paper.Codes(Paper.With(
            "A deployment switched the token check to a key that no server had loaded, and no test covered that path.", "A wrong key.")));

    [Fact]
    public void Everything_that_can_be_asked_for_has_a_code() =>
        Assert.All(Profiles.Aspects, aspect => Assert.True(FindingKinds.IsKnown(FindingKinds.Missing + aspect), aspect));

    [Fact]
    public void Every_profile_asks_for_what_there_is() =>
        Assert.All(Profiles.Default.Values.SelectMany(profile => profile), aspect => Assert.Contains(aspect, Profiles.Aspects));
}
