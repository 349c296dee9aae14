using System.Text.Json;
using PostmortemAction.Actions;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Tests;

public class AssignmentTests
{
    private const string Issue = """ "issue": {"number": 42, "labels": [{"name": "incident"}]} """;

    [Theory]
    [InlineData("issues", $$"""{"action": "labeled", {{Issue}}}""")]
    [InlineData("issues", $$"""{"action": "unlabeled", {{Issue}}}""")]
    [InlineData("issues", $$"""{"action": "edited", {{Issue}}}""")]
    [InlineData("issues", $$"""{"action": "closed", {{Issue}}}""")]
    [InlineData("issues", $$"""{"action": "reopened", {{Issue}}, "sender": {"type": "Bot"} }""")]
    [InlineData("issue_comment", $$"""{"action": "created", {{Issue}}, "sender": {"type": "User"} }""")]
    [InlineData("issue_comment", $$"""{"action": "deleted", {{Issue}}}""")]
    [InlineData("workflow_dispatch", """{"inputs": {"issue-number": "42"}}""")]
    [InlineData("pull_request", """{"action": "closed", "pull_request": {"head": {"ref": "postmortem/incident-42"}}}""")]
    public void An_event_of_an_incident_is_for_that_incident(string name, string json) => AssertFor([42], Of(name, json));

