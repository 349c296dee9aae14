namespace PostmortemAction.GitHub;

/// <summary>What may be done with a request whose answer got lost.</summary>
public enum RequestClass
{
    /// <summary>Changes nothing: it may be sent again, and several at once.</summary>
    Read,

    /// <summary>Sent twice it does what it does once: it compares and swaps, is addressed by its content, or changes what a known id names.</summary>
    Repeatable,

    /// <summary>
    /// As <see cref="Repeatable"/>, but it was composed from what stood there: after a wait that GitHub asks for people may have written, so only who reads anew may
    /// send it then.
    /// </summary>
    Edit,

    /// <summary>Each one makes something new: it is sent again only where it provably had no effect.</summary>
    Create,
}
