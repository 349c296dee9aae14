using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PostmortemAction.Benchmark.Fronts;

/// <summary>
/// Comments and timeline of one issue, held ready. The emulated GitHub reads the whole list for each page of it, one page after the
/// other, which GitHub does not; with 1,000 comments that would hide what a contender does about the pages.
/// </summary>
internal sealed partial class ReadyLists
{
    private const int PageSize = 100;
    private readonly Dictionary<string, List<string>> lists = [];
    private string? address;

    /// <summary>Asks for both lists through <paramref name="ask"/>, which gets a path and answers the text and the header Link.</summary>
    public static async Task<ReadyLists> ReadAsync(string repository, int issue, Func<string, Task<(string Text, string? Link)>> ask)
    {
        var ready = new ReadyLists();
        foreach (var (list, without) in ((string, string)[])[("comments", ""), ("timeline", ""), ("timeline", "&exclude=commented")])
        {
            var items = ready.lists[$"{issue}/{list}{without}"] = [];
            for (var page = 1; items.Count == (page - 1) * PageSize; page++)
            {
                var (text, link) = await ask($"/repos/{repository}/issues/{issue}/{list}?per_page={PageSize}&page={page}{without}");
                using var json = JsonDocument.Parse(text);
                items.AddRange(json.RootElement.EnumerateArray().Select(item => item.GetRawText()));
                ready.address ??= link is null ? null : AddressInLink().Match(link).Groups[1].Value;
            }
        }

        return ready;
    }

    /// <summary>A page and its header Link, if it is one of the lists and nothing but a page of it is asked for.</summary>
    public (string Body, string? Link)? Page(string path, string query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        if (ListInPath().Match(path) is not { Success: true } match || !lists.TryGetValue($"{match.Groups[1].Value}/{match.Groups[2].Value}{Without(asked)}", out var items)
            || asked.Keys.Any(key => key is not ("per_page" or "page" or "exclude")))
        {
            return null;
        }

        var size = asked.TryGetValue("per_page", out var wanted) ? Math.Clamp(Whole(wanted), 1, PageSize) : 30;
        var page = asked.TryGetValue("page", out var number) ? Math.Max(1, Whole(number)) : 1;
        var last = Math.Max(1, (items.Count + size - 1) / size);
        if (last > 1 && address is null)
        {
            return null;
        }

        var body = new StringBuilder("[").AppendJoin(',', items.Skip((page - 1) * size).Take(size)).Append(']').ToString();
        List<string> links = [];
        Link(page > 1, "prev", page - 1);
        Link(page < last, "next", page + 1);
        Link(page < last, "last", last);
        Link(page > 1, "first", 1);
        return (body, links.Count == 0 ? null : string.Join(", ", links));

        void Link(bool exists, string relation, int target)
        {
            if (exists)
            {
                links.Add($"<{address}/issues/{match.Groups[1].Value}/{match.Groups[2].Value}?per_page={size}&page={target}{Without(asked)}>; rel=\"{relation}\"");
            }
        }
    }

    private static string Without(Dictionary<string, StringValues> asked) => asked.TryGetValue("exclude", out var without) ? $"&exclude={without}" : "";

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    [GeneratedRegex(@"^/(?:repos/[^/]+/[^/]+|repositories/\d+)/issues/(\d+)/(comments|timeline)$")]
    private static partial Regex ListInPath();

    [GeneratedRegex(@"<([^>]*?/repositories/\d+)/issues/")]
    private static partial Regex AddressInLink();
}
