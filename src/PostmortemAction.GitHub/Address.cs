namespace PostmortemAction.GitHub;

/// <summary>Where the token may go.</summary>
internal static class Address
{
    /// <summary>The same scheme, host and port: elsewhere the token is not at home.</summary>
    public static bool IsSamePlace(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>The address of the next page, as the server gives it in <c>Link</c>; null on the last one.</summary>
    public static Uri? NextPage(GitHubRequest request, GitHubAnswer answer)
    {
        foreach (var link in (answer.Header("Link") ?? "").Split(','))
        {
            var parts = link.Split(';', StringSplitOptions.TrimEntries);
            if (!parts.Contains("rel=\"next\"") || parts[0] is not ['<', .. var address, '>'])
            {
                continue;
            }

            return Uri.TryCreate(request.Address, address, out var next) && IsSamePlace(next, request.Address) ? next
                : throw request.Moved(answer.Status, $"the next page is on {next?.Host ?? address}, where the token must not go");
        }

        return null;
    }
}
