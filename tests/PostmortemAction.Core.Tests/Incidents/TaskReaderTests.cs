using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.Tests.Incidents;

public class TaskReaderTests
{
    [Theory]
    [InlineData("- Add an alert @jun due 2024-06-01", "Add an alert", "jun", "2024-06-01")]
    [InlineData("1. Add an alert (@jun, due:2024-06-01)", "Add an alert", "jun", "2024-06-01")]
    [InlineData("- [ ] Add an alert", "Add an alert", null, null)]
    [InlineData("- [x] Add an alert", "Add an alert", null, null)]
    [InlineData("Task 1: Add an alert", "Add an alert", null, null)]
    [InlineData("**Task 2:** Add an alert", "Add an alert", null, null)]
    [InlineData("* due 2024-06-01 @jun-sre Add an alert", "Add an alert", "jun-sre", "2024-06-01")]
    [InlineData("Mail ops@example.com an alert", "Mail ops@example.com an alert", null, null)]
    [InlineData("Pay what is due soon", "Pay what is due soon", null, null)]
    [InlineData("Configuration review: read all of it", "Configuration review: read all of it", null, null)]
    public void Owner_and_due_date_are_taken_out_of_the_title(string line, string title, string? owner, string? due)
    {
        var task = Assert.Single(Read(line));

        Assert.Equal((title, owner, due), (task.Title, task.Owner, task.Due?.ToString("uuuu-MM-dd", null)));
    }

    [Fact]
    public void Priority_labels_and_repository_are_taken_out_of_the_title()
    {
        var task = Assert.Single(Read("- P1 Add an alert #monitoring #team:web acme-inc/infra @jun"));

        Assert.Equal(("Add an alert", "P1", "acme-inc/infra", "jun"), (task.Title, task.Priority, task.Repository, task.Owner));
        Assert.Equal(["monitoring", "team:web"], task.Labels);
    }

    [Theory]
    [InlineData("Close #12 and/or read/write it")]
    [InlineData("Use TCP/IP in C# for the P&L")]
    public void Words_that_only_look_like_labels_or_repositories_stay_in_the_title(string line) => Assert.Equal(line, Assert.Single(Read(line)).Title);

    [Fact]
    public void The_link_to_its_issue_is_no_part_of_a_tasks_title() =>
        Assert.Equal("Add an alert", Assert.Single(Read("- [#43](https://github.com/acme/shop/issues/43) Add an alert @jun due 2024-06-01")).Title);

    [Fact]
    public void Each_line_is_a_task_and_each_list_item() =>
        Assert.Equal(["one", "two", "three"], Read("one\ntwo\n\n- three").Select(task => task.Title));

    [Fact]
    public void The_same_line_has_the_same_key_and_a_second_copy_another()
    {
        var first = Read("- one\n- two");
        var second = Read("- Two\n- two\n- one @jun");

        Assert.Equal(first[0].Key, second[2].Key);
        Assert.Equal(first[1].Key, second[0].Key);
        Assert.NotEqual(second[0].Key, second[1].Key);
    }

    [Fact]
    public void A_due_date_that_is_none_is_a_problem_and_stays_in_the_title()
    {
        var problems = new List<Problem>();

        var task = Assert.Single(TaskReader.Read(["Rotate keys due 2024-02-30"], "here", problems));

        Assert.Equal("Rotate keys due 2024-02-30", task.Title);
        Assert.Equal("due-date-unreadable", Assert.Single(problems).Code);
    }

    private static IReadOnlyList<IncidentTask> Read(string text) => TaskReader.Read(ListReader.Read(text), "here", new List<Problem>());
}
