using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Tests.Configuration;

public class MeasureSettingsTests
{
    [Fact]
    public void Measures_of_a_team_and_its_promise_are_read()
    {
        var settings = Read("measures:\n  time_to_page: acknowledged_at - started_at\nslo:\n  target: 99.95\n  window: 28d\n");

        Assert.Equal(["time_to_page = acknowledged_at - started_at"], settings.Measures.Select(measure => $"{measure.Name} = {measure}"));
        Assert.Equal(new ServiceLevel(99.95m, 28), settings.Promise);
    }

    [Theory]
    [InlineData("99.95%")]
    [InlineData("99.95 %")]
    [InlineData("'99.95%'")]
    public void A_promise_may_be_written_as_a_percentage(string target) =>
        Assert.Equal(99.95m, Read($"slo:\n  target: {target}\n").Promise!.Target);

    [Fact]
    public void A_promise_that_is_none_is_quoted() =>
        Assert.Equal("The setting `target` cannot take `always`.", Assert.Throws<ProblemException>(() => Read("slo:\n  target: always\n")).Problems[0].Message);

    [Theory]
    [InlineData("measures:\n  duration: resolved_at - started_at\n", "postmortem.yml:2:3")]
    [InlineData("measures:\n  mine: tomorrow - today\n", "postmortem.yml:2:3")]
    [InlineData("measures:\n  mine: started_at - resolved_at\n", "postmortem.yml:2:3")]
    [InlineData("measures: [a]\n", "postmortem.yml:1:11")]
    [InlineData("slo:\n  target: 100\n", "postmortem.yml:2:11")]
    [InlineData("slo:\n  target: 99\n  window: 4 weeks\n", "postmortem.yml:3:11")]
    [InlineData("slo:\n  window: 30d\n", "postmortem.yml:2:3")]
    [InlineData("slo: 99.9\n", "postmortem.yml:1:6")]
    [InlineData("slo:\n  targt: 99\n", "postmortem.yml:2:3")]
    public void A_mistake_in_them_is_told_with_its_place(string text, string place)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Read(text)).Problems);

        Assert.Equal(place, problem.Place);
    }

    [Theory]
    [InlineData("measures:\n  duration: resolved_at - started_at\n", "Give it another name: this one is taken by a measure of every postmortem.")]
    [InlineData("measures:\n  mine: started_at - resolved_at\n", "Give it the later moment first: `resolved_at - started_at`.")]
    public void A_name_that_is_taken_and_moments_in_the_wrong_order_are_told_as_such(string text, string fix) =>
        Assert.Equal(fix, Assert.Single(Assert.Throws<ProblemException>(() => Read(text)).Problems).Fix);

    private static RunSettings Read(string text) => SettingsReader.Read(("postmortem.yml", text), new Dictionary<string, string>());
}
