using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Adoption;

/// <summary>An incident in which every list has something in it, for trying a template.</summary>
internal static class SampleIncident
{
    private const string Body = """
        ### Severity

        SEV2

        ### Affected services

        login API

        ### Started

        2024-04-14 10:00 UTC

        ### Detected

        2024-04-14 10:04 UTC

        ### Resolved

        2024-04-14 12:00 UTC

        ### Timeline

        - 10:04 Detection: the error rate pages the on-call engineer
        - 10:05 Misleading path: we suspect the database
        - 11:30 Mitigation: the deployment is rolled back

        ### Root cause

        A typo in the configuration.

        ### Improvements

        - Better alerts

        ### Tasks

        - Add an alert on the error rate @octocat due 2024-06-01
        """;

    public static IReadOnlyDictionary<string, object?> Model(RunSettings settings, RepositoryInfo repository)
    {
        var filed = Instant.FromUtc(2024, 4, 14, 10, 5);
        var record = new IncidentRecord(1, "Login is down", Body, "octocat", filed, null, repository.IssueUrl(1), [settings.IncidentLabel, settings.ResolvedLabel], FormDefinition.None, [], []);
        return PostmortemModel.ForTemplate(PostmortemAssembler.Assemble(record, settings), repository);
    }
}
