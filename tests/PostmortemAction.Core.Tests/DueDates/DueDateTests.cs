using NodaTime;
using PostmortemAction.Core.DueDates;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.DueDates;

/// <summary>The incident of <see cref="Records"/> was over on Sunday 14 April 2024.</summary>
public class DueDateTests
{
    private static readonly FollowUpSettings Settings = new()
    {
        Due = new Dictionary<string, int> { ["SEV1"] = 5 },
        Owners = new Dictionary<string, string> { ["login API"] = "acme/auth", ["*"] = "acme/sre" },
    };

    [Fact]
    public void A_task_without_a_date_is_due_so_many_days_after_the_end_as_the_settings_say_for_the_severity() =>
        Assert.Equal(new LocalDate(2024, 4, 19), Complete("SEV1", "Login API").Due);

    [Fact]
    public void Where_only_business_days_count_the_weekend_does_not() =>
        Assert.Equal(new LocalDate(2024, 4, 19), DueDate.Of(Incident("SEV1", "x"), Settings.Due, isBusiness: true));

    [Theory]
    [InlineData(1, 15)]
    [InlineData(5, 19)]
    [InlineData(6, 22)]
    [InlineData(10, 26)]
    public void Business_days_are_counted_from_the_day_behind_the_end(int days, int due) =>
        Assert.Equal(new LocalDate(2024, 4, due), DueDate.Of(Incident("SEV1", "x"), new Dictionary<string, int> { ["SEV1"] = days }, isBusiness: true));

    [Fact]
    public void A_severity_that_the_settings_do_not_name_has_no_date() => Assert.Null(Complete("SEV3", "Login API").Due);

    [Fact]
    public void What_the_task_says_itself_counts()
    {
        var task = DueDate.Complete(new("abc", "Add an alert", "jo", new LocalDate(2024, 6, 1)), Incident("SEV1", "Login API"), Settings);

        Assert.Equal(("jo", new LocalDate(2024, 6, 1)), (task.Owner, task.Due));
    }

    [Theory]
    [InlineData("Login API", "acme/auth")]
    [InlineData("checkout, login api", "acme/auth")]
    [InlineData("checkout", "acme/sre")]
    public void A_task_without_an_owner_is_its_services_owners(string services, string owner) => Assert.Equal(owner, Complete("SEV1", services).Owner);

    [Fact]
    public void A_team_owns_a_follow_up_and_is_not_assigned()
    {
        var postmortem = Incident("SEV1", "Login API").With(ExistingState.Nothing("base", 42), new() { FollowUps = Settings });

        var followUp = Assert.Single(DesiredStateComposer.Compose(postmortem, Plans.PlanCase.Repository, Plans.PlanCase.Path, "x", ExistingState.Nothing("base", 42)).FollowUps);

        Assert.Null(followUp.Assignee);
        Assert.Contains("- Owner: acme/auth\n", followUp.Block, StringComparison.Ordinal);
        Assert.Contains("due=2024%2D04%2D19 incident=42 owner=acme%2Fauth", followUp.Block, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_is_read_back_from_our_own_document_and_a_package_is_no_team()
    {
        Assert.Equal("acme/auth", TaskReader.Read(["Add an alert · @acme/auth · due 2024-06-01"], "", [])[0].Owner);
        Assert.Null(TaskReader.Read(["Update @types/node"], "", [])[0].Owner);
    }

    private static IncidentTask Complete(string severity, string services) =>
        DueDate.Complete(new("abc", "Add an alert", null, null), Incident(severity, services), Settings);

    private static Core.Postmortems.Postmortem Incident(string severity, string services) =>
        Records.Assemble(("Severity", severity), ("Affected services", services), ("Tasks", "- Add an alert"));
}
