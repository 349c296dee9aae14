namespace PostmortemAction.GitHub;

/// <summary>An entry of a folder as Git keeps it.</summary>
/// <param name="Mode">Git's mode, such as octal 120000 for a symbolic link.</param>
public sealed record TreeItem(string Name, int Mode);
