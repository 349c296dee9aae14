using PostmortemAction.Configuration;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Tests.Configuration;

public class FormFinderTests
{
    private const string Folder = ".github/ISSUE_TEMPLATE/";
    private readonly List<Problem> problems = [];

    [Fact]
    public void The_forms_that_carry_the_incident_label_count_and_no_others()
    {
        var forms = Find(("bug.yml", Form("bug", "Steps")), ("incident.yml", Form("incident", "What")), ("outage.yml", Form("ops, incident", "Was")));

        Assert.Equal(["What", "Was"], forms.Select(form => Assert.Single(form.Fields).Label));
        Assert.Empty(problems);
    }

    [Fact]
    public void The_incident_label_is_the_one_that_the_team_chose() =>
        Assert.Equal(
            "Was",
            Assert.Single(Assert.Single(FormFinder.Find([(Folder + "a.yml", Form("incident", "What")), (Folder + "b.yml", Form("outage", "Was"))], "Outage", problems)).Fields).Label);

    [Fact]
    public void Without_a_form_that_carries_the_label_our_own_one_counts()
    {
        Assert.Same(FormReader.BuiltIn, Assert.Single(Find()));
        Assert.Same(FormReader.BuiltIn, Assert.Single(Find(("bug.yml", Form("bug", "Steps")), ("half.yml", "labels: incident"))));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_broken_form_becomes_a_warning_at_its_place_and_the_others_still_count()
    {
        var forms = Find(
            ("broken.yml", "labels: [incident]\nbody: ]"),
            ("good.yml", Form("incident", "What")),
            ("deep.yml", new string('[', 32_768)));

        Assert.Equal("What", Assert.Single(Assert.Single(forms).Fields).Label);
        Assert.Equal(["yaml-mistake", "yaml-too-clever"], problems.Select(problem => problem.Code));
        Assert.All(problems, problem => Assert.Equal(ProblemLevel.Warning, problem.Level));
        Assert.StartsWith($"{Folder}broken.yml:2:", problems[0].Place, StringComparison.Ordinal);
        Assert.StartsWith($"{Folder}deep.yml:1:", problems[1].Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("body: [")]
    [InlineData("labels: [incident\nbody: x")]
    [InlineData("labels: incident\n\tbody: x")]
    public void With_broken_forms_only_our_own_one_counts(string text)
    {
        Assert.Same(FormReader.BuiltIn, Assert.Single(Find(("broken.yml", text))));
        Assert.Single(problems);
    }

    private static string Form(string labels, string label) => $"labels: {labels}\nbody:\n  - type: input\n    attributes:\n      label: {label}\n";

    private IReadOnlyList<FormDefinition> Find(params (string Name, string Text)[] files) =>
        FormFinder.Find([.. files.Select(file => (Folder + file.Name, file.Text))], "incident", problems);
}
