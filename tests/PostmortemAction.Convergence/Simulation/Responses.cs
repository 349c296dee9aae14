using System.Globalization;
using System.Net;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.Routes;

namespace PostmortemAction.Convergence.Simulation;

/// <summary>Answers on the wire: with a date and the rate limit's count, as GitHub sends them.</summary>
internal static class Responses
{
    public static HttpResponseMessage Of(SimulatedGitHub github, SimulatedRequest request, Answer answer)
    {
        var response = Of(github, request, answer.Status, Content(answer), answer.Raw is null ? "application/json" : "application/vnd.github.raw+json");
        if (answer.Link is not null)
        {
            response.Headers.TryAddWithoutValidation("Link", answer.Link);
        }

        return response;
    }

    public static HttpResponseMessage Of(SimulatedGitHub github, SimulatedRequest request, int status, byte[]? content, string type)
    {
        var response = Empty(github, request, status);
        response.Content = new ByteArrayContent(content ?? []);
        if (content is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", $"{type}; charset=utf-8");
        }

        return response;
    }

    public static HttpResponseMessage Empty(SimulatedGitHub github, SimulatedRequest request, int status)
    {
        request.Entry.Status = status;
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.Date = github.Time.ServerNow;
        response.Headers.TryAddWithoutValidation("x-ratelimit-limit", Text(github.HourlyLimit));
        response.Headers.TryAddWithoutValidation("x-ratelimit-remaining", Text(Math.Max(1, github.HourlyLimit - github.UsedThisHour)));
        response.Headers.TryAddWithoutValidation("x-ratelimit-reset", Text((github.Hour + 1) * 3600));
        return response;
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[]? Content(Answer answer) =>
        answer.Raw ?? (answer.Body is { } body ? JsonText.Write(body) : null);
}
