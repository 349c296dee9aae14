using System.Text.Json;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Operations;

/// <summary>What GitHub or a site generator makes of a text. Numbers are those beyond what the same run has with harmless words.</summary>
internal static class MarkdownOperations
{
    public static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["mentions_eq"] = (sight, sink, value) => More(sight, sink, value, GitHubText.Mentions),
        ["plain_mentions_eq"] = (sight, sink, value) => More(sight, sink, value, GitHubText.PlainMentions),
        ["closing_refs_eq"] = (sight, sink, value) => More(sight, sink, value, GitHubText.ClosingReferences),
        ["cross_refs_eq"] = (sight, sink, value) => More(sight, sink, value, GitHubText.CrossReferences),
        ["outline_eq"] = (sight, sink, _) => Same(sight, sink, shape => shape.Outline),
        ["table_shape_eq"] = (sight, sink, _) => Same(sight, sink, shape => shape.Tables),
        ["regions_eq"] = (sight, sink, _) => Same(sight, sink, shape => shape.Regions),
        ["footnote_defs_eq"] = (sight, sink, _) => Same(sight, sink, shape => [$"{shape.FootnoteDefinitions}"]),
        ["frontmatter_keys_eq"] = (sight, sink, _) => Same(sight, sink, shape => shape.FrontMatterKeys),
        ["math_blocks_eq"] = (sight, sink, value) => More(sight, sink, value, text => new DocumentShape(text).MathBlocks),
        ["untrusted_images_eq"] = (sight, sink, value) => More(sight, sink, value, text => new DocumentShape(text).Images.Count),
        ["untrusted_raw_html_eq"] = (sight, sink, value) => More(sight, sink, value, text => new DocumentShape(text).RawHtml.Count),
        ["hidden_text_eq"] = (sight, sink, value) => More(sight, sink, value, text => new DocumentShape(text).RawHtml.Count),
        ["fence_infos_subset"] = (sight, sink, value) => Subset(sight, sink, value, text => new DocumentShape(text).FenceInfos),
        ["link_schemes_subset"] = (sight, sink, value) => Subset(sight, sink, value, text =>
            GitHubText.Targets(text).Where(url => !url.StartsWith('#') && !url.StartsWith("www.", StringComparison.OrdinalIgnoreCase)).Select(url => url.Split(':')[0].ToLowerInvariant())),
        ["link_targets_not_contains"] = (sight, sink, value) => TextOperations.Each(sight, sink, text =>
            GitHubText.Targets(text).FirstOrDefault(url => url.Contains(value.GetString()!, StringComparison.OrdinalIgnoreCase))),
        ["jekyll_build_ok"] = (sight, sink, value) => Builds(sight, sink, value, SiteGenerators.Liquid),
        ["mdx_compile_ok"] = (sight, sink, value) => Builds(sight, sink, value, SiteGenerators.Mdx),
    };

    private static string? More(Sight sight, string sink, JsonElement value, Func<string, int> count)
    {
        var usual = sight.Baseline?.Of(sink).Sum(count) ?? 0;
        var found = sight.Of(sink).Sum(count) - usual;
        return Math.Max(0, found) == value.GetInt32() ? null
            : $"there are {found} more than {usual}, such as in '{TextOperations.Short(sight.Of(sink).OrderByDescending(count).First())}'";
    }

    private static string? Same(Sight sight, string sink, Func<DocumentShape, IReadOnlyList<string>> part)
    {
        var (now, usual) = (Parts(sight), Parts(sight.Baseline ?? new()));
        return now.SequenceEqual(usual) ? null : $"[{string.Join(" | ", now.Except(usual).Take(5))}] instead of [{string.Join(" | ", usual.Except(now).Take(5))}], {now.Count} instead of {usual.Count}";

        List<string> Parts(Sight seen) => [.. seen.Of(sink).SelectMany(text => part(new(text)))];
    }

    private static string? Subset(Sight sight, string sink, JsonElement value, Func<string, IEnumerable<string>> parts)
    {
        var allowed = value.EnumerateArray().Select(each => each.GetString()!).ToHashSet();
        return TextOperations.Each(sight, sink, text => parts(text).FirstOrDefault(part => !allowed.Contains(part)));
    }

    private static string? Builds(Sight sight, string sink, JsonElement value, Func<string, IReadOnlyList<string>> breaks)
    {
        var usual = sight.Baseline?.Of(sink).SelectMany(breaks).ToList() ?? [];
        var found = sight.Of(sink).SelectMany(breaks).ToList();
        return (found.Count <= usual.Count) == value.GetBoolean() ? null : string.Join(' ', found.Except(usual).DefaultIfEmpty(found.FirstOrDefault() ?? "nothing").Take(5));
    }
}
