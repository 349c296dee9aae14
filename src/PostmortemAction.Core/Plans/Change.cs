namespace PostmortemAction.Core.Plans;

/// <summary>One write to GitHub, as data.</summary>
public abstract record Change
{
    /// <summary>What the ledger says of it before it is sent: a name for what it creates. Null for what can be sent twice without harm.</summary>
    public virtual string? Intent => null;

    /// <summary>One line for people. Titles in it are people's words, on one line.</summary>
    public abstract string Describe();
}
