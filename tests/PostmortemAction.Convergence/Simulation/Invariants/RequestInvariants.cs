using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Invariants;

/// <summary>What must hold for each request, whether it takes effect or not. Each says what is wrong with it, or null.</summary>
public static class RequestInvariants
{
    public static IReadOnlyList<(string Name, Func<SimulatedGitHub, SimulatedRequest, string?> Wrong)> All { get; } =
    [
        (InvariantNames.DeleteOnlyOwn, (github, request) => request.Method == HttpMethod.Delete && !IsOwn(github.Of(request) ?? github.Repository, request) ? request.Address.AbsolutePath : null),
        (InvariantNames.NoForce, (_, request) => request.Body is JsonMap body && body.GetValueOrDefault("force") is true ? request.Address.AbsolutePath : null),
        (InvariantNames.PatchOnlyOwn, (github, request) => request.Method == HttpMethod.Patch ? Stranger(github.Of(request) ?? github.Repository, request) : null),
        (InvariantNames.DefaultBranchUntouched, (github, request) => request.IsWrite && Branch(request) == $"refs/heads/{github.Repository.DefaultBranch}" ? request.ToString() : null),
        (InvariantNames.QuietWhenAsked, (github, request) => github.Time.ServerNow < github.QuietUntil
            ? string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.Address.AbsolutePath} came {(github.QuietUntil - github.Time.ServerNow).TotalSeconds:0.###} s too early") : null),
        (InvariantNames.StaysInReach, (github, request) => github.Of(request) is null ? request.Address.AbsolutePath : null),
        (InvariantNames.KnownRoute, (_, request) => request.IsGraphQl || Routes.Router.Find(request.Operation?.Id ?? "") is not null ? null : $"{request.Method} {request.Address.AbsolutePath}"),
    ];

    private static bool IsOwn(StoredRepository repository, SimulatedRequest request) =>
        request.Is("issues/delete-comment") ? Comment(repository, request) is null or { Author: StoredRepository.Bot }
        : request.Is("git/delete-ref") && request.Parameters["ref"].StartsWith("postmortem/", StringComparison.Ordinal);

    /// <summary>Whose the thing to be changed is, if it is not ours.</summary>
    private static string? Stranger(StoredRepository repository, SimulatedRequest request)
    {
        var author = request.Operation?.Id switch
        {
            "issues/update" => Issue(repository, request, "issue_number")?.Author,
            "pulls/update" => Issue(repository, request, "pull_number")?.Author,
            "issues/update-comment" => Comment(repository, request)?.Author,
            _ => null,
        };
        return author is null or StoredRepository.Bot ? null : $"{request.Address.AbsolutePath} is {author}'s";
    }

    private static string? Branch(SimulatedRequest request) => request.Operation?.Id switch
    {
        "git/update-ref" or "git/delete-ref" => $"refs/{request.Parameters["ref"]}",
        "git/create-ref" => (request.Body as JsonMap)?.Text("ref"),
        "repos/create-or-update-file-contents" or "repos/delete-file" => $"refs/heads/{(request.Body as JsonMap)?.Text("branch") ?? "main"}",
        _ => null,
    };

    private static StoredIssue? Issue(StoredRepository repository, SimulatedRequest request, string parameter) =>
        int.TryParse(request.Parameters[parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? repository.Issue(number) : null;

    private static StoredComment? Comment(StoredRepository repository, SimulatedRequest request) =>
        repository.Comments.Find(comment => comment.Id.ToString(CultureInfo.InvariantCulture) == request.Parameters["comment_id"]);
}
