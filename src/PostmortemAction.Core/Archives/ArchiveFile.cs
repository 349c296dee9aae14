namespace PostmortemAction.Core.Archives;

/// <summary>An entry of the archive's folder, as Git keeps it.</summary>
/// <param name="Path">Below the archive's folder, with slashes.</param>
/// <param name="Mode">Git's mode in octal digits.</param>
/// <param name="Blob">The id of what it holds: the same id, the same bytes.</param>
/// <param name="Size">In bytes; null where it is not told.</param>
public sealed record ArchiveFile(string Path, string Mode, string Blob, long? Size)
{
    public bool IsLink => Mode == "120000";

    public bool IsFile => Mode is "100644" or "100755" or "100664";
}
