namespace PostmortemAction.Actions;

/// <summary>What a run has to do for the repository as a whole, beside its incidents.</summary>
public enum RepositoryWork
{
    None,

    /// <summary>The archive's index.</summary>
    Index,

    /// <summary>The archive's index, and the digest of the follow-ups.</summary>
    IndexAndDigest,
}
