using PostmortemAction.Configuration;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>A document that we wrote is read back as what it was written from: our own documents are an archive too.</summary>
public class RoundTripTests
{
    public static TheoryData<string> All { get; } = [.. ScenarioRun.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_document_reads_back_with_the_same_figures(string name)
    {
        var (written, read) = await ReadBackAsync(name);

        Assert.Equal(written.Incident.Title, read.Incident.Title);
        Assert.Equal(written.Incident.Severity, read.Incident.Severity);
        Assert.Equal(written.Milestones.Started?.Moment.Instant, read.Milestones.Started?.Moment.Instant);
        Assert.Equal(written.Milestones.Resolved?.Moment.Instant, read.Milestones.Resolved?.Moment.Instant);
        Assert.Equal(written.Measure("duration").Minutes, read.Measure("duration").Minutes);
        Assert.Equal(written.Incident.UsersAffectedPercent, read.Incident.UsersAffectedPercent);
        Assert.Equal(written.Incident.Services, read.Incident.Services);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_document_reads_back_with_the_same_timeline_causes_and_tasks(string name)
    {
        var (written, read) = await ReadBackAsync(name);

        Assert.Equal(Minutes(written), Minutes(read));
        Assert.Equal(written.Incident.RootCause is null, read.Incident.RootCause is null);
        Assert.Equal(written.Incident.Resolution is null, read.Incident.Resolution is null);
        Assert.Equal(
            written.Incident.Tasks.Select(task => (task.Title, task.Owner, task.Due)),
            read.Incident.Tasks.Select(task => (task.Title, task.Owner, task.Due)));
    }

    /// <summary>The document shows minutes.</summary>
    private static IEnumerable<long?> Minutes(Postmortem postmortem) => postmortem.Timeline.Select(entry => entry.At?.Instant?.ToUnixTimeSeconds() / 60);

    private static async Task<(Postmortem Written, Postmortem Read)> ReadBackAsync(string name)
    {
        var scenario = new ScenarioRun(name);
        var result = await scenario.RunAsync();
        var file = new IncidentRecord(null, "", scenario.Files["document.md"], null, null, null, "document.md", [], FormReader.BuiltIn, [], []);
        return (result.Postmortem!, PostmortemAssembler.Assemble(file, new RunSettings()));
    }
}
