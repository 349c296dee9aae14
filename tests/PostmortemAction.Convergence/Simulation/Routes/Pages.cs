using System.Globalization;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Pages of a list. Like GitHub, the links name the repository by its id, so that they cannot be rebuilt from the request.</summary>
internal static class Pages
{
    public static Answer Page<T>(this Call call, IReadOnlyList<T> items, Func<T, object?> show)
    {
        var page = Whole(call.Query.GetValueOrDefault("page"), 1);
        var size = Math.Min(Whole(call.Query.GetValueOrDefault("per_page"), 30), 100);
        var last = Math.Max(1, (items.Count + size - 1) / size);
        var from = ((page - 1) * size) + (page > 1 ? call.Lag.Drift : 0);
        var links = new List<string>();
        if (page < last)
        {
            links.Add(Link(call, page + 1, "next"));
            links.Add(Link(call, last, "last"));
        }

        if (page > 1)
        {
            links.Add(Link(call, 1, "first"));
            links.Add(Link(call, page - 1, "prev"));
        }

        var shown = items.Skip(from).Take(size).Select(show).ToList();
        return new(200, shown, Link: links.Count > 0 ? string.Join(", ", links) : null);
    }

    private static int Whole(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;

    private static string Link(Call call, int page, string relation)
    {
        var query = call.Query.Where(part => part.Key != "page").Append(KeyValuePair.Create("page", page.ToString(CultureInfo.InvariantCulture)))
            .Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}");
        var rest = string.Join('/', call.Path.Split('?')[0].Trim('/').Split('/').SkipWhile(part => part is "repos" or "repositories").Skip(ById(call) ? 1 : 2));
        return string.Create(CultureInfo.InvariantCulture, $"<{Views.Addresses.Api}/repositories/{call.Repository.Id}/{rest}?{string.Join('&', query)}>; rel=\"{relation}\"");
    }

    private static bool ById(Call call) => call.Path.StartsWith("/repositories/", StringComparison.Ordinal);
}
