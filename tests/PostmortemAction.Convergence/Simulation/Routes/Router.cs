namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Which operation of GitHub's description is answered by what.</summary>
internal static class Router
{
    private static readonly Dictionary<string, Func<Call, Answer>> Routes = new()
    {
        ["users/get-authenticated"] = RepositoryRoutes.GetUser,
        ["repos/get"] = RepositoryRoutes.Get,
        ["repos/get-collaborator-permission-level"] = RepositoryRoutes.GetPermission,
        ["issues/check-user-can-be-assigned"] = RepositoryRoutes.CheckAssignee,
        ["repos/get-content"] = ContentRoutes.Get,
        ["repos/create-or-update-file-contents"] = ContentRoutes.Create,
        ["git/get-ref"] = ReferenceRoutes.Get,
        ["git/list-matching-refs"] = ReferenceRoutes.Matching,
        ["git/create-ref"] = ReferenceRoutes.Create,
        ["git/update-ref"] = ReferenceRoutes.Update,
        ["git/delete-ref"] = ReferenceRoutes.Delete,
        ["git/get-commit"] = GitRoutes.GetCommit,
        ["git/create-commit"] = GitRoutes.CreateCommit,
        ["git/get-tree"] = GitRoutes.GetTree,
        ["git/create-tree"] = GitRoutes.CreateTree,
        ["git/get-blob"] = GitRoutes.GetBlob,
        ["git/create-blob"] = GitRoutes.CreateBlob,
        ["issues/list-for-repo"] = IssueRoutes.List,
        ["issues/create"] = IssueRoutes.Create,
        ["issues/get"] = IssueRoutes.Get,
        ["issues/update"] = IssueRoutes.Update,
        ["issues/list-events-for-timeline"] = IssueRoutes.Timeline,
        ["issues/list-sub-issues"] = IssueRoutes.ListSubIssues,
        ["issues/add-sub-issue"] = IssueRoutes.AddSubIssue,
        ["issues/list-comments"] = CommentRoutes.List,
        ["issues/create-comment"] = CommentRoutes.Create,
        ["issues/get-comment"] = CommentRoutes.Get,
        ["issues/update-comment"] = CommentRoutes.Update,
        ["issues/delete-comment"] = CommentRoutes.Delete,
        ["issues/list-labels-for-repo"] = LabelRoutes.List,
        ["issues/create-label"] = LabelRoutes.Create,
        ["issues/get-label"] = LabelRoutes.Get,
        ["issues/add-labels"] = LabelRoutes.Add,
        ["pulls/list"] = PullRoutes.List,
        ["pulls/create"] = PullRoutes.Create,
        ["pulls/get"] = PullRoutes.Get,
        ["pulls/update"] = PullRoutes.Update,
        ["pulls/list-files"] = PullRoutes.Files,
    };

    /// <summary>Null for an operation that is not simulated.</summary>
    public static Func<Call, Answer>? Find(string operation) => Routes.GetValueOrDefault(operation);
}
