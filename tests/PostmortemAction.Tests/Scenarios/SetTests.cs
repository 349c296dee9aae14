using PostmortemAction.Configuration;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Timelines;
using PostmortemAction.Preview;
using PostmortemAction.Templates;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>What holds of the document of every built-in template.</summary>
public class SetTests
{
    private static readonly string[] Hostile =
    [
        "# A heading", "- </details>", "> [!CAUTION]\n> Boo", "</summary></details><script>", "| a | b |\n| --- | --- |\n| c | d |", "```\nnobody closes this",
        "a | b {{title}} {% raw %} <!-- and on", "[!WARNING]", "1. </td></table>", "Setext\n===", "![x](https://example.com/a.png)\n\nBehind a picture.", "    code",
    ];

    public static TheoryData<string, string> All { get; } = new(ScenarioRun.Names.SelectMany(_ => TemplateSet.Names, (name, set) => (name, set)));

    public static TheoryData<string, string> Attacks { get; } = new(TemplateSet.Names.SelectMany(_ => Hostile, (set, text) => (set, text)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_headings_are_unique_and_nothing_is_folded_across_them(string name, string set)
    {
        var run = new ScenarioRun(name, set);
        await run.RunAsync();

        var sections = DocumentSection.Split(run.Files["document.md"]);

        Assert.Equal("---", sections[0].Key);
        Assert.DoesNotContain(sections, section => section.Key.Contains('\n', StringComparison.Ordinal));
        Assert.All(sections, section => Assert.Equal(Count(section.Text, "<details>"), Count(section.Text, "</details>")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_asks_where_a_person_must_write_and_leaves_nothing_to_do(string name, string set)
    {
        var run = new ScenarioRun(name, set);
        await run.RunAsync();

        Assert.DoesNotContain("TODO", run.Files["document.md"], StringComparison.OrdinalIgnoreCase);
        Assert.All(
            DocumentSection.Split(run.Files["document.md"]).Skip(1).Zip(DocumentSection.Split(run.Files["document.md"]).Skip(2)),
            pair => Assert.True(pair.First.Content.Contains('\n', StringComparison.Ordinal) || pair.Second.Level > pair.First.Level, $"{pair.First.Key} is empty"));
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Whatever_stands_in_the_incident_it_keeps_its_sections_and_its_box(string set, string text)
    {
        var calm = Sections(Render(set, "Calm.", "Calm."));

        var hostile = Render(set, text, text);

        // People's own headings come below the document's.
        Assert.Equal(calm, Sections(hostile).Where(calm.Contains));
        Assert.Equal(calm, Sections(hostile).Where(key => key.TakeWhile(c => c == '#').Count() < 4));
        Assert.Equal(Count(hostile, "\n<details>"), Count(hostile, "</details>"));
        Assert.DoesNotContain("\n</", hostile, StringComparison.Ordinal);
        Assert.Equal(set is "full" or "brief" ? 1 : 0, Count(hostile, "\n> [!IMPORTANT]\n> "));
    }

    [Theory]
    [InlineData(25, 0)]
    [InlineData(26, 1)]
    public void A_timeline_folds_when_it_has_more_than_25_entries(int entries, int folds)
    {
        foreach (var set in TemplateSet.Names.Except(["brief"]))
        {
            var document = Render(set, "Calm.", "Calm.", entries);

            Assert.Equal(folds, Count(document, "<details>"));
            Assert.Equal(folds, Count(document, $"<summary>All {entries} entries</summary>"));
            Assert.Equal(1 + folds, Count(document, "it began"));
        }
    }

    [Theory]
    [InlineData("full")]
    [InlineData("brief")]
    [InlineData("google-sre")]
    [InlineData("alx")]
    public void Its_pictures_and_impact_measures_appear_when_there_are_some(string set)
    {
        var model = Model("Calm.", "Calm.", 1);
        model["diagram"] = "```mermaid\ngantt\n```";
        model["escalation_diagram"] = "```mermaid\nsequenceDiagram\n```";
        model["impact_measures"] = new List<object?> { new Dictionary<string, object?> { ["title"] = "Outage minutes", ["value"] = "90 min", ["how"] = "120 min × 75 %" } };

        var document = DocumentTemplate.BuiltIn(set).RenderDocument(model);

        Assert.Contains("\n\n```mermaid\ngantt\n```\n\n", document, StringComparison.Ordinal);
        Assert.Contains("```mermaid\nsequenceDiagram\n```\n", document, StringComparison.Ordinal);
        Assert.Contains("Outage minutes", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("brief")]
    [InlineData("google-sre")]
    [InlineData("alx")]
    public void Nobody_is_asked_for_what_they_told_or_for_what_it_never_shows(string set)
    {
        var document = DocumentTemplate.BuiltIn(set).RenderDocument(Told());

        var review = Reviewer.Of(document, "postmortems/x.md", new RunSettings { Template = set });

        Assert.DoesNotContain(review.Open, finding => finding.Code.StartsWith(FindingKinds.Missing, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("full")]
    [InlineData("google-sre")]
    [InlineData("alx")]
    public void Each_entry_comes_with_its_kind_which_is_read_back(string set)
    {
        var read = Read(DocumentTemplate.BuiltIn(set).RenderDocument(Told()));

        Assert.Equal(
            [null, EntryKind.Detection, EntryKind.Investigation, EntryKind.MisleadingPath, EntryKind.Escalation, EntryKind.Mitigation, EntryKind.Resolution],
            read.Timeline.Select(entry => entry.Kind));
        Assert.Equal(["Deploy", "LoginErrorsHigh", "Queries are slow", "DNS", "Jo joins", "The pool is doubled", "The proxy is fixed"], read.Timeline.Select(entry => entry.Text.Split(" ([proof]")[0]));

        static Postmortem Read(string document) =>
            PostmortemAssembler.Assemble(new IncidentRecord(null, "", document, null, null, null, "document.md", [], FormReader.BuiltIn, [], []), new RunSettings());
    }

    [Theory]
    [InlineData("full")]
    [InlineData("brief")]
    [InlineData("google-sre")]
    [InlineData("alx")]
    public void What_is_not_known_comes_with_the_way_to_supply_it(string set)
    {
        var document = Render(set, "Calm.", "Calm.");

        Assert.Contains("not known", document, StringComparison.Ordinal);
        Assert.Contains("omment `/affected 30%`", document, StringComparison.Ordinal);
        Assert.Contains("omment `/service NAME`", document, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sections(string document) => DocumentSection.Split(document).Select(section => section.Key);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Render(string set, string impact, string cause, int entries = 1) => DocumentTemplate.BuiltIn(set).RenderDocument(Model(impact, cause, entries));

    private static Dictionary<string, object?> Model(string impact, string cause, int entries)
    {
        var form = FormReader.BuiltIn;
        string Field(string id, string text) => $"### {form.Fields.First(field => field.Id == id).Label}\n\n{text}\n\n";
        var lines = Enumerable.Range(0, entries).Select(i => i == 0 ? "- 10:00 Detection: it began" : $"- {10 + (i / 30)}:{i % 30 * 2:00} entry {i}");
        var body = Field(FieldIds.Started, "2024-04-14 10:00 UTC") + Field(FieldIds.Resolved, "2024-04-14 18:00 UTC") + Field(FieldIds.Impact, impact)
            + Field(FieldIds.Timeline, string.Join('\n', lines)) + Field(FieldIds.RootCause, cause) + Field(FieldIds.Resolution, cause) + Field(FieldIds.Tasks, $"- {cause}");
        var record = new IncidentRecord(
            7, "Calm", body, "mira", NodaTime.Instant.FromUtc(2024, 4, 14, 10, 5), null, "https://github.com/acme/shop/issues/7", ["incident", "resolved"], form, [], []);
        return new(PostmortemModel.ForTemplate(PostmortemAssembler.Assemble(record, new RunSettings()), Scenario.Repository));
    }

    /// <summary>The worst of incidents, with everything told; how it was detected in words that no list of ours holds.</summary>
    private static Dictionary<string, object?> Told()
    {
        var form = FormReader.BuiltIn;
        string[] lines =
        [
            "- 10:00 Deploy", "- 10:05 Detection: LoginErrorsHigh", "- 10:10 Investigation: Queries are slow", "- 10:20 Misleading path: DNS", "- 10:30 Escalation: Jo joins",
            "- 10:40 Mitigation: The pool is doubled", "- 11:00 Resolution: The proxy is fixed",
        ];
        (string Field, string Text)[] fields =
        [
            (FieldIds.Severity, "SEV1"), (FieldIds.Services, "login"), (FieldIds.Started, "2024-04-14 10:00 UTC"), (FieldIds.Detected, "2024-04-14 10:05 UTC"), (FieldIds.DetectedHow, "Kunde ruft an"),
            (FieldIds.Resolved, "2024-04-14 11:00 UTC"), (FieldIds.Impact, "Users could not log in."), (FieldIds.UsersAffected, "30%"), (FieldIds.Timeline, string.Join('\n', lines)),
            (FieldIds.RootCause, "The pool was too small, and nobody had measured it before."), (FieldIds.Resolution, "The proxy was fixed and the pool was doubled."), (FieldIds.Improvements, "- Better tests"), (FieldIds.Tasks, "- Add an alert @jun due 2024-06-01"),
        ];
        var body = string.Concat(fields.Select(each => $"### {form.Fields.First(field => field.Id == each.Field).Label}\n\n{each.Text}\n\n"));
        var record = new IncidentRecord(
            7, "Calm", body, "mira", NodaTime.Instant.FromUtc(2024, 4, 14, 10, 5), null, "https://github.com/acme/shop/issues/7", ["incident", "resolved"], form, [], []);
        return new(PostmortemModel.ForTemplate(PostmortemAssembler.Assemble(record, new RunSettings()), Scenario.Repository));
    }
}
