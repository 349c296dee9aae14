namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>The requests that a fault can happen to.</summary>
public sealed record RequestSet(string Name, Func<SimulatedRequest, bool> Contains)
{
    public static RequestSet All { get; } = new("all", _ => true);

    public static RequestSet Reads { get; } = new("reads", request => !request.IsWrite);

    /// <summary>Of a file's own text nobody can see that it lacks its end.</summary>
    public static RequestSet JsonReads { get; } = new("reads of JSON", request => !request.IsWrite && !request.IsRaw);

    public static RequestSet Writes { get; } = new("writes", request => request.IsWrite);

    public static RequestSet GraphQl { get; } = new("GraphQL", request => request.IsGraphQl);

    public static RequestSet Lists { get; } = new("lists", request => !request.IsWrite && request.IsList);

    public static RequestSet LaterPages { get; } = new("later pages", request => !request.IsWrite && request.IsList && request.Query.GetValueOrDefault("page", "1") != "1");

    /// <summary>Single things, of which a replica may not know yet.</summary>
    public static RequestSet Objects { get; } = Of(
        "single objects", "issues/get", "issues/get-comment", "pulls/get", "git/get-ref", "git/get-commit", "git/get-tree", "git/get-blob", "repos/get-content");

    /// <summary>What can be there already.</summary>
    public static RequestSet UniqueCreates { get; } = Of("creates of what is unique", "git/create-ref", "repos/create-or-update-file-contents", "pulls/create", "issues/create-label", "issues/add-sub-issue");

    /// <summary>What follows the creation of something.</summary>
    public static RequestSet FollowUps { get; } = Of("writes to a fresh object", "issues/add-labels", "issues/add-sub-issue", "issues/update");

    public static RequestSet ReferenceUpdates { get; } = Of("reference updates", "git/update-ref");

    public static RequestSet References { get; } = Of("references", "git/update-ref", "git/create-ref");

    public static RequestSet GitContent { get; } = Of("Git content", "git/create-blob", "git/create-tree", "git/create-commit", "repos/create-or-update-file-contents");

    public static RequestSet PullCreate { get; } = Of("pull request creation", "pulls/create");

    public static RequestSet CommentCreate { get; } = Of("comment creation", "issues/create-comment");

    private static RequestSet Of(string name, params string[] operations) => new(name, request => operations.Any(request.Is));
}
