namespace PostmortemAction.Convergence.Simulation.Git;

/// <summary>An entry of a tree: a file or a folder.</summary>
public sealed record TreeEntry(string Mode, string Type, string Sha);

/// <summary>A folder: names and what they hold.</summary>
public sealed record StoredTree(string Sha, IReadOnlyDictionary<string, TreeEntry> Entries);

/// <summary>Who wrote or committed, and when.</summary>
public sealed record Signature(string Name, string Email, DateTimeOffset At);

/// <summary>A commit.</summary>
public sealed record StoredCommit(string Sha, string Tree, IReadOnlyList<string> Parents, string Message, Signature Author, Signature Committer);
