namespace PostmortemAction.Core.Settings;

/// <summary>Whose comments may become entries of the timeline (<c>timeline.authors</c>).</summary>
public enum AuthorRule
{
    /// <summary>People with write permission to the repository.</summary>
    Writers,

    /// <summary>Everybody who can comment.</summary>
    All,
}
