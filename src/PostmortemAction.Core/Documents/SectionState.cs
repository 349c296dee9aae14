namespace PostmortemAction.Core.Documents;

/// <summary>How a section of a document stands to what we last wrote and to what we would write now.</summary>
public enum SectionState
{
    /// <summary>It says what we would write.</summary>
    Same,

    /// <summary>People changed what we wrote.</summary>
    Edited,

    /// <summary>It says what we wrote, and the facts say otherwise by now.</summary>
    Behind,

    /// <summary>It is not what we would write, and what we wrote is not known.</summary>
    Different,

    /// <summary>People took it out, as far as we know what we wrote.</summary>
    Missing,

    /// <summary>The facts brought it since.</summary>
    New,

    /// <summary>We never wrote one.</summary>
    Own,
}
