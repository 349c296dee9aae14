using PostmortemAction.Convergence.Simulation.Git;

namespace PostmortemAction.Hostile.Runs;

/// <summary>What people do to the document on its branch between two runs.</summary>
internal static class HumanEdits
{
    public static void DoubleSection(Stage stage)
    {
        var path = Path(stage);
        stage.GitHub.People.EditFile("jun", stage.World.Branch, path, text =>
        {
            var start = text.IndexOf("## Timeline", StringComparison.Ordinal);
            var end = text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
            return $"{text[..end]}\n{text[start..end]}\nA line of my own in a second timeline.\n{text[end..]}";
        });
        AddFact(stage);
    }

    public static void Rename(Stage stage)
    {
        var path = Path(stage);
        var git = stage.Repository.Git;
        var head = stage.Repository.Branch(stage.World.Branch)!;
        var files = git.Files(git.Commit(head)!.Tree);
        var by = stage.Repository.Signature("jun");
        var tree = git.With(git.Commit(head)!.Tree, [new(path, null), new(path.Replace("/2026/", "/renamed/", StringComparison.Ordinal), files[path])]);
        git.References[$"refs/heads/{stage.World.Branch}"] = git.AddCommit(tree.Sha, [head], "Rename", by, by).Sha;
        stage.Repository.Touch();
        AddFact(stage);
    }

    /// <summary>So that the next run has something to write.</summary>
    private static void AddFact(Stage stage) => stage.GitHub.People.EditIssue(
        "mira", stage.World.Incident, body: stage.Incident.Body!.Replace("A typo in the login's configuration.", "A typo in the login's configuration, as we know now.", StringComparison.Ordinal));

    private static string Path(Stage stage) =>
        stage.Repository.Git.Files(stage.Repository.Git.Commit(stage.Repository.Branch(stage.World.Branch)!)!.Tree).Keys.Single(path => path.StartsWith(Stage.Document, StringComparison.Ordinal));
}
