using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Tests.Configuration;

public class DueDateSettingsTests
{
    [Fact]
    public void Dates_and_owners_of_follow_ups_are_read()
    {
        var settings = Read("follow-ups:\n  due: { sev1: 14d, SEV2: 28d }\n  business-days: true\n  owners: { login API: '@acme/auth', '*': jo }\n").FollowUps;

        Assert.Equal((14, 28, true), (settings.Due["SEV1"], settings.Due["SEV2"], settings.BusinessDays));
        Assert.Equal(("acme/auth", "jo"), (settings.Owners["login API"], settings.Owners["*"]));
    }

    [Fact]
    public void When_a_postmortem_should_be_published_is_read()
    {
        var settings = Read("postmortem:\n  due: { SEV1: 3d }\n  close-incident: true\n").Publish;

        Assert.Equal((3, true), (settings.Due["SEV1"], settings.ClosesIncident));
    }

    [Theory]
    [InlineData("follow-ups:\n  due: { SEVX: 3d }\n", "SEVX", "postmortem.yml:2:10")]
    [InlineData("postmortem:\n  due: { SEV: 3d }\n", "SEV", "postmortem.yml:2:10")]
    [InlineData("review:\n  require: { SVE1: [start] }\n", "SVE1", "postmortem.yml:2:14")]
    [InlineData("review:\n  require: { othr: [start] }\n", "othr", "postmortem.yml:2:14")]
    public void A_severity_that_is_a_slip_is_told_at_its_place(string text, string severity, string place)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Read(text)).Problems);

        Assert.Equal(("severity-unknown", place), (problem.Code, problem.Place));
        Assert.Equal($"There is no severity `{severity}`.", problem.Message);
    }

    [Fact]
    public void A_severity_is_read_as_in_an_incident_and_may_be_a_word_of_the_teams_own()
    {
        var settings = Read("follow-ups:\n  due: { P1: 3d, sev-2: 5d, Critical: 1d, Severe: 2d }\nreview:\n  require: { sev1: [start], Other: [end] }\n");

        Assert.Equal(["SEV1", "SEV2", "Critical", "Severe"], settings.FollowUps.Due.Keys);
        Assert.Equal(["SEV1", "other"], settings.Review.Require.Keys);
    }

    [Theory]
    [InlineData("[acme/login, other/*]")]
    [InlineData("[Acme/Login, other/*]")]
    public void The_repositories_in_which_follow_ups_may_be_made_are_read(string list)
    {
        var repositories = Read($"follow-ups:\n  repositories: {list}\n").FollowUps.Repositories;

        Assert.True(repositories.Allows("acme/login"));
        Assert.True(repositories.Allows("other/anything"));
        Assert.False(repositories.Allows("acme/loginx"));
        Assert.False(repositories.Allows("others/anything"));
    }

    [Fact]
    public void One_repository_needs_no_list() => Assert.True(Read("follow-ups:\n  repositories: acme/login\n").FollowUps.Repositories.Allows("acme/login"));

    [Theory]
    [InlineData("follow-ups:\n  due: { SEV1: soon }\n", "postmortem.yml:2:16")]
    [InlineData("follow-ups:\n  due: { SEV1: 0d }\n", "postmortem.yml:2:16")]
    [InlineData("follow-ups:\n  due: 14d\n", "postmortem.yml:2:8")]
    [InlineData("follow-ups:\n  owners: { login: the auth team }\n", "postmortem.yml:2:20")]
    [InlineData("follow-ups:\n  owner: { login: jo }\n", "postmortem.yml:2:3")]
    [InlineData("follow-ups:\n  business-days: mostly\n", "postmortem.yml:2:18")]
    [InlineData("follow-ups:\n  repositories: login\n", "postmortem.yml:2:17")]
    [InlineData("follow-ups:\n  repositories: [acme/login, '*/*']\n", "postmortem.yml:2:30")]
    [InlineData("follow-ups:\n  repositories: { acme: login }\n", "postmortem.yml:2:17")]
    [InlineData("postmortem:\n  due: { SEV1: 3 }\n", "postmortem.yml:2:16")]
    [InlineData("postmortem:\n  closes: true\n", "postmortem.yml:2:3")]
    [InlineData("postmortem: 3d\n", "postmortem.yml:1:13")]
    public void A_mistake_in_them_is_told_with_its_place(string text, string place)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Read(text)).Problems);

        Assert.Equal(place, problem.Place);
    }

    private static RunSettings Read(string text) => SettingsReader.Read(("postmortem.yml", text), new Dictionary<string, string>());
}
