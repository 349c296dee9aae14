using System.Net;

namespace PostmortemAction.GitHub;

/// <summary>GitHub refused, could not be reached, or answered what cannot be read.</summary>
/// <param name="status">The answer's status; null when there was no readable answer.</param>
/// <param name="acceptedPermissions">What the header <c>X-Accepted-GitHub-Permissions</c> asks for, such as <c>issues=write</c>.</param>
public sealed class GitHubException(
    string request, HttpStatusCode? status, string message, string? acceptedPermissions = null, Exception? inner = null)
    : Exception($"{request}: {(status is { } code ? $"{(int)code} " : "")}{message}", inner)
{
    /// <summary>Method and path, without the host.</summary>
    public string Request { get; } = request;

    public HttpStatusCode? Status { get; } = status;

    /// <summary>GitHub's own words.</summary>
    public string Reason { get; } = message;

    public string? AcceptedPermissions { get; } = acceptedPermissions;

    /// <summary>Whether a write may have had its effect all the same: look for it before it is sent again.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether GitHub asks to wait for longer than we do. The request had no effect; nothing can be sent before <see cref="Wait"/> is over.</summary>
    public bool IsLimit { get; init; }

    /// <summary>How long GitHub still wants us to wait.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>When that is over by the server's clock; null where it has not told its time.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether the answer redirects to where the request must not follow, as after a repository was renamed. It had no effect.</summary>
    public bool HasMoved { get; init; }

    /// <summary>Whether something else answers in GitHub's place, such as a proxy that wants somebody to log in.</summary>
    public bool IsForeign { get; init; }

    internal bool IsWorthRetrying { get; init; }
}
