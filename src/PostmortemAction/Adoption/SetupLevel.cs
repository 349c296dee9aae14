namespace PostmortemAction.Adoption;

/// <summary>How a part of the setup stands.</summary>
public enum SetupLevel
{
    Ok,

    /// <summary>It works, and somebody may want to look; or it cannot be seen.</summary>
    Look,

    /// <summary>Something keeps it from working.</summary>
    ToDo,
}
