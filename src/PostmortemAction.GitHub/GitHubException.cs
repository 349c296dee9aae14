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
}
