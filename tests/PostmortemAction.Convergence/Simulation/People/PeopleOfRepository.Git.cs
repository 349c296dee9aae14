using System.Text;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.People;

public sealed partial class PeopleOfRepository
{
    /// <summary>Commits a file to a branch; a branch that is not there begins at the default branch.</summary>
    public void Push(string login, string branch, string path, string text, string? message = null) =>
        Type(new TextPlace.File(branch, path), () => Commit(login, branch, message ?? $"Update {path}", (path, text)));

    /// <summary>The same for a file that is there.</summary>
    public void EditFile(string login, string branch, string path, Func<string, string> edit) =>
        Push(login, branch, path, edit(new TextPlace.File(branch, path).Read(repository) ?? throw new ArgumentException($"There is no {path} on {branch}.", nameof(path))));

    /// <summary>Files of the repository as it is found, which are nobody's words.</summary>
    public void Commit(string login, string branch, string message, params IReadOnlyList<(string Path, string Text)> files) =>
        Commit(login, branch, message, [.. files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Text)))]);

    /// <summary>The same, whatever the bytes say.</summary>
    public void Commit(string login, string branch, string message, IReadOnlyList<(string Path, byte[] Bytes)> files) => Act(() =>
    {
        var git = repository.Git;
        var parent = repository.Branch(branch) ?? repository.Branch(repository.DefaultBranch);
        var changes = files.Select(file => KeyValuePair.Create(file.Path, (TreeEntry?)new TreeEntry("100644", "blob", git.AddBlob(file.Bytes))));
        var tree = git.With(parent is null ? null : git.Commit(parent)!.Tree, changes);
        var by = repository.Signature(login);
        Move($"refs/heads/{branch}", git.AddCommit(tree.Sha, parent is null ? [] : [parent], message, by, by).Sha, login);
    });

    /// <summary>Sets a branch to a commit of the default branch's files and one more, whatever was on it; people may do that.</summary>
    public void ForcePush(string login, string branch, string path, string text) => Act(() =>
    {
        var git = repository.Git;
        var parent = repository.Branch(repository.DefaultBranch)!;
        var tree = git.With(git.Commit(parent)!.Tree, [new(path, new("100644", "blob", git.AddBlob(Encoding.UTF8.GetBytes(text))))]);
        var by = repository.Signature(login);
        Move($"refs/heads/{branch}", git.AddCommit(tree.Sha, [parent], $"Rewrite {path}", by, by).Sha, login);
        Texts.Gone(place => place is TextPlace.File file && file.Branch == branch);
        Texts.Changed(new TextPlace.File(branch, path), null, text);
    });

    public void DeleteBranch(string login, string branch) => Act(() =>
    {
        repository.DeleteReference($"refs/heads/{branch}", login);
        Texts.Gone(place => place is TextPlace.File file && file.Branch == branch);
    });

    /// <param name="name">The full name, such as <c>refs/postmortem/12</c>.</param>
    public void DeleteRef(string login, string name) => Act(() => repository.DeleteReference(name, login));

    /// <summary>Makes a reference point at a commit that holds one file of nonsense.</summary>
    public void WriteRefGarbage(string login, string name, string path = "garbage", string text = "}{ no state") => Act(() =>
    {
        var git = repository.Git;
        var by = repository.Signature(login);
        var parents = git.References.TryGetValue(name, out var old) ? new[] { old } : [];
        var tree = git.With(null, [new(path, new("100644", "blob", git.AddBlob(Encoding.UTF8.GetBytes(text))))]);
        Move(name, git.AddCommit(tree.Sha, parents, "Garbage", by, by).Sha, login);
    });

    /// <summary>Puts a commit without a change on top of a reference, as somebody does who was faster.</summary>
    public void MoveRef(string login, string name) => Act(() =>
    {
        if (repository.Git.References.TryGetValue(name, out var old))
        {
            var by = repository.Signature(login);
            Move(name, repository.Git.AddCommit(repository.Git.Commit(old)!.Tree, [old], "Somebody was faster", by, by).Sha, login);
        }
    });

    private void Move(string name, string sha, string login)
    {
        if (repository.Git.References.ContainsKey(name))
        {
            repository.UpdateReference(name, sha, force: true, login);
        }
        else
        {
            repository.CreateReference(name, sha, login);
        }
    }
}
