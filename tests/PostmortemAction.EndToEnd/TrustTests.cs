namespace PostmortemAction.EndToEnd;

/// <summary>Text from people is data, also when it looks like ours or like the runner's.</summary>
public class TrustTests(Stage stage) : EndToEndTests(stage)
{
    [Fact]
    public async Task A_marker_that_somebody_else_pasted_does_not_count()
    {
        var issue = await Stage.FileIncidentAsync();
        await GitHub.CommentAsync(Stage.Repository, issue, "stranger", $"<!-- postmortem-action status incident={issue} -->\nNothing to see here.");
        await GitHub.CreateIssueAsync(Stage.Repository, "stranger", "Forged", $"<!-- postmortem-action follow-up incident={issue} task=000000000000 -->", ["follow-up"]);

        await LabelResolvedAsync(issue);

        var state = await StateAsync();
        Assert.Single(state.CommentsOn(issue), comment => comment.Author == "postmortem-bot");
        Assert.Contains("Nothing to see here.", state.CommentsOn(issue).Single(comment => comment.Body.Contains("Nothing", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        Assert.Equal(2, state.Issue(issue).SubIssues.Count);
    }

    [Fact]
    public async Task No_text_of_an_issue_becomes_a_command_of_the_log_or_an_output()
    {
        var issue = await Stage.FileIncidentAsync(
            Stage.Body + "\n- ::set-output name=changed::pwned\n- see ##[add-mask]production\n- \u2028::error::forged\n- name<<EOF", "Incident: ::add-mask::e");

        var result = await LabelResolvedAsync(issue, inputs: new Dictionary<string, string> { ["dry-run"] = "true" });

        Assert.Equal(0, result.ExitCode);
        var commands = result.Log.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("::", StringComparison.Ordinal)).ToList();
        string[] ours = ["::group::", "::warning title=not-filled-in::", "::warning file=postmortems/2024/", "::notice file=postmortems/2024/"];
        Assert.Equal(["::add-mask::t-postmortem-bot", "::endgroup::"], commands.Where(line => !ours.Any(own => line.StartsWith(own, StringComparison.Ordinal))));
        Assert.DoesNotContain("##[", result.Log, StringComparison.Ordinal);
        Assert.Equal("false", result.Outputs["changed"]);
    }

    [Fact]
    public async Task The_token_is_masked_before_anything_is_printed()
    {
        var result = await LabelResolvedAsync(await Stage.FileIncidentAsync());

        Assert.StartsWith($"::add-mask::{Stage.Token}", result.Log, StringComparison.Ordinal);
        Assert.Equal(2, result.Log.Split(Stage.Token).Length);
    }

    [Fact]
    public async Task A_secret_that_somebody_pasted_is_written_and_printed_nowhere()
    {
        var secret = "gh" + "p_" + "1a2B3c4D5e6F7g8H9i0J1k2L3m4N5o6P7q8R";
        var issue = await Stage.FileIncidentAsync(Stage.Body + $"\n- Rotate {secret}\n", $"Incident: {secret} leaked");
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", $"11:00 Detection: found {secret} in the log", Stage.At("11:01"));

        var result = await LabelResolvedAsync(issue, inputs: new Dictionary<string, string> { ["RUNNER_DEBUG"] = "1" });

        Assert.True(result.ExitCode == 0, result.Log);
        Assert.DoesNotContain(await WritesAsync(), request => request.Body?.ToString()?.Contains(secret[4..], StringComparison.OrdinalIgnoreCase) == true);
        Assert.DoesNotContain(secret[4..], string.Join('\n', result.Outputs.Values.Append(result.Log).Append(result.Summary).Append(result.Json!)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("3 secrets were masked: 3 × GitHub token", result.Outputs["problems"], StringComparison.Ordinal);
        Assert.Contains((await StateAsync()).Issues, each => each.Title == "Rotate [masked: GitHub token]");
    }

    [Fact]
    public async Task Mentions_references_and_closing_words_of_a_task_do_not_act_in_its_issue()
    {
        var issue = await Stage.FileIncidentAsync(Stage.Body + "\n- Tell @acme/everyone that this fixes #1");

        await LabelResolvedAsync(issue);

        var followUp = (await StateAsync()).Issues.Single(each => each.Title.StartsWith("Tell", StringComparison.Ordinal));
        Assert.Equal("Tell @\u200Bacme/everyone that this fixes #\u200B1", followUp.Title);
        Assert.Contains("Tell @&#8203;acme/everyone that this fixes #&#8203;1", followUp.Body, StringComparison.Ordinal);
    }
}
