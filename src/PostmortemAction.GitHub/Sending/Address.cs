using System.Globalization;
using System.Text.RegularExpressions;

namespace PostmortemAction.GitHub;

/// <summary>Where the token may go.</summary>
internal static partial class Address
{
    /// <summary>The same scheme, host and port: elsewhere the token is not at home.</summary>
    public static bool IsSamePlace(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>
    /// The pages from the next to the last, where nothing but a number tells their addresses apart; none where that is not so, or there are too many.
    /// </summary>
    public static IReadOnlyList<Uri> LaterPages(Uri? next, Uri? last, int most)
    {
        return next is not null && last is not null && At(next, 0) == At(last, 0) && Number(next) is { } from && Number(last) is { } to && to <= most
            ? [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(number => new Uri(At(next, number)))] : [];

        static int? Number(Uri page) =>
            int.TryParse(PageNumber().Match(page.Query).Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        static string At(Uri page, int number) => PageNumber().Replace(page.AbsoluteUri, number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The address of another page of a list whose query names none.</summary>
    public static Uri Page(Uri list, int number) => new($"{list.AbsoluteUri}&page={number.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The address of another page, as the server gives it in <c>Link</c>; null where it gives none.</summary>
    public static Uri? Page(GitHubRequest request, GitHubAnswer answer, string relation)
    {
        foreach (var link in Links().Split(answer.Header("Link") ?? ""))
        {
            var parts = link.Split(';', StringSplitOptions.TrimEntries);
            if (!parts.Contains($"rel=\"{relation}\"") || parts[0] is not ['<', .. var address, '>'])
            {
                continue;
            }

            return Uri.TryCreate(request.Address, address, out var next) && IsSamePlace(next, request.Address) ? next
                : relation != "next" ? null
                : throw request.Moved(answer.Status, $"the next page is on {next?.Host ?? address}, where the token must not go");
        }

        return null;
    }

    /// <summary>A comma within an address separates nothing.</summary>
    [GeneratedRegex(",(?=[^<>]*(?:<|$))")]
    private static partial Regex Links();

    [GeneratedRegex("(?<=[?&]page=)([0-9]+)(?=&|$)")]
    private static partial Regex PageNumber();
}
