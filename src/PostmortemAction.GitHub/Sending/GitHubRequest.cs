using System.Net;
using System.Net.Http.Headers;

namespace PostmortemAction.GitHub;

/// <summary>A request, and the ways in which it can end badly. Which of these are worth another try depends on its class alone.</summary>
internal sealed record GitHubRequest(RequestClass Class, HttpMethod Method, Uri Address)
{
    public string Accept { get; init; } = "application/vnd.github+json";

    public byte[]? Body { get; init; }

    /// <summary>Whether a limit ends it: what may still be sent after the wait, only who asks for it can say.</summary>
    public bool EndsAtLimit => Class is RequestClass.Create or RequestClass.Edit;

    public string Name => $"{Method} {Address.AbsolutePath}";

    /// <summary>Only GraphQL tells of a limit with status 200.</summary>
    public bool IsGraphQl => Method == HttpMethod.Post && Address.AbsolutePath.EndsWith("/graphql", StringComparison.Ordinal);

    /// <summary>A message can be sent once only, so each try has its own.</summary>
    public HttpRequestMessage ToMessage()
    {
        // The version of the client's defaults does not reach messages that are made by hand.
        var message = new HttpRequestMessage(Method, Address) { Version = HttpVersion.Version20 };
        message.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Accept));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        }

        return message;
    }

    /// <summary>It never reached GitHub, so it had no effect, whatever its class.</summary>
    public GitHubException NotSent(string message, Exception inner) => new(Name, null, message, inner: inner) { IsWorthRetrying = true };

    /// <summary>It may have reached GitHub, and nobody knows what came of it.</summary>
    public GitHubException Lost(HttpStatusCode? status, string message, Exception? inner = null) => new(Name, status, message, inner: inner)
    {
        IsAmbiguous = Class != RequestClass.Read,
        IsWorthRetrying = Class != RequestClass.Create,
    };

    /// <summary>GitHub said no, and will say so again; but just after a creation it may not know everywhere yet what it has created.</summary>
    public GitHubException Refused(HttpStatusCode status, string message, string? acceptedPermissions) => new(Name, status, message, acceptedPermissions)
    {
        IsWorthRetrying = Class == RequestClass.Repeatable
            && status == HttpStatusCode.UnprocessableEntity
            && message.Contains("Could not resolve to a node", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>It never reached GitHub: something in between answered.</summary>
    public GitHubException Foreign(HttpStatusCode status, string message) => new(Name, status, message) { IsForeign = true };

    /// <summary>What it asks for is elsewhere, where this request must not follow.</summary>
    /// <param name="isForeign">Whether it is sent to another host: GitHub does so to nobody, what does is in between.</param>
    public GitHubException Moved(HttpStatusCode status, string message, bool isForeign = false) => new(Name, status, message) { HasMoved = true, IsForeign = isForeign };
}