    [Theory]
    [InlineData("issues", """{"action": "deleted", "issue": {"number": 42}}""", "deleted")]
    [InlineData("issues", """{"action": "transferred", "issue": {"number": 42}}""", "transferred")]
    [InlineData("issue_comment", """{"action": "created", "issue": {"number": 42, "pull_request": {}}}""", "pull request")]
    [InlineData("pull_request", """{"action": "closed", "pull_request": {"head": {"ref": "feature/x"}}}""", "no postmortem's")]
    [InlineData("pull_request", """{"action": "closed", "pull_request": {"head": {"ref": "postmortem/incident-x"}}}""", "no postmortem's")]
    [InlineData("pull_request", """{"action": "closed", "pull_request": {"head": {"ref": "postmortem/incident-0"}}}""", "no postmortem's")]
    [InlineData("pull_request", """{"action": "closed", "pull_request": {"head": {"ref": "my/postmortem/incident-42"}}}""", "no postmortem's")]
    [InlineData("pull_request", "{}", "no postmortem's")]
    [InlineData("pull_request", """{"action": "closed", "pull_request": {"number": 7, "head": {"ref": "x", "sha": "abc"}}}""", "no postmortem's")]
    [InlineData("pull_request", """{"action": "labeled", "pull_request": {"number": 7, "head": {"ref": "x", "sha": "abc"}}}""", "no postmortem's")]
    [InlineData("push", """{"ref": "refs/heads/topic", "repository": {"default_branch": "main"}}""", "push")]
    [InlineData("push", "", "push")]
    public void An_event_of_no_incident_is_for_none_and_says_why(string name, string json, string why)
    {
        var assignment = Of(name, json);

        Assert.Empty(assignment.Numbers);
        Assert.False(assignment.All);
        Assert.Contains(why, assignment.Notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opened", "my-branch", "acme/shop")]
    [InlineData("synchronize", "my-branch", "acme/shop")]
    [InlineData("edited", "my-branch", "acme/shop")]
    [InlineData("reopened", "postmortem/incident-42", "mallory/shop")]
    public void A_pull_request_of_people_is_for_a_review(string action, string branch, string home)
    {
        var assignment = Of("pull_request", $$"""
            {"action": "{{action}}", "repository": {"full_name": "acme/shop"},
             "pull_request": {"number": 7, "head": {"ref": "{{branch}}", "sha": "abc", "repo": {"full_name": "{{home}}"} } } }
            """);

        Assert.Equal((7, 0, null), (assignment.Review, assignment.Numbers.Count, assignment.Notice));
    }

    [Theory]
    [InlineData("""{"schedule": "0 4 * * *"}""")]
    [InlineData("")]
    public void A_schedule_is_for_all(string json)
    {
        var assignment = Of("schedule", json);

        Assert.Equal((0, true, null), (assignment.Numbers.Count, assignment.All, assignment.Notice));
        Assert.Equal((RepositoryWork.IndexAndDigest, false), (assignment.Repository, assignment.IsRepositoryOnly));
    }

    [Theory]
    [InlineData("workflow_dispatch", "{}", RepositoryWork.IndexAndDigest)]
    [InlineData("workflow_dispatch", """{"inputs": null}""", RepositoryWork.IndexAndDigest)]
    [InlineData("workflow_dispatch", """{"inputs": {"issue-number": ""}}""", RepositoryWork.IndexAndDigest)]
    [InlineData("push", """{"ref": "refs/heads/main", "repository": {"default_branch": "main"}}""", RepositoryWork.Index)]
    [InlineData("pull_request", """{"action": "reopened", "pull_request": {"head": {"ref": "postmortem/index"}}}""", RepositoryWork.Index)]
    public void An_event_of_the_whole_repository_is_for_its_index_alone(string name, string json, RepositoryWork work)
    {
        var assignment = Of(name, json);

        Assert.Equal((work, true, null), (assignment.Repository, assignment.IsRepositoryOnly, assignment.Notice));
    }

    [Theory]
    [InlineData("true", RepositoryWork.Index)]
    [InlineData("false", RepositoryWork.None)]
    public void The_merge_of_a_postmortem_is_for_its_incident_and_then_for_the_index(string merged, RepositoryWork work)
    {
        var assignment = Of("pull_request", $$"""{"action": "closed", "pull_request": {"merged": {{merged}}, "head": {"ref": "postmortem/incident-42"} } }""");

        AssertFor([42], assignment);
        Assert.Equal((work, false), (assignment.Repository, assignment.IsRepositoryOnly));
    }

    [Theory]
    [InlineData("all", "all")]
    [InlineData(" ALL\n", "all")]
    [InlineData("all since 2024-01-31", "all since 2024-01-31")]
    public void All_is_for_every_incident_or_those_filed_since_a_day(string input, string range)
    {
        var dispatched = JsonSerializer.Serialize(new { inputs = new Dictionary<string, string> { ["issue-number"] = input } });

        Assert.All([Of("issues", $$"""{ {{Issue}} }""", input.Trim()), Of("workflow_dispatch", dispatched)], assignment =>
            Assert.Equal((0, range, null), (assignment.Numbers.Count, assignment.Range!.ToString(), assignment.Notice)));
    }

    [Theory]
    [InlineData("all 42")]
    [InlineData("all since yesterday")]
    [InlineData("all since 2024-13-01")]
    [InlineData("all since")]
    public void What_stands_behind_all_is_a_day_or_a_mistake(string input)
    {
        var problem = Problem(() => Of("schedule", "", input));

        Assert.Equal(("issue-number-unreadable", "Write `all`, or `all since 2024-01-31`."), (problem.Code, problem.Fix));
    }

    [Theory]
    [InlineData("repository_dispatch", """{"action": "resolved", "client_payload": {"issue-number": "42"}}""")]
    [InlineData("issues", "")]
    [InlineData("issues", """{"action": "labeled", "issue": {"number": "forty-two"}}""")]
    [InlineData("issue_comment", """{"action": "created", "issue": null}""")]
    [InlineData("discussion", "{}")]
    [InlineData("", "")]
    public void An_event_that_names_no_incident_asks_for_the_input(string name, string json)
    {
        var problem = Problem(() => Of(name, json));

        Assert.Equal("issue-not-named", problem.Code);
        Assert.Contains("`issue-number`", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("42", new[] { 42 })]
    [InlineData("#42", new[] { 42 })]
    [InlineData("1 2,3 #4", new[] { 1, 2, 3, 4 })]
    [InlineData("3;1\n2\r\n\t4", new[] { 3, 1, 2, 4 })]
    [InlineData(" 7 , #7, 07 ", new[] { 7 })]
    [InlineData("2147483647", new[] { int.MaxValue })]
    public void Numbers_are_read_as_people_write_them_each_once_and_in_their_order(string text, int[] expected)
    {
        AssertFor(expected, Of("schedule", "", text));
        AssertFor(expected, Of("workflow_dispatch", $$"""{"inputs": {"issue-number": {{JsonSerializer.Serialize(text)}} } }"""));
    }

    [Theory]
    [InlineData("forty-two", "forty-two")]
    [InlineData("42 x 57", "x")]
    [InlineData("0", "0")]
    [InlineData("-1", "-1")]
    [InlineData("4.2", "4.2")]
    [InlineData("#", "#")]
    [InlineData("2147483648", "2147483648")]
    [InlineData("٤٢", "٤٢")]
    [InlineData("https://github.com/acme/shop/issues/42", "https://github.com/acme/shop/issues/42")]
    public void A_number_that_cannot_be_read_is_told(string text, string word)
    {
        var problem = Problem(() => Of("issues", $$"""{"action": "edited", {{Issue}}}""", text));

        Assert.Equal("issue-number-unreadable", problem.Code);
        Assert.Contains($"`{word}`", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";\n,")]
    public void An_input_that_holds_no_number_at_all_is_told_and_not_taken_for_nothing_to_do(string text) =>
        Assert.Equal("issue-number-unreadable", Problem(() => Of("workflow_dispatch", "{}", text)).Code);

    [Theory]
    [InlineData("issues", """{"action": "deleted", "issue": {"number": 1}}""")]
    [InlineData("issue_comment", """{"issue": {"number": 1, "pull_request": {}}}""")]
    [InlineData("push", "{}")]
    [InlineData("schedule", "{}")]
    [InlineData("anything", "")]
    public void The_input_wins_over_every_event(string name, string json) => AssertFor([42], Of(name, json, "42"));

    [Theory]
    [InlineData("labeled", "resolved", "incident,resolved")]
    [InlineData("labeled", "Incident", "INCIDENT")]
    [InlineData("labeled", "SEV2", "incident,SEV2")]
    [InlineData("unlabeled", "severity: 1", "incident")]
    [InlineData("unlabeled", "resolved", "incident")]
    [InlineData("unlabeled", "incident", "")]
    [InlineData("labeled", null, "incident")]
    [InlineData("unlabeled", null, "incident")]
    [InlineData("edited", null, "incident")]
    [InlineData("closed", "help", "incident")]
    [InlineData("labeled", "help wanted", "incident,resolved,help wanted")]
    public void An_event_that_may_change_what_an_incident_is_counts(string action, string? label, string labels) =>
        Assert.Null(Assignment.NotFor(Event("issues", action, label, labels), new()));

    [Theory]
    [InlineData("labeled", "help wanted", "incident,help wanted", "`help wanted`")]
    [InlineData("unlabeled", "help wanted", "incident", "`help wanted`")]
    [InlineData("labeled", "resolved", "resolved", "`incident`")]
    [InlineData("labeled", "SEV1", "bug,SEV1", "`incident`")]
    [InlineData("unlabeled", null, "", "`incident`")]
    [InlineData("edited", null, "incidents", "`incident`")]
    [InlineData("labeled", "@all [x](y)", "incident", "`@all [x](y)`")]
    public void An_event_that_says_nothing_about_an_incident_does_not_count_and_says_why(string action, string? label, string labels, string why)
    {
        var notice = Assignment.NotFor(Event("issues", action, label, labels), new());

        Assert.Contains(why, notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incident", true)]
    [InlineData("incident,resolved", false)]
    public void A_bots_comment_counts_only_where_the_run_that_GitHub_dropped_for_it_may_have_had_something_to_do(string labels, bool isNothing) =>
        Assert.Equal(isNothing, Assignment.NotFor(Event("issue_comment", "created", null, labels, "Bot"), new()) is not null);

    [Fact]
    public void The_labels_are_the_ones_that_the_team_chose()
    {
        var settings = new RunSettings { IncidentLabel = "outage", ResolvedLabel = "over" };

        Assert.Null(Assignment.NotFor(Event("issues", "labeled", "over", "outage,over"), settings));
        Assert.NotNull(Assignment.NotFor(Event("issues", "labeled", "resolved", "outage,resolved"), settings));
        Assert.NotNull(Assignment.NotFor(Event("issue_comment", "created", null, "incident"), settings));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("reopened")]
    public void A_follow_up_that_is_closed_or_opened_again_is_its_incidents(string action)
    {
        var trigger = TriggerEvent.Read("issues", $$"""{"action": "{{action}}", "issue": {"number": 57, "labels": [{"name": "follow-up"}], "body": "<!-- postmortem-action follow-up incident=42 task=abc text=abc -->"} }""");

        AssertFor([42], Assignment.Of(trigger, ""));
        Assert.Null(Assignment.NotFor(trigger, new()));
    }

    [Theory]
    [InlineData("incident=0")]
    [InlineData("incident=-1")]
    [InlineData("incident=42x")]
    [InlineData("task=abc")]
    public void What_only_looks_like_a_follow_up_is_an_issue_like_others(string marker) =>
        AssertFor([57], Of("issues", $$"""{"action": "closed", "issue": {"number": 57, "labels": [{"name": "follow-up"}], "body": "<!-- postmortem-action follow-up {{marker}} -->"} }"""));

    [Fact]
    public void An_incident_keeps_its_own_events_whatever_mark_somebody_wrote_into_it() =>
        AssertFor([42], Of("issues", """{"action": "closed", "issue": {"number": 42, "labels": [{"name": "incident"}], "body": "<!-- postmortem-action follow-up incident=7 task=abc -->"} }"""));

    [Theory]
    [InlineData("schedule")]
    [InlineData("workflow_dispatch")]
    [InlineData("pull_request")]
    public void An_event_without_an_issue_has_no_labels_to_judge_by(string name) => Assert.Null(Assignment.NotFor(TriggerEvent.Read(name, "{}"), new()));

    private static Assignment Of(string name, string json, string input = "") => Assignment.Of(TriggerEvent.Read(name, json), input);

    private static TriggerEvent Event(string name, string action, string? label, string labels, string sender = "User") =>
        TriggerEvent.Read(name, $$"""{"issue": {"number": 42}, "sender": {"type": "{{sender}}"} }""") with
        {
            Action = action,
            Label = label,
            Labels = labels.Split(',', StringSplitOptions.RemoveEmptyEntries),
        };

    private static void AssertFor(int[] numbers, Assignment assignment)
    {
        Assert.Equal(numbers, assignment.Numbers);
        Assert.Equal((false, null, null), (assignment.All, assignment.Range, assignment.Notice));
    }

    private static Problem Problem(Func<object> act) => Assert.Single(Assert.Throws<ProblemException>(act).Problems);
}
