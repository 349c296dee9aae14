using NodaTime;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>Tasks that belong to another repository.</summary>
public class ElsewhereTests
{
    private const string Code = "follow-up-repository-refused";

    [Theory]
    [InlineData("Fix the token check in acme/login", "acme/login")]
    [InlineData("acme/login: fix the token check", "acme/login")]
    [InlineData("Fix the token check (ACME/Login)", "acme/login")]
    [InlineData("Fix the token check acme-labs/keys-1", "acme-labs/keys-1")]
    public void A_task_that_names_a_listed_repository_becomes_an_issue_there(string line, string repository)
    {
        var world = Begin(line, "acme/login", "acme-labs/*");

        var issue = Assert.Single(world.Issues);
        Assert.Equal(new(repository, 100), issue.Key);
        Assert.Contains($"[{repository}#100](https://github.com/{repository}/issues/100)", world.Document, StringComparison.Ordinal);
        Assert.Contains($"[{repository}#100](https://github.com/{repository}/issues/100)", world.Pull!.Body, StringComparison.Ordinal);
        Assert.Contains("[acme/shop#42](https://github.com/acme/shop/issues/42)", issue.Value.Body, StringComparison.Ordinal);
        Assert.Contains(" from=acme%2Fshop ", issue.Value.Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Theory]
    [InlineData("Upgrade face-book/react to the next version")]
    [InlineData("Fix the token check in acme/loginx")]
    [InlineData("Fix the token check in acme/login/tests")]
    [InlineData("Fix the token check in https://github.com/acme/login")]
    public void Whatever_else_looks_like_a_repository_is_a_word_of_the_task(string line)
    {
        var world = Begin(line, "acme/login");

        Assert.Equal([100], world.Issues.Keys);
        Rests(world);
    }

    [Fact]
    public void Without_the_setting_no_task_leaves_the_incidents_repository() => Assert.Equal([100], Begin("Fix the keys in acme/login-1").Issues.Keys);

    [Theory]
    [InlineData("Fix the keys in acme/login-1", true)]
    [InlineData("Upgrade face-book/react", false)]
    [InlineData("Fix the keys in acme/shop", false)]
    public void A_repository_of_the_same_owner_that_nobody_listed_is_noted(string line, bool isNoted) =>
        Assert.Equal(isNoted, Begin(line).Pull!.Body.Contains("add `acme/login-1` to `follow-ups.repositories`", StringComparison.Ordinal));

    [Fact]
    public void The_incidents_own_repository_is_no_other_one()
    {
        var world = Begin("Fix the token check in acme/shop", "acme/*");

        Assert.Equal([100], world.Issues.Keys);
        Assert.Contains("[#100](https://github.com/acme/shop/issues/100)", world.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_repository_refuses_the_row_waits_and_every_other_follow_up_is_made()
    {
        var world = Refused();

        Assert.Equal([100], world.Issues.Keys);
        Assert.Contains("- [ ] Fix the token check in acme/login\n", world.Document, StringComparison.Ordinal);
        Assert.Contains("(waits) Fix the token check", world.Pull!.Body, StringComparison.Ordinal);
        Assert.Contains("`acme/login` lets us not write follow-ups: `403 Resource not accessible by integration`. 1 task waits", world.Pull.Body, StringComparison.Ordinal);
        Assert.Contains("`issues: write`", world.Pull.Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void It_is_tried_again_on_another_day()
    {
        var world = Refused();

        world.Refusing.Clear();
        Assert.Empty(world.Run().Changes);
        world.Day = world.Day.PlusDays(1);
        world.Run();

        Assert.Contains(new("acme/login", 101), world.Issues.Keys);
        Assert.Contains("- [ ] [acme/login#101](https://github.com/acme/login/issues/101) Fix the token check in acme/login\n", world.Document, StringComparison.Ordinal);
        Assert.DoesNotContain(Code, world.Pull!.Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void It_is_tried_again_when_somebody_starts_the_run_by_hand()
    {
        var world = Refused();

        world.Refusing.Clear();
        world.IsByHand = true;
        world.Run();

        Assert.Contains(new("acme/login", 101), world.Issues.Keys);
    }

    [Fact]
    public void A_box_that_is_ticked_closes_the_issue_there_and_an_issue_that_is_closed_ticks_the_box()
    {
        var world = Begin("Fix the token check in acme/login\n- Test the rollback in acme/login", "acme/login");

        world.Document = world.Document!.Replace("- [ ] [acme/login#100]", "- [x] [acme/login#100]", StringComparison.Ordinal);
        world.Closed.Add(new("acme/login", 101));
        world.Run();

        Assert.Equal([new("acme/login", 100), new("acme/login", 101)], world.Closed.OrderBy(issue => issue.Number));
        Assert.Contains("- [x] [acme/login#101]", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_row_that_is_reworded_renames_the_issue_there()
    {
        var world = Begin("Fix the token check in acme/login", "acme/login");

        world.Document = world.Document!.Replace("Fix the token check in acme/login", "Fix the check of tokens that have run out", StringComparison.Ordinal);
        world.Run();

        Assert.Equal("Fix the check of tokens that have run out", world.Issues[new("acme/login", 100)].Title);
        Rests(world);
    }

    [Fact]
    public void A_row_that_a_reviewer_adds_for_another_repository_becomes_an_issue_there()
    {
        var world = Begin("Test the rollback", "acme/login");

        world.Document += "- Page the owners of acme/login\n";
        world.Run();

        Assert.Contains(new("acme/login", 101), world.Issues.Keys);
        Assert.Contains("- [acme/login#101](https://github.com/acme/login/issues/101) Page the owners of acme/login\n", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_date_there_is_reminded_of_there()
    {
        var world = Begin("Fix the token check in acme/login due 2024-05-03", "acme/login");

        world.Today = new LocalDate(2024, 5, 2);
        world.Run();

        var sent = Assert.Single(world.Reminders);
        Assert.Equal(new("acme/login", 100), sent.Issue);
        Assert.Contains("incident [acme/shop#42](https://github.com/acme/shop/issues/42) is due", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_in_a_repository_that_is_not_listed_any_more_rests()
    {
        var world = Begin("Fix the token check in acme/login due 2024-05-03", "acme/login");

        world.Settings = new();
        world.Record = Incident("Fix the token check of acme/login now due 2024-05-03");
        world.Today = new LocalDate(2024, 5, 2);
        var plan = world.Run();

        Assert.DoesNotContain(plan.Changes, change => change is UpdateFollowUp or CreateFollowUp or Remind);
        Assert.Contains("[acme/login#100](https://github.com/acme/login/issues/100)", world.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_ledger_is_completed_with_what_is_there()
    {
        var world = Begin("Fix the token check in acme/login", "acme/login");

        world.LoseLedger();
        world.Run();

        Assert.Equal([new("acme/login", 100)], world.Issues.Keys);
        Rests(world);
    }

    [Fact]
    public void An_issue_of_the_same_number_in_another_repository_is_another_issue()
    {
        var there = new Dictionary<IssueKey, string> { [12] = "here", [new("acme/login", 12)] = "there" };

        Assert.Equal(("here", "there"), (there[new(null, 12)], there[new("Acme/Login", 12)]));
        Assert.Equal(["#12", "acme/login#12"], there.Keys.Select(key => key.ToString()));
    }

    private static World Refused()
    {
        var world = new World { Settings = Setting("acme/login"), Record = Incident("Fix the token check in acme/login\n- Test the rollback") };
        world.Refusing.Add("acme/login");
        world.Run();
        return world;
    }

    private static World Begin(string tasks, params string[] repositories)
    {
        var world = new World { Settings = Setting(repositories), Record = Incident(tasks) };
        world.Run();
        return world;
    }

    private static RunSettings Setting(params string[] repositories) => new() { FollowUps = new() { Repositories = new(repositories) } };

    private static IncidentRecord Incident(string tasks) =>
        Records.Incident with { Repository = "acme/shop", Body = Records.Body(("Impact", "Nobody could log in."), ("Tasks", $"- {tasks}")) };

    private static void Rests(World world) => Assert.Empty(world.Run().Changes);
}
