using System.Globalization;
using NodaTime.Text;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>Earlier incidents that this one is like, for the pull request and the status comment.</summary>
internal static class SeenBeforeSection
{
    private const int MostFollowUps = 10;

    /// <returns>Nothing where there is none; else with the blank line before it.</returns>
    public static string Of(IReadOnlyList<EarlierIncident> earlier, RepositoryInfo repository) => earlier.Count == 0 ? ""
        : "\n\n### Seen before\n\nEarlier incidents of the same service, by how alike the words of title and cause are (1.00: the same words).\n\n"
            + string.Join('\n', earlier.Select(each => Line(each, repository)));

    private static string Line(EarlierIncident earlier, RepositoryInfo repository) => string.Create(
        CultureInfo.InvariantCulture,
        $"- {earlier.Score / 100m:0.00}: [{Title(earlier)}]({repository.FileUrl(earlier.Path)}) of {LocalDatePattern.Iso.Format(earlier.Date)}{FollowUps(earlier.OpenFollowUps, repository)}");

    /// <summary>It is plain words in the index, and stands in a conversation here.</summary>
    private static string Title(EarlierIncident earlier) => MarkdownText.ConversationLine(MarkdownText.Escape(Limits.Title(earlier.Title)));

    private static string FollowUps(IReadOnlyList<int> numbers, RepositoryInfo repository) => numbers.Count == 0 ? ""
        : "; still open when this one began: "
            + string.Join(", ", numbers.Take(MostFollowUps).Select(number => string.Create(CultureInfo.InvariantCulture, $"[#{number}]({repository.IssueUrl(number)})")))
            + (numbers.Count > MostFollowUps ? string.Create(CultureInfo.InvariantCulture, $" and {numbers.Count - MostFollowUps} more") : "");
}
