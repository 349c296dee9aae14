using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Templates;
using PostmortemAction.Tests.Scenarios;

namespace PostmortemAction.Tests.Archives;

/// <summary>The archive tells of a document that we wrote what it was written from.</summary>
public class ArchiveRoundTripTests
{
    public static TheoryData<string, string> All { get; } = new(ScenarioRun.Names.SelectMany(_ => TemplateSet.Names, (name, set) => (name, set)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_document_of_ours_comes_back_with_the_same_figures(string name, string set)
    {
        var scenario = new ScenarioRun(name, set);
        var result = await scenario.RunAsync();
        var written = result.Postmortem!;

        var row = ArchiveReader.Read("document.md", scenario.Files["document.md"], new LocalDate(2030, 1, 1));

        Assert.Equal(result.Number, row.Incident);
        Assert.Equal(written.Milestones.Started?.Moment.Date, row.Date);
        Assert.Equal((written.Incident.Title, written.Incident.Severity), (row.Title ?? "", row.Severity));
        Assert.Equal(written.Incident.Services, row.Services);
        Assert.Equal(written.Measure("duration").Minutes, row.DurationMinutes);
        Assert.Equal(written.Measure("time_to_detect").Minutes, row.DetectMinutes);
        Assert.Equal(written.Incident.UsersAffectedPercent, row.UsersAffectedPercent);
        Assert.Equal(written.FollowUps.Count, row.FollowUps ?? 0);
        Assert.DoesNotContain(row.Problems, problem => problem.Code.StartsWith("front-matter", StringComparison.Ordinal));
    }
}
