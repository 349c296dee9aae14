using System.Globalization;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.People;

/// <summary>Where somebody typed: a file on a branch, a title, a body or a comment.</summary>
public abstract record TextPlace
{
    /// <summary>What stands there now; null where the place is gone.</summary>
    public abstract string? Read(StoredRepository repository);

    /// <summary>A file on a branch.</summary>
    public sealed record File(string Branch, string Path) : TextPlace
    {
        public override string? Read(StoredRepository repository) => repository.Git.Text($"refs/heads/{Branch}", Path);

        public override string ToString() => $"{Path} on {Branch}";
    }

    /// <summary>The title of an issue or pull request.</summary>
    public sealed record Title(int Number) : TextPlace
    {
        public override string? Read(StoredRepository repository) => repository.Issue(Number)?.Title;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"the title of #{Number}");
    }

    /// <summary>The body of an issue or pull request.</summary>
    public sealed record Body(int Number) : TextPlace
    {
        public override string? Read(StoredRepository repository) => repository.Issue(Number)?.Body;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"the body of #{Number}");
    }

    /// <summary>A comment.</summary>
    public sealed record Comment(long Id) : TextPlace
    {
        public override string? Read(StoredRepository repository) => repository.Comments.Find(comment => comment.Id == Id)?.Body;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"comment {Id}");
    }
}
