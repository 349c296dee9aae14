using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PostmortemAction.GitHub;

/// <summary>What an answer says. What cannot be read is a <see cref="GitHubException"/>.</summary>
internal static class GitHubAnswer
{
    /// <summary>Whether what was asked for is not there: never was, may not be seen, or was deleted.</summary>
    public static bool IsMissing(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer, string request, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        await EnsureSuccessAsync(answer, request, cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            return JsonSerializer.Deserialize(bytes, type)
                ?? throw new GitHubException(request, answer.StatusCode, "the answer is empty");
        }
        catch (JsonException e)
        {
            var kind = answer.Content.Headers.ContentType?.MediaType ?? "no content type";
            throw new GitHubException(request, answer.StatusCode, $"the answer is not what GitHub gives ({kind}); does a proxy stand between?", inner: e);
        }
    }

    public static async Task EnsureSuccessAsync(HttpResponseMessage answer, string request, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var message = answer.ReasonPhrase ?? "";
        try
        {
            var body = JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellation), GitHubJson.Default.ErrorBody);
            var details = body?.Errors?.Select(error => error.Message ?? $"{error.Field} {error.Code}") ?? [];
            message = string.Join("; ", details.Prepend(body?.Message ?? message));
        }
        catch (JsonException)
        {
            // An error page of something between us and GitHub; the status says enough.
        }

        var accepted = answer.Headers.TryGetValues("X-Accepted-GitHub-Permissions", out var values) ? string.Join(",", values) : null;
        throw new GitHubException(request, answer.StatusCode, message, accepted);
    }

    /// <summary>The address of the next page, as the server gives it; never another host's.</summary>
    public static Uri? NextPage(HttpResponseMessage answer, Uri api, string request)
    {
        if (!answer.Headers.TryGetValues("Link", out var values))
        {
            return null;
        }

        foreach (var link in string.Join(",", values).Split(','))
        {
            var parts = link.Split(';', StringSplitOptions.TrimEntries);
            if (!parts.Contains("rel=\"next\"") || parts[0] is not ['<', .. var address, '>'])
            {
                continue;
            }

            return Uri.TryCreate(api, address, out var next) && next.Host == api.Host && next.Scheme == api.Scheme ? next
                : throw new GitHubException(request, answer.StatusCode, $"the next page is on {next?.Host ?? address}, where the token must not go");
        }

        return null;
    }
}
