using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>GitHub does not do it, in GitHub's words.</summary>
internal sealed class Refusal(int status, string message, params JsonMap[] errors) : Exception(message)
{
    public int Status { get; } = status;

    public IReadOnlyList<JsonMap> Errors { get; } = errors;

    public static Refusal NotFound() => new(404, "Not Found");

    public static Refusal Invalid(string resource, string? field, string code, string? message = null)
    {
        var error = new JsonMap { ["resource"] = resource, ["code"] = code };
        if (field is not null)
        {
            error["field"] = field;
        }

        if (message is not null)
        {
            error["message"] = message;
        }

        return new(422, "Validation Failed", error);
    }

    public JsonMap Body()
    {
        var body = new JsonMap { ["message"] = Message };
        if (Errors.Count > 0)
        {
            body["errors"] = Errors;
        }

        body["documentation_url"] = "https://docs.github.com/rest";
        body["status"] = Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return body;
    }
}
