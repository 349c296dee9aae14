namespace PostmortemAction.GitHub;

/// <summary>A new file on a branch, and the message of its commit. Without author and committer GitHub signs it.</summary>
/// <param name="Content">Its bytes; JSON writes them as base64.</param>
public sealed record NewFile(string Message, byte[] Content, string Branch);
