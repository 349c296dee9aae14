using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Faults;

public static partial class FaultCatalogue
{
    /// <summary>GitHub understands and does not do it.</summary>
    private static IReadOnlyList<Fault> Refusals =>
    [
        new("F14", "422 validation failed", RequestSet.Writes, x => x.Refuse(422, "Validation Failed", Error("Issue", "title", "invalid"))),
        new("F15", "422 already exists", RequestSet.UniqueCreates, x => After(x, x.Deliver)),
        new("F16", "422 could not resolve to a node", RequestSet.FollowUps, x => x.Refuse(
            422, "Validation Failed", new JsonMap { ["resource"] = "Issue", ["code"] = "unprocessable", ["field"] = "data", ["message"] = "Could not resolve to a node with the global id of 'PR_kwDO'" })),
        new("F17", "somebody else moved the reference just before", RequestSet.ReferenceUpdates, x =>
        {
            x.GitHub.People.MoveRef("mira", $"refs/{x.Request.Parameters["ref"]}");
            return x.Deliver();
        }),
        new("F17", "409 conflict", RequestSet.References, x => x.Refuse(409, "Conflict")),
        new("F18", "409 push protection", RequestSet.GitContent, x => x.Refuse(
            409, "Repository rule violations found\n\nSecret detected in content\n", new JsonMap { ["placeholder_id"] = "2fvT4xKXvhPz", ["token_type"] = "GITHUB_PERSONAL_ACCESS_TOKEN" })),
        new("F19", "401", RequestSet.All, x => x.Refuse(401, "Bad credentials")),
        new("F19", "403 resource not accessible", RequestSet.All, x =>
        {
            var answer = x.Refuse(403, "Resource not accessible by integration");
            answer.Headers.TryAddWithoutValidation("X-Accepted-GitHub-Permissions", x.Request.IsWrite ? "issues=write" : "issues=read");
            return answer;
        }),
        new("F20", "403 pull requests are forbidden", RequestSet.PullCreate, x => x.Refuse(403, "GitHub Actions is not permitted to create or approve pull requests.")),
        new("F21", "403 the issue is locked", RequestSet.CommentCreate, x => x.Refuse(403, "Unable to create comment because issue is locked.")),
        new("F21", "403 too many comments", RequestSet.CommentCreate, x => x.Refuse(403, "Commenting is disabled on issues with more than 2500 comments")),
    ];
}
