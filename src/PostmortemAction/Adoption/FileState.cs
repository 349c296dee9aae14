namespace PostmortemAction.Adoption;

/// <summary>How a file that <c>init</c> would write stands to what is there.</summary>
public enum FileState
{
    /// <summary>It is not there, so it gets written.</summary>
    New,

    /// <summary>It is there with the same lines.</summary>
    Unchanged,

    /// <summary>It is there with other lines, and stays as it is.</summary>
    Different,
}
