using System.Globalization;
using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Simulation.Journals;

/// <summary>
/// What numbers, ids and hashes stand for: a follow-up is its task's, however it is numbered. Issues of people from before the action's
/// first one keep their numbers, later ones go by their titles.
/// </summary>
internal sealed partial class Roles
{
    private readonly Dictionary<string, string> byNumber = [];
    private readonly Dictionary<string, string> byComment = [];

    public Roles(StoredRepository repository)
    {
        var first = repository.Issues.Find(issue => issue.Author == StoredRepository.Bot)?.Number ?? int.MaxValue;
        foreach (var group in repository.Issues.Concat(repository.Neighbour?.Issues ?? []).GroupBy(issue => Name(issue, first)))
        {
            var count = 0;
            foreach (var issue in group.OrderBy(issue => issue.IsDeleted).ThenBy(issue => !issue.IsOpen).ThenBy(issue => issue.Number))
            {
                count++;
                byNumber[Text(issue.Number)] = count == 1 ? $"<{group.Key}>" : string.Create(CultureInfo.InvariantCulture, $"<{group.Key} again {count}>");
            }
        }

        foreach (var comment in repository.Comments.Concat(repository.Neighbour?.Comments ?? []))
        {
            var isStatus = comment.Author == StoredRepository.Bot && Marker.TryFind(comment.Body, Marker.Status, out _);
            byComment[Text(comment.Id)] = isStatus ? "<status comment>" : $"<comment by {comment.Author}>";
        }
    }

    public string Of(StoredIssue issue) => byNumber[Text(issue.Number)];

    /// <summary>A text with roles in place of numbers.</summary>
    public string Normal(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var comments = CommentId().Replace(lines, match => byComment.GetValueOrDefault(match.Value, match.Value));
        var numbers = Number().Replace(comments, match => byNumber.GetValueOrDefault(match.Value, match.Value));
        var markers = OwnMarker().Replace(numbers, match => MarkerNumber().Replace(match.Value, value => byNumber.GetValueOrDefault(value.Value, value.Value)));
        return Hash().Replace(EventId().Replace(markers, "<event>"), "<hash>");
    }

    private static string Name(StoredIssue issue, int first) => issue switch
    {
        { Author: StoredRepository.Bot, Pull: null } when Marker.TryFind(issue.Body, Marker.FollowUp, out var marker) => $"follow-up {marker["task"]}",
        { Pull: { } pull } when PostmortemBranch.TryParse(pull.Head, out var branch) => $"pull request of incident {branch.Incident}",
        _ when issue.Number < first => string.Create(CultureInfo.InvariantCulture, $"issue {issue.Number}"),
        _ => $"{(issue.Pull is null ? "issue" : "pull request")} '{issue.Title}'",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=issuecomment-)\d+")]
    private static partial Regex CommentId();

    [GeneratedRegex(@"(?<=#event-)\d+")]
    private static partial Regex EventId();

    [GeneratedRegex(@"(?<=#|/issues/|/pull/)\d+\b")]
    private static partial Regex Number();

    [GeneratedRegex("<!-- postmortem-action .*?-->", RegexOptions.Singleline)]
    private static partial Regex OwnMarker();

    [GeneratedRegex("(?<=[=,])[0-9]+(?=[ ,])")]
    private static partial Regex MarkerNumber();

    [GeneratedRegex(@"\b[0-9a-f]{16,64}\b")]
    private static partial Regex Hash();
}
