using PostmortemAction.Convergence.Simulation.Contracts;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>Values that are not as a schema says are caught.</summary>
public class SchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "1", "it is integer, not string")]
    [InlineData("""{"type":["string","null"]}""", "true", "it is boolean, not string or null")]
    [InlineData("""{"type":"integer"}""", "1.5", "it is number, not integer")]
    [InlineData("""{"type":"object","required":["id"]}""", "{}", "it lacks 'id'")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"integer"}}}""", """{"id":"1"}""", ".id is string, not integer")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", """["a",2]""", "[1] is integer, not string")]
    [InlineData("""{"enum":["open","closed"]}""", "\"opened\"", "it is 'opened', which is not among open, closed")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"yesterday\"", "it is 'yesterday', no date-time")]
    [InlineData("""{"type":"string","format":"uri"}""", "\"/issues/1\"", "it is '/issues/1', no uri")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"abc\"", "it has a wrong length")]
    [InlineData("""{"type":"array","minItems":1}""", "[]", "it has a wrong number of items")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"any":1}""", ".any is integer, not string")]
    [InlineData("""{"allOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":1}""", "it lacks 'b'")]
    [InlineData("""{"properties":{"x":{"$ref":"contract#/schemas/tree"}}}""", """{"x":{"child":{"name":1}}}""", ".x.child.name is integer, not string")]
    public void A_wrong_value_is_told_with_its_place(string schema, string value, string expected) =>
        Assert.Equal(expected, Read(schema).Problem(Json(value)));

    [Theory]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "true")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number"}]}""", "1")]
    public void A_value_that_fits_no_alternative_or_too_many_is_wrong(string schema, string value) =>
        Assert.Contains("none of the alternatives", Read(schema).Problem(Json(value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":["string","null"],"enum":["open",null]}""", "null")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"object","properties":{"name":{"type":"string"}}}]}""", """{"name":"a"}""")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"integer"}}}""", """{"more":1}""")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-01-05T09:00:00Z\"")]
    [InlineData("""{"type":"number"}""", "1")]
    public void A_right_value_is_no_problem(string schema, string value) => Assert.Null(Read(schema).Problem(Json(value)));

    [Fact]
    public void An_answer_that_GitHub_would_not_give_is_caught()
    {
        var answer = new JsonMap { ["ref"] = "refs/heads/main", ["node_id"] = "x", ["url"] = "https://api.github.com/x", ["object"] = new JsonMap { ["sha"] = 1 } };

        Assert.Equal(
            "The body does not match: .object lacks 'type'.",
            ContractCheck.Answer(Contract.GitHub.Operation("git/get-ref"), 200, answer));
    }

    [Fact]
    public void A_status_that_GitHub_does_not_describe_is_caught() =>
        Assert.Equal("The status 202 is not documented for git/get-ref.", ContractCheck.Answer(Contract.GitHub.Operation("git/get-ref"), 202, null));

    [Fact]
    public void A_misspelt_property_of_a_request_is_caught() =>
        Assert.Equal(
            ["The property 'assignes' is not documented."],
            ContractCheck.Request(Contract.GitHub.Operation("issues/create"), [], new JsonMap { ["title"] = "x", ["assignes"] = new List<object?>() }));

    [Fact]
    public void An_unknown_query_parameter_is_caught() =>
        Assert.Equal(
            ["The query parameter 'label' is not documented."],
            ContractCheck.Request(Contract.GitHub.Operation("issues/list-for-repo"), ["labels", "label"], null));

    private static Schema Read(string schema) => new SchemaReader(new()
    {
        ["tree"] = Json("""{"type":"object","properties":{"name":{"type":"string"},"child":{"$ref":"contract#/schemas/tree"}}}"""),
    }).Read((JsonMap)Json(schema)!);

    private static object? Json(string text) => JsonText.Read(System.Text.Encoding.UTF8.GetBytes(text));
}
