using BenchmarkDotNet.Attributes;
using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Benchmark.Cores;

/// <summary>The core alone on an incident in which much was said: no network, no template.</summary>
public class LargeIncident
{
    private static readonly Instant Filed = Instant.FromUtc(2024, 4, 14, 10, 6);
    private static readonly RunSettings Settings = new();
    private static readonly RepositoryInfo Repository = new("acme/shop", "https://github.com/acme/shop", "main");
    private IncidentRecord record = null!;
    private Postmortem postmortem = null!;
    private string document = null!;

    [Params(1_000, 10_000)]
    public int Comments { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        const string url = "https://github.com/acme/shop/issues/42";
        record = new(
            42,
            "Incident: Login is down",
            "### Started\n\n2024-04-14 10:00 UTC\n\n### Resolved\n\n2024-04-14 12:00 UTC\n\n### Tasks\n\n- Add an alert\n- Test the rollback",
            "mira",
            Filed,
            null,
            url,
            ["incident", "resolved"],
            new([new("started", "Started"), new("resolved", "Resolved"), new("tasks", "Tasks")]),
            [.. Enumerable.Range(0, Comments).Select(i => Comment(i, url))],
            [new("labeled", "mira", false, Filed + Duration.FromMinutes(118), $"{url}#event-1", "resolved")]);
        postmortem = Read();
        document = $"# {postmortem.Incident.Title}\n\n## Timeline\n\n{string.Join('\n', postmortem.Timeline.Select(entry => "- " + entry.Text))}\n";
    }

    /// <summary>From what GitHub holds to timeline and measures.</summary>
    [Benchmark]
    public Postmortem Read() => PostmortemAssembler.Assemble(record, Settings);

    /// <summary>From there to the changes of a first publish.</summary>
    [Benchmark]
    public Plan ToPlan()
    {
        var existing = ExistingState.Nothing("4b825dc642cb6eb9a060e54bf8d69288fbee4904", 42);
        return Planner.Make(DesiredStateComposer.Compose(postmortem, Repository, "postmortems/x.md", document, existing), existing, Repository);
    }

    // Every third one is a line of the timeline; the others are talk, of one to four lines. As among people no two are alike.
    private static CommentRecord Comment(int i, string url)
    {
        var at = Filed + Duration.FromMilliseconds(i * 600);
        var talk = string.Join('\n', Enumerable.Range(0, (i % 4) + 1).Select(line => $"Looked at node {i * 7 % 31}, line {(i * 5) + line}: nothing that would explain `HTTP 503` from the session store."));
        var body = i % 3 == 0 ? $"{at.InUtc().TimeOfDay:HH:mm} Node {i} is taken out of rotation" : talk;
        return new(i, i % 2 == 0 ? "jun" : "mira", false, true, body, at, at, $"{url}#issuecomment-{i}", false, false);
    }
}
