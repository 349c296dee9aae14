using PostmortemAction.Actions;

namespace PostmortemAction.Tests;

public class TriggerEventTests
{
    private const string Labeled =
        """
        {
          "action": "labeled",
          "issue": { "number": 42, "title": "Login is down", "labels": [ { "name": "incident" }, { "name": "SEV1" }, { "id": 7 }, null, "text" ] },
          "label": { "id": 1, "name": "SEV1" },
          "sender": { "login": "mira", "type": "User" },
          "repository": { "name": "shop", "default_branch": "main" }
        }
        """;

    [Fact]
    public void An_issues_event_gives_its_action_issue_labels_and_label()
    {
        var trigger = TriggerEvent.Read("issues", Labeled);

        Assert.Equal(("issues", "labeled", 42, "SEV1"), (trigger.Name, trigger.Action, trigger.Issue, trigger.Label));
        Assert.Equal(["incident", "SEV1"], trigger.Labels);
        Assert.Equal((false, false, "main"), (trigger.IsPullRequest, trigger.SenderIsBot, trigger.DefaultBranch));
        Assert.Equal((null, null), (trigger.Branch, trigger.DispatchedIssues));
    }

    [Theory]
    [InlineData("""{"issue": {"number": 42, "pull_request": {"url": "x"}}}""", true)]
    [InlineData("""{"issue": {"number": 42, "pull_request": null}}""", false)]
    [InlineData("""{"issue": {"number": 42}}""", false)]
    [InlineData("""{"pull_request": {"number": 42}}""", false)]
    public void A_comment_on_a_pull_request_is_told_from_one_on_an_issue(string json, bool expected) =>
        Assert.Equal(expected, TriggerEvent.Read("issue_comment", json).IsPullRequest);

    [Theory]
    [InlineData("Bot", true)]
    [InlineData("User", false)]
    [InlineData("Organization", false)]
    public void An_app_is_told_from_a_person(string type, bool expected) =>
        Assert.Equal(expected, TriggerEvent.Read("issue_comment", $$"""{"sender": {"type": "{{type}}"} }""").SenderIsBot);

    [Fact]
    public void A_pull_request_event_gives_the_head_branch() =>
        Assert.Equal(
            "postmortem/incident-42",
            TriggerEvent.Read("pull_request", """{"action": "closed", "pull_request": {"head": {"ref": "postmortem/incident-42"}, "base": {"ref": "main"}}}""").Branch);

    [Theory]
    [InlineData("""{"inputs": {"issue-number": "42 57"}}""", "42 57")]
    [InlineData("""{"inputs": {"issue-number": 42}}""", "42")]
    [InlineData("""{"inputs": {"issue-number": ""}}""", "")]
    [InlineData("""{"inputs": {"issue-number": null}}""", null)]
    [InlineData("""{"inputs": {}}""", null)]
    [InlineData("""{"inputs": null}""", null)]
    [InlineData("{}", null)]
    public void A_dispatch_gives_the_issues_that_a_person_typed(string json, string? expected) =>
        Assert.Equal(expected, TriggerEvent.Read("workflow_dispatch", json).DispatchedIssues);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("42")]
    [InlineData("""{"action": null, "issue": null, "label": null, "sender": null, "repository": null, "pull_request": null, "inputs": null}""")]
    [InlineData("""{"action": true, "issue": 42, "label": "SEV1", "sender": "Bot", "repository": [], "pull_request": "x", "inputs": "42"}""")]
    [InlineData("""{"action": {}, "issue": {"number": {}, "labels": {"name": "incident"}, "pull_request": true}, "label": {"name": []}, "sender": {"type": null}}""")]
    [InlineData("""{"action": [], "issue": {"number": -1, "labels": "incident"}, "pull_request": {"head": "x"}, "sender": {"type": {}}}""")]
    [InlineData("""{"issue": {"number": 4.5, "labels": [[], 1, true]}, "pull_request": {"head": {"ref": null}}}""")]
    [InlineData("""{"issue": {"number": 99999999999}}""")]
    public void What_is_absent_or_of_another_type_is_not_known(string json)
    {
        var trigger = TriggerEvent.Read("issues", json);

        Assert.Equal(new("issues", null, null, false, [], null, false, null, null, null), trigger with { Labels = [] });
        Assert.Empty(trigger.Labels);
    }
}
