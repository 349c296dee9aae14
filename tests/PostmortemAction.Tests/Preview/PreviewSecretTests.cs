namespace PostmortemAction.Tests;

/// <summary>A preview shows and writes no secret that somebody pasted into an incident, as the action would not.</summary>
public sealed class PreviewSecretTests : IDisposable
{
    /// <summary>None, but of the shape of one; in parts, so that nobody's scanner takes this file for a leak.</summary>
    private const string Secret = "gh" + "p_" + "1a2B3c4D5e6F7g8H9i0J1k2L3m4N5o6P7q8R";

    private readonly PreviewRun preview = new();

    [Fact]
    public async Task A_secret_stands_in_no_file_and_on_no_screen_of_a_preview()
    {
        var answer = await preview.RunAsync(Scenario());

        Assert.Equal(0, answer.ExitCode);
        Assert.DoesNotContain(Secret, answer.Screen + answer.Output + string.Concat(preview.Files().Select(preview.Read)), StringComparison.Ordinal);
        Assert.Contains("# Rotate [masked: GitHub token]\n", preview.Read("follow-ups/43.md"), StringComparison.Ordinal);
        Assert.Contains("5 secrets were masked", answer.Screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_does_not_stand_in_printed_json(bool isArchive)
    {
        var folder = Scenario();
        if (isArchive)
        {
            File.Move(Path.Combine(folder, "issue.md"), Path.Combine(folder, "postmortem.md"));
        }

        var answer = await preview.RunAsync(folder, json: true);

        Assert.Equal(0, answer.ExitCode);
        Assert.DoesNotContain(Secret, answer.Output, StringComparison.Ordinal);
        Assert.Contains("[masked: GitHub token]", answer.Output, StringComparison.Ordinal);
    }

    public void Dispose() => preview.Dispose();

    private string Scenario()
    {
        var folder = preview.Scenario(
            $"number: 42\ntitle: 'Incident: {Secret} leaked'\ncreated_at: 2024-04-14T10:05:00Z\nlabels: [incident, resolved]",
            $"### Started\n\n2024-04-14 10:00 UTC\n\n### Root cause\n\nSomebody pasted `{Secret}`.\n\n### Tasks\n\n- Rotate {Secret}");
        preview.Write("scenario/comments.yml", $"- id: 1\n  author: jun\n  at: 2024-04-14T10:30:00Z\n  body: '10:30 Detection: found {Secret}'\n");
        preview.Write("scenario/events.yml", $"- event: cross-referenced\n  actor: jun\n  at: 2024-04-14T10:40:00Z\n  pull_request: {{ number: 7, title: 'Take {Secret} out' }}\n- event: labeled\n  label: resolved\n  actor: mira\n  at: 2024-04-14T12:00:00Z\n");
        return folder;
    }
}
