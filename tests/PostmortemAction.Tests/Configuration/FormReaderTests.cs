using PostmortemAction.Configuration;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Tests.Configuration;

public class FormReaderTests
{
    private static readonly string Ours = Repository.Read(".github/ISSUE_TEMPLATE/incident.yml");

    [Fact]
    public void Our_own_form_asks_for_sixteen_fields_and_the_reading_knows_each()
    {
        var ids = Read(Ours)!.Fields.Select(field => field.Id).ToList();

        Assert.Equal(
            [
                FieldIds.Severity, FieldIds.Services, FieldIds.Started, FieldIds.Detected, FieldIds.DetectedHow, FieldIds.Resolved, FieldIds.Impact, FieldIds.UsersAffected,
                FieldIds.Timeline, FieldIds.RootCause, FieldIds.Resolution, FieldIds.WentWell, FieldIds.WentWrong, FieldIds.Lucky, FieldIds.Improvements, FieldIds.Tasks,
            ],
            ids);
        Assert.Empty(ids.Except(FieldIds.Names.Select(field => field.Id)));
    }

    [Fact]
    public void The_labels_of_our_own_form_are_known_also_where_the_form_is_not() =>
        Assert.All(
            Read(Ours)!.Fields,
            field => Assert.Contains(field.Label.ToLowerInvariant(), FieldIds.Names.Single(known => known.Id == field.Id).Names));

    [Fact]
    public void The_form_in_the_program_is_the_one_of_the_repository() => Assert.Equal(Read(Ours)!.Fields, FormReader.BuiltIn.Fields);

    [Fact]
    public void Fields_keep_their_order_and_elements_without_a_label_are_none() =>
        Assert.Equal(
            [new("services", "Dienste"), new("started", "Beginn")],
            Read(
                """
                body:
                  - type: markdown
                    attributes: {value: Hello}
                  - type: input
                    id: services
                    attributes: {label: Dienste}
                  - type: input
                    attributes: {label: ''}
                  - type: input
                  - a text
                  - type: input
                    id: started
                    attributes: {label: "Beginn"}
                """)!.Fields);

    [Fact]
    public void A_field_without_an_id_goes_by_its_label() =>
        Assert.Equal([new("Root cause", "Root cause")], Read("body:\n  - type: textarea\n    attributes:\n      label: Root cause")!.Fields);

    [Fact]
    public void A_form_with_Windows_line_ends_is_read_like_any_other() => Assert.Equal(Read(Ours)!.Fields, Read(Ours.ReplaceLineEndings("\r\n"))!.Fields);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("- a\n- list")]
    [InlineData("just words")]
    [InlineData("name: Incident")]
    [InlineData("body: words")]
    [InlineData("body:")]
    [InlineData("body:\n  id: x")]
    public void A_file_without_a_body_of_elements_is_no_form(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("body: [")]
    [InlineData("body:\n\t- id: x")]
    [InlineData("body: &a [*a]")]
    public void A_form_that_cannot_be_read_is_a_problem_that_names_the_file(string text)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Read(text)).Problems);

        Assert.Contains("`form.yml`", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("form.yml:", problem.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("labels: [bug, incident]")]
    [InlineData("labels:\n  - incident")]
    [InlineData("labels: incident")]
    [InlineData("labels: bug, incident , help")]
    [InlineData("labels: [\" Incident \"]")]
    [InlineData("labels: INCIDENT")]
    public void A_form_carries_the_labels_of_a_list_and_of_a_text_with_commas(string text) => Assert.True(Carries(text));

    [Theory]
    [InlineData("name: Bug")]
    [InlineData("labels:")]
    [InlineData("labels: []")]
    [InlineData("labels: incidents, no-incident")]
    [InlineData("labels: [bug, \"incident, minor\"]")]
    [InlineData("labels: {incident: true}")]
    [InlineData("- labels: incident")]
    [InlineData("title: incident")]
    public void A_form_does_not_carry_another_label(string text) => Assert.False(Carries(text));

    private static FormDefinition? Read(string text) => FormReader.Read(text, "form.yml");

    private static bool Carries(string text) => FormReader.Carries(text, "form.yml", "incident");
}
