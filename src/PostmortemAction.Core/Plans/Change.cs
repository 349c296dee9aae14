namespace PostmortemAction.Core.Plans;

/// <summary>One write to GitHub, as data.</summary>
public abstract record Change
{
    /// <summary>One line for people. Titles in it are people's words, on one line.</summary>
    public abstract string Describe();
}
