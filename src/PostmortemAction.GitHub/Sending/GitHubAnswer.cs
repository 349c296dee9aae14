using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace PostmortemAction.GitHub;

/// <summary>An answer that arrived whole. What cannot be read is a <see cref="GitHubException"/>.</summary>
/// <param name="Kind">The media type of the body.</param>
internal sealed record GitHubAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string? Kind, byte[] Body)
{
    /// <summary>Whether what was asked for is not there: never was, may not be seen, or was deleted. A page that says so is not GitHub's.</summary>
    public bool IsMissing => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone && !IsPage;

    /// <summary>GitHub refuses in JSON; only when it is down it shows a page, and a proxy's own words have a status of theirs.</summary>
    private bool IsForeign => Status is HttpStatusCode.ProxyAuthenticationRequired or HttpStatusCode.NetworkAuthenticationRequired
        || (IsPage && Status < HttpStatusCode.InternalServerError);

    private bool IsPage => Kind == "text/html";

    public bool IsRedirect => (int)Status is >= 300 and < 400;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    /// <summary>A header that holds a number of requests or seconds.</summary>
    public long? Number(string name) => long.TryParse(Header(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public T Json<T>(GitHubRequest request, JsonTypeInfo<T> type)
    {
        EnsureSuccess(request);
        try
        {
            return JsonSerializer.Deserialize(Body, type) ?? throw Unreadable(request, null);
        }
        catch (JsonException e)
        {
            throw Unreadable(request, e);
        }
    }

    /// <summary>A file's text. It may be anything, but GitHub never calls it a web page.</summary>
    public FileText Text(GitHubRequest request)
    {
        EnsureSuccess(request);
        using var reader = new StreamReader(new MemoryStream(Body), Encoding.UTF8);
        return IsPage ? throw Unreadable(request, null) : new(reader.ReadToEnd(), Utf8.IsValid(Body));
    }

    /// <summary>As <see cref="EnsureSuccess"/>, but what is not there is fine.</summary>
    public void EnsureSuccessOrMissing(GitHubRequest request)
    {
        if (!IsMissing)
        {
            EnsureSuccess(request);
        }
    }

    public void EnsureSuccess(GitHubRequest request)
    {
        if ((int)Status is >= 200 and < 300)
        {
            return;
        }

        var message = ErrorText.Of(Body) ?? $"{Status}";
        throw IsForeign ? request.Foreign(Status, $"{message} ({Kind ?? "no content type"})")
            : Status >= HttpStatusCode.InternalServerError
            ? request.Lost(Status, message)
            : request.Refused(Status, message, Header("X-Accepted-GitHub-Permissions"));
    }

    private GitHubException Unreadable(GitHubRequest request, Exception? inner) =>
        request.Lost(Status, $"the answer is not what GitHub gives ({Kind ?? "no content type"}); does a proxy stand between?", inner);
}
