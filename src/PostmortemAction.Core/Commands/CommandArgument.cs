namespace PostmortemAction.Core.Commands;

/// <summary>What stands behind a command's name.</summary>
public enum CommandArgument
{
    /// <summary>A time; without one, the comment's.</summary>
    Time,

    /// <summary>A text, and behind a bar its time; without one, the comment's.</summary>
    Entry,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A share of users.</summary>
    Percent,

    /// <summary>A severity.</summary>
    Severity,

    /// <summary>What the action should do: the words of the example.</summary>
    Verb,

    /// <summary>What the action should do, the first word of the example, and why.</summary>
    VerbAndReason,
}
