using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>Our own documents under our own review: what we compose contradicts nothing, whatever people did not tell us.</summary>
public class OwnReviewTests
{
    public static TheoryData<string> Scenarios { get; } = new(Directory.EnumerateDirectories(Repository.Scenario("")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void What_we_compose_fits_together_and_has_its_issues(string scenario)
    {
        var review = Reviewer.Of(Repository.Read($"tests/Scenarios/{scenario}/expected/document.md"), "postmortems/x.md", new RunSettings());

        string[] ours = ["duration-differs", "measure-differs", "times-crossed", "figure-unreadable", "entry-outside", "link-broken", "follow-up-without-issue", "not-a-postmortem", "length-guide"];
        Assert.DoesNotContain(review.Open, finding => ours.Contains(finding.Code) || finding.Code.StartsWith("waiver-", StringComparison.Ordinal));
        Assert.DoesNotContain(review.Open, finding => finding.Kind.Group == FindingGroup.Blameless);
    }

    [Fact]
    public void The_one_incident_that_was_resolved_before_its_end_is_the_one_that_is_told() =>
        Assert.Equal(
            ["misconfigured-server"],
            Scenarios.Select(row => row.Data).Where(scenario => Reviewer.Of(Repository.Read($"tests/Scenarios/{scenario}/expected/document.md"), "x.md", new RunSettings())
                .Open.Any(finding => finding.Code == "resolution-differs")));
}
