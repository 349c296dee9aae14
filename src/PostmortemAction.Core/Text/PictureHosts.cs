namespace PostmortemAction.Core.Text;

/// <summary>
/// Whether a picture may be shown where it stands. GitHub's own are those that people paste; one from elsewhere tells its owner who reads the document,
/// and may show something else tomorrow, so it becomes a link that shows where it leads.
/// </summary>
internal static class PictureHosts
{
    public static bool MayShow(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (Host(url).Equals("github.com", StringComparison.OrdinalIgnoreCase) || Host(url).EndsWith(".githubusercontent.com", StringComparison.OrdinalIgnoreCase))
        && address.UserInfo.Length == 0;

    /// <summary>What stands behind a picture's words when it became a link.</summary>
    public static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : "";
}
