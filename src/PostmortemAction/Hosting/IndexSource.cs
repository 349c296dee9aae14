using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>What the index of the default branch says of earlier postmortems. The question that a run begins with asks for it where its folder is known by then.</summary>
public sealed class IndexSource(IGitHubClient client, FirstLook look, string commit)
{
    private Task<ArchiveCache>? reading;

    /// <summary>Read once: all of a run is read at one commit.</summary>
    public Task<ArchiveCache> ReadAsync(RunSettings settings, CancellationToken cancellation) =>
        settings.Index == IndexRule.Off ? Task.FromResult(ArchiveCache.Empty)
        : reading is { IsFaulted: false, IsCanceled: false } ? reading
        : reading = ReadOnceAsync($"{settings.Directory}/{ArchiveListing.CacheName}", cancellation);

    private async Task<ArchiveCache> ReadOnceAsync(string path, CancellationToken cancellation)
    {
        var text = look.TryFile(path, out var seen) ? seen : (await client.GetFileAsync(path, commit, cancellation))?.Text;

        // Where it is broken, the run that keeps it says so, and makes it anew.
        return ArchiveCache.Parse(text, path, out _);
    }
}
