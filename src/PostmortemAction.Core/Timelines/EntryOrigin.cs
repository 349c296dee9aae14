namespace PostmortemAction.Core.Timelines;

/// <summary>Where an entry of the timeline comes from.</summary>
public enum EntryOrigin
{
    /// <summary>The timeline field of the form.</summary>
    Form,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>One of GitHub's events.</summary>
    Event,
}
