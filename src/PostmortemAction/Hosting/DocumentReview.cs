using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Hosting;

/// <summary>A review with what the repository holds. Where a document links to none of its files, nothing is asked.</summary>
internal static class DocumentReview
{
    /// <param name="commit">Where the document stands; null for the commit of this run.</param>
    public static async Task<Review> OfAsync(IRepositoryHost host, string text, string path, string? commit, RunSettings settings, CancellationToken cancellation)
    {
        var document = new ReviewText(text, path, settings);
        document.Read();
        var paths = document.Links.Count == 0 ? null : await host.ListPathsAsync(commit, cancellation);
        return Reviewer.Of(document, paths is null ? null : target => target.Length == 0 || target == path || paths.Contains(target));
    }
}
