namespace PostmortemAction.Tests;

public sealed class PreviewMistakeTests : IDisposable
{
    private readonly PreviewRun preview = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_path_that_is_not_there_is_told(bool json)
    {
        var answer = await preview.RunAsync(Path.Combine(preview.Out, "nowhere.md"), json);

        AssertRefused(answer, "nowhere.md", "Name a scenario folder, or a Markdown file");
        Assert.Equal("", json ? answer.Screen : answer.Progress);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_folder_without_an_issue_is_told(bool json)
    {
        var folder = Path.GetDirectoryName(preview.Write("empty/comments.yml", "[]"))!;

        AssertRefused(await preview.RunAsync(folder, json), "holds no `issue.md`");
    }

    [Fact]
    public async Task An_issue_without_front_matter_is_told()
    {
        var folder = Path.GetDirectoryName(preview.Write("bare/issue.md", "### Started\n\n10:00\n"))!;

        AssertRefused(await preview.RunAsync(folder), "does not begin with front matter");
    }

    [Theory]
    [InlineData("number: forty-two\nlabels: [incident, resolved]")]
    [InlineData("number: 42\ncreated_at: yesterday\nlabels: [incident, resolved]")]
    [InlineData("number: 42\nclosed_at: 2024-04-14\nlabels: [incident, resolved]")]
    [InlineData("number: 42\nlabels: [incident, resolved")]
    public async Task Front_matter_that_cannot_be_read_is_told_and_not_a_crash(string front) =>
        AssertRefused(await preview.RunAsync(preview.Scenario(front)), "issue.md");

    [Fact]
    public async Task A_mistake_in_front_matter_is_told_at_the_line_that_an_editor_shows() =>
        AssertRefused(await preview.RunAsync(preview.Scenario("number: 42\nlabels: ]\ntitle: Slow")), "issue.md:3:");

    [Theory]
    [InlineData("comments.yml", "- id: first\n  at: 2024-04-14T10:20:00Z\n  body: x")]
    [InlineData("comments.yml", "- id: 1\n  at: 10:20\n  body: x")]
    [InlineData("events.yml", "- event: labeled\n  at: noon\n  label: SEV1")]
    [InlineData("events.yml", "- event: cross-referenced\n  pull_request: {number: x}")]
    [InlineData("events.yml", "- event: labeled\n label: SEV1")]
    [InlineData("form.yml", "body: ]")]
    public async Task A_file_of_the_scenario_that_cannot_be_read_is_told_and_not_a_crash(string name, string text)
    {
        var folder = preview.Scenario();
        preview.Write($"scenario/{name}", text);

        AssertRefused(await preview.RunAsync(folder), name);
    }

    [Theory]
    [InlineData("number: 42\ntitle: Slow\nlabels: [incident]", "Incident 42 is not over yet", "`resolved`")]
    [InlineData("number: 42\ntitle: A wish\nlabels: [resolved]", "Issue 42 is no incident", "`incident`")]
    [InlineData("number: 42\ntitle: A wish", "Issue 42 is no incident", "`incident`")]
    public async Task A_scenario_that_is_not_resolved_says_so_and_writes_nothing(string front, string what, string label)
    {
        var answer = await preview.RunAsync(preview.Scenario(front));

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(what, answer.Screen, StringComparison.Ordinal);
        Assert.Contains(label, answer.Screen, StringComparison.Ordinal);
        Assert.Empty(preview.Files());
    }

    [Fact]
    public async Task Mistakes_in_the_settings_are_told_all_at_once_with_their_places()
    {
        var folder = preview.Scenario();
        preview.Write("scenario/postmortem.yml", "dry-run: maybe\nincidents: x\n");

        AssertRefused(await preview.RunAsync(folder), "postmortem.yml:1:10", "postmortem.yml:2:1", "Did you mean `incident-label`?");
    }

    [Theory]
    [InlineData("# {{title}}\n{{titel}}\n", "pm.hbs:2:1")]
    [InlineData("# {{title}}\n\n{{#if title}}\n", "pm.hbs:3:1")]
    public async Task A_mistake_in_the_template_is_told_with_its_place_and_writes_nothing(string template, string place)
    {
        var folder = preview.Scenario();
        preview.Write("scenario/postmortem.yml", "template: pm.hbs\n");
        preview.Write("scenario/pm.hbs", template);

        AssertRefused(await preview.RunAsync(folder), "The template has a mistake", place);
    }

    [Fact]
    public async Task A_template_that_is_missing_is_told()
    {
        var folder = preview.Scenario();
        preview.Write("scenario/postmortem.yml", "template: pm.hbs\n");

        AssertRefused(await preview.RunAsync(folder), "no file `pm.hbs`");
    }

    [Fact]
    public async Task An_out_folder_that_is_a_file_is_told_and_not_a_crash()
    {
        preview.Write("out", "a file");

        AssertRefused(await preview.RunAsync(Repository.Scenario("no-tasks")), preview.Out);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x00, 0x80, 0xC3 })]
    [InlineData(new byte[] { (byte)'a', 0x00, (byte)'b' })]
    public async Task A_file_that_is_no_text_is_told(byte[] bytes)
    {
        var path = preview.Write("image.md", "");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        AssertRefused(await preview.RunAsync(path), "The file is not text in UTF-8.");
    }

    [Theory]
    [InlineData("document.md")]
    [InlineData("postmortem.json")]
    public async Task A_file_that_no_preview_wrote_is_named_and_stays(string name)
    {
        var path = preview.Write($"out/{name}", "somebody's own");

        var answer = await preview.RunAsync(Repository.Scenario("great-authentication-blackout"));

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains($"`{path}` is there and from no earlier preview", answer.Screen, StringComparison.Ordinal);
        Assert.Equal([name], preview.Files());
        Assert.Equal("somebody's own", preview.Read(name));
    }

    [Fact]
    public async Task An_out_folder_without_a_name_is_told_and_not_a_crash() =>
        AssertRefused(await preview.RunAsync(Repository.Scenario("no-tasks"), to: ""), "`--out` names no folder.");

    [Fact]
    public async Task Peoples_words_neither_colour_the_screen_nor_steer_the_terminal()
    {
        var folder = preview.Scenario(
            "number: 42\ntitle: \"[red]Login[/] \\e[31m is [down\"\nauthor: '[b]'\nlabels: [incident, resolved]",
            "### Started\n\n[red]\u001b[2J soon[/]\n\n### Tasks\n\n- [blue]Add[/] \u001b]0;x\u0007 an [alert\n");

        var answer = await preview.RunAsync(folder);

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("[red]Login[/]", answer.Screen, StringComparison.Ordinal);
        Assert.Contains("[blue]Add[/]", answer.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Screen, c => char.IsControl(c) && c is not ('\n' or '\r'));
    }

    public void Dispose() => preview.Dispose();

    private void AssertRefused(PreviewAnswer answer, params string[] words)
    {
        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.All(words, word => Assert.Contains(word, answer.Screen + answer.Progress, StringComparison.Ordinal));
        Assert.Empty(preview.Files());
    }
}
