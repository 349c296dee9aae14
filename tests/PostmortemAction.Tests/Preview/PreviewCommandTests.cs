using System.Text.Json;

namespace PostmortemAction.Tests;

public sealed class PreviewCommandTests : IDisposable
{
    private readonly PreviewRun preview = new();

    [Fact]
    public async Task A_scenario_folder_writes_what_the_action_would_make_and_nothing_else()
    {
        var answer = await preview.RunAsync(Repository.Scenario("great-authentication-blackout"));

        Assert.Equal((0, ""), (answer.ExitCode, answer.Output));
        Assert.Equal(
            [
                "document.md", "follow-ups/45.md", "follow-ups/46.md", "follow-ups/47.md", "follow-ups/48.md", "follow-ups/49.md",
                "postmortem.json", "pull-request.md", "status-comment.md",
            ],
            preview.Files());
        Assert.All(
            preview.Files(),
            name => Assert.Equal(Repository.Read(Path.Combine("tests/Scenarios/great-authentication-blackout/expected", name)), preview.Read(name)));
    }

    [Fact]
    public async Task The_screen_shows_the_incident_its_measures_the_plan_and_the_files()
    {
        var answer = await preview.RunAsync(Repository.Scenario("great-authentication-blackout"));

        Assert.Contains("Incident 42", answer.Screen, StringComparison.Ordinal);
        Assert.Contains("120 min (2 h)", answer.Screen, StringComparison.Ordinal);
        Assert.Contains("Plan: 8 changes, for postmortems/2024/", answer.Screen, StringComparison.Ordinal);
        Assert.All(preview.Files(), name => Assert.Contains(Path.Combine(preview.Out, name), answer.Screen, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("### Started\n\n2024-04-14 10:00 UTC\n", "Incident 1  login-down")]
    [InlineData("# Login is slow\n\n## Root cause\n\nA typo.\n", "Incident 1  Login is slow")]
    public async Task A_bare_file_without_a_title_has_the_files_name_as_one(string text, string title) =>
        Assert.Contains(title, (await preview.RunAsync(preview.Write("login-down.md", text))).Screen, StringComparison.Ordinal);

    [Fact]
    public async Task Of_an_earlier_preview_follow_ups_go_and_what_people_put_there_stays()
    {
        await preview.RunAsync(Repository.Scenario("great-authentication-blackout"));
        preview.Write("out/follow-ups/notes.md", "mine");
        preview.Write("out/notes.md", "mine");

        var answer = await preview.RunAsync(Repository.Scenario("no-tasks"));

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["document.md", "follow-ups/notes.md", "notes.md", "postmortem.json", "pull-request.md", "status-comment.md"], preview.Files());
    }

    [Fact]
    public async Task The_screen_ends_with_the_review_of_the_document()
    {
        var answer = await preview.RunAsync(Repository.Scenario("misconfigured-server"));

        var review = answer.Screen[answer.Screen.IndexOf("Review of postmortems/2023/", StringComparison.Ordinal)..];
        Assert.Contains("  warning line 70 resolution-differs This entry resolves the incident 45 min before the stated end", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postmortem_that_was_written_by_hand_is_reviewed_as_it_is()
    {
        var answer = await preview.RunAsync(preview.Write("old.md", "# Old\n\n## Timeline\n\n- 10:00 UTC The intern [forgot](x) the key.\n- The intern forgot the key.\n\n## Root cause\n\nx\n"));

        Assert.Contains("Review of old.md: ", answer.Screen, StringComparison.Ordinal);
        Assert.Contains("  warning line 6 blame-person `The intern forgot` ", answer.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warning", 1)]
    [InlineData("error", 0)]
    public async Task The_configuration_says_what_findings_fail_it(string failOn, int exitCode)
    {
        preview.Write("scenario/postmortem.yml", $"review:\n  fail-on: {failOn}\n");

        Assert.Equal(exitCode, (await preview.RunAsync(preview.Scenario())).ExitCode);
    }

    [Fact]
    public async Task A_scenario_without_tasks_writes_no_follow_ups()
    {
        await preview.RunAsync(Repository.Scenario("no-tasks"));

        Assert.Equal(["document.md", "postmortem.json", "pull-request.md", "status-comment.md"], preview.Files());
    }

    [Fact]
    public async Task With_json_the_postmortem_is_printed_and_nothing_else_and_nothing_is_written()
    {
        var answer = await preview.RunAsync(Repository.Scenario("misconfigured-server"), json: true);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Screen));
        Assert.Empty(preview.Files());
        using var document = JsonDocument.Parse(answer.Output);
        var root = document.RootElement;
        AssertKeys(
            root, "incident", "title", "severity", "time_zone", "started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at",
            "measures", "impact", "root_cause", "resolution", "timeline", "improvements", "follow_ups", "problems");
        var measures = root.GetProperty("measures");
        AssertKeys(measures, "duration", "time_to_detect", "time_to_acknowledge", "time_to_mitigate", "time_to_resolve", "time_on_misleading_paths");
        Assert.All(measures.EnumerateObject(), measure => AssertKeys(measure.Value, "minutes", "formula", "basis", "unknown_because"));
        AssertKeys(root.GetProperty("impact"), "summary", "services", "users_affected_percent");
        AssertItems(root.GetProperty("timeline"), "at", "text", "kind", "author", "source");
        AssertItems(root.GetProperty("follow_ups"), "title", "owner", "due", "issue");
        AssertItems(root.GetProperty("problems"), "level", "code", "message", "fix");
        Assert.Equal((19, 195), (root.GetProperty("incident").GetInt32(), measures.GetProperty("duration").GetProperty("minutes").GetInt32()));
    }

    [Fact]
    public async Task With_json_an_incident_that_is_not_over_is_printed_too()
    {
        var answer = await preview.RunAsync(preview.Scenario("number: 7\ntitle: Slow\nlabels: [incident]"), json: true);

        using var document = JsonDocument.Parse(answer.Output);
        Assert.Equal((0, 7), (answer.ExitCode, document.RootElement.GetProperty("incident").GetInt32()));
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("resolved_at").ValueKind);
    }

    [Fact]
    public async Task A_Markdown_file_is_previewed_as_a_resolved_incident()
    {
        var file = preview.Write("login.md", "# Login is down\n\n### Started\n\n2024-04-14 10:00 UTC\n\n### Resolved\n\n2024-04-14 12:00 UTC\n\n### Tasks\n\n- Add an alert\n");

        var answer = await preview.RunAsync(file);

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["document.md", "follow-ups/2.md", "postmortem.json", "pull-request.md", "status-comment.md"], preview.Files());
        Assert.Contains("\n# Login is down\n", preview.Read("document.md"), StringComparison.Ordinal);
        Assert.Contains("120 min (2 h)", preview.Read("document.md"), StringComparison.Ordinal);
        Assert.StartsWith("# Add an alert\n", preview.Read("follow-ups/2.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_Markdown_file_only_what_is_known_is_printed_as_json()
    {
        var file = preview.Write("login.md", "### Started\n\n09:00\n\n### Timeline\n\n09:00 it began\n04-17 15:00 it went on\n");

        var answer = await preview.RunAsync(file, json: true);

        using var document = JsonDocument.Parse(answer.Output);
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("incident").ValueKind);
        Assert.Equal("T09:00", document.RootElement.GetProperty("started_at").GetString());
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("measures").GetProperty("duration").GetProperty("minutes").ValueKind);
    }

    [Fact]
    public async Task An_empty_Markdown_file_is_previewed_without_inventing_anything()
    {
        var answer = await preview.RunAsync(preview.Write("empty.md", ""));

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(["document.md", "postmortem.json", "pull-request.md", "status-comment.md"], preview.Files());
        Assert.Contains("not known", preview.Read("document.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_an_earlier_preview_are_replaced_and_its_follow_ups_gone()
    {
        await preview.RunAsync(Repository.Scenario("great-authentication-blackout"));

        await preview.RunAsync(Repository.Scenario("no-tasks"));

        Assert.Equal(["document.md", "postmortem.json", "pull-request.md", "status-comment.md"], preview.Files());
        Assert.Contains("Product pictures are gone", preview.Read("document.md"), StringComparison.Ordinal);
        Assert.Contains("\"incident\": 90", preview.Read("postmortem.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_files_in_the_out_folder_are_left_alone()
    {
        preview.Write("out/notes.md", "mine");
        preview.Write("out/follow-ups/picture.png", "mine");

        await preview.RunAsync(Repository.Scenario("no-tasks"));

        Assert.Equal(["follow-ups/picture.png", "notes.md"], preview.Files().Where(name => preview.Read(name) == "mine"));
    }

    [Fact]
    public async Task The_same_preview_twice_gives_the_same_files()
    {
        await preview.RunAsync(Repository.Scenario("identity-crisis"));
        var first = preview.Files().Select(name => (name, preview.Read(name))).ToList();

        await preview.RunAsync(Repository.Scenario("identity-crisis"));

        Assert.Equal(first, preview.Files().Select(name => (name, preview.Read(name))));
    }

    [Fact]
    public async Task The_scenarios_own_template_settings_and_form_count()
    {
        var folder = preview.Scenario(body: "### Beginn\n\n2024-04-14 10:00");
        preview.Write("scenario/postmortem.yml", "template: .github/pm.hbs\ntime-zone: Europe/Berlin\n");
        preview.Write("scenario/pm.hbs", "# {{title}} began {{moment started_at}}");
        preview.Write("scenario/form.yml", "body:\n  - type: input\n    id: started\n    attributes:\n      label: Beginn\n");

        await preview.RunAsync(folder);

        Assert.Equal("# Login is down began 2024-04-14 10:00 +02:00\n", preview.Read("document.md"));
    }

    public void Dispose() => preview.Dispose();

    private static void AssertKeys(JsonElement element, params string[] keys) =>
        Assert.Empty(keys.Except(element.EnumerateObject().Select(property => property.Name)));

    private static void AssertItems(JsonElement list, params string[] keys)
    {
        Assert.NotEqual(0, list.GetArrayLength());
        Assert.All(list.EnumerateArray(), item => AssertKeys(item, keys));
    }
}
