using PostmortemAction.Configuration;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Times;
using PostmortemAction.Templates;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>A document that we wrote is read back as what it was written from: our own documents are an archive too.</summary>
public class RoundTripTests
{
    public static TheoryData<string, string> All { get; } = new(ScenarioRun.Names.SelectMany(_ => TemplateSet.Names, (name, set) => (name, set)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_document_reads_back_with_the_same_figures(string name, string set)
    {
        var (written, read) = await ReadBackAsync(name, set);

        Assert.Equal(written.Incident.Title, read.Incident.Title);
        Assert.Equal(written.Incident.Severity, read.Incident.Severity);
        Assert.Equal(written.Milestones.Started?.Moment.Instant, read.Milestones.Started?.Moment.Instant);
        Assert.Equal(written.Milestones.Resolved?.Moment.Instant, read.Milestones.Resolved?.Moment.Instant);
        Assert.Equal(Minute(written.Milestones.Detected?.Moment), Minute(read.Milestones.Detected?.Moment));
        Assert.Equal(written.Measure("duration").Minutes, read.Measure("duration").Minutes);
        Assert.Equal(written.Incident.UsersAffectedPercent, read.Incident.UsersAffectedPercent);
        Assert.Equal(written.Incident.Services, read.Incident.Services);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_document_reads_back_with_the_same_timeline_causes_and_tasks(string name, string set)
    {
        var (written, read) = await ReadBackAsync(name, set);

        Assert.Equal(written.Incident.RootCause is null, read.Incident.RootCause is null);
        Assert.Equal(written.Incident.Resolution is null, read.Incident.Resolution is null);
        Assert.Equal(
            written.Incident.Tasks.Select(task => (task.Title, task.Owner, task.Due)),
            read.Incident.Tasks.Select(task => (task.Title, task.Owner, task.Due)));
        if (set == "brief")
        {
            // It tells the key moments only.
            Assert.Subset(Minutes(written).ToHashSet(), Minutes(read).ToHashSet());
        }
        else
        {
            Assert.Equal(Minutes(written), Minutes(read));
        }
    }

    /// <summary>The document shows minutes.</summary>
    private static IEnumerable<long?> Minutes(Postmortem postmortem) => postmortem.Timeline.Select(entry => Minute(entry.At));

    private static long? Minute(Moment? moment) => moment?.Instant?.ToUnixTimeSeconds() / 60;

    private static async Task<(Postmortem Written, Postmortem Read)> ReadBackAsync(string name, string set)
    {
        var scenario = new ScenarioRun(name, set);
        var result = await scenario.RunAsync();
        var file = new IncidentRecord(null, "", scenario.Files["document.md"], null, null, null, "document.md", [], FormReader.BuiltIn, [], []);
        return (result.Postmortem!, PostmortemAssembler.Assemble(file, new RunSettings()));
    }
}
