namespace PostmortemAction.Core.Tests.Reviews;

/// <summary>Tasks that can be done.</summary>
public class TaskTests
{
    private const string First = "Add an alert on keys that no server has loaded @jun due 2024-06-01";

    [Theory]
    [InlineData("Alerts for keys that nobody loaded @jun due 2024-06-01", "task-no-verb")]
    [InlineData("Sending the server to its vendor @jun due 2024-06-01", "task-no-verb")]
    [InlineData("Add an alert and write a runbook @jun due 2024-06-01", "task-several")]
    [InlineData("Add an alert. Write a runbook @jun due 2024-06-01", "task-several")]
    [InlineData("Improve monitoring @jun due 2024-06-01", "task-vague")]
    [InlineData("Add an alert due 2024-06-01", "task-no-owner")]
    [InlineData("Add an alert @jun", "task-no-due")]
    public void A_task_that_cannot_be_done_is_told_at_its_line(string task, string code)
    {
        var text = Paper.With(First, task);

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal(code, finding.Code);
        Assert.Contains(task.Split('@')[0], text.Split('\n')[finding.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Code review: Update the checklist @jun due 2024-06-01")]
    [InlineData("Remotely monitor 3 endpoints @jun due 2024-06-01")]
    [InlineData("Review and update the runbook @jun due 2024-06-01")]
    [InlineData("Deploy a tool to track queries and alert on slow ones @jun due 2024-06-01")]
    [InlineData("Add monitoring and alert rules @jun due 2024-06-01")]
    [InlineData("Improve the test coverage to 80 % @jun due 2024-06-01")]
    [InlineData("Improve the alert so that it fires within a minute @jun due 2024-06-01")]
    public void A_task_that_can_be_done_is_left_alone(string task) => Assert.Empty(Paper.Codes(Paper.With(First, task)));

    [Fact]
    public void A_task_without_an_issue_is_noted() =>
        Assert.Equal(["follow-up-without-issue"], Paper.Codes(Paper.With("[#43](https://github.com/acme/shop/issues/43) ", "")));

    [Fact]
    public void What_all_tasks_lack_is_said_once()
    {
        var text = Paper.Good.Replace("@jun ", "", StringComparison.Ordinal).Replace("@ade ", "", StringComparison.Ordinal);

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal(("task-no-owner", "None of the 2 tasks has an owner."), (finding.Code, finding.Message));
    }
}
