namespace PostmortemAction.GitHub;

/// <summary>What may be done with a request whose answer got lost.</summary>
public enum RequestClass
{
    /// <summary>Changes nothing: it may be sent again, and several at once.</summary>
    Read,

    /// <summary>Sent twice it does what it does once: it compares and swaps, is addressed by its content, or changes what a known id names.</summary>
    Repeatable,

    /// <summary>Each one makes something new: it is sent again only where it provably had no effect.</summary>
    Create,
}
