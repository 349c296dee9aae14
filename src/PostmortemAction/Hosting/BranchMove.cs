using System.Net;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Moves a branch to a new commit, or makes it.</summary>
internal static class BranchMove
{
    /// <param name="from">Where it stands; null for one that is to be made.</param>
    /// <returns>Whether it stands there now; false where somebody was faster.</returns>
    /// <exception cref="GitHubException">It is refused, and nobody was faster.</exception>
    public static async Task<bool> ToAsync(IGitHubClient client, string branch, string? from, string to, CancellationToken cancellation)
    {
        var name = $"heads/{branch}";
        try
        {
            await (from is null
                ? client.CreateReferenceAsync(new($"refs/{name}", to), cancellation)
                : client.UpdateReferenceAsync(name, to, cancellation));
            return true;
        }
        catch (GitHubException e) when (IsRefusal(e))
        {
            // Somebody was faster, or it is our own commit whose answer got lost.
            var there = (await client.GetReferenceAsync(name, cancellation))?.Target.Sha;
            if (there == from)
            {
                throw;
            }

            return there == to;
        }
    }

    /// <summary>Refused for what it is, not for what the token may do or the commit holds.</summary>
    public static bool IsRefusal(GitHubException e) =>
        e.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict or HttpStatusCode.NotFound && !GitHubProblem.IsPushProtection(e);
}
