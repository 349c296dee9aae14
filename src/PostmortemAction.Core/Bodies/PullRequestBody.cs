using System.Globalization;
using System.Text;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Bodies;

/// <summary>Our part of the pull request's body: what was assembled, what is missing, what to check.</summary>
public static class PullRequestBody
{
    /// <param name="review">Of the document as it will stand; null where it rests.</param>
    public static string Of(Postmortem postmortem, RepositoryInfo repository, string path, Review? review = null)
    {
        var number = postmortem.Incident.Record.Number!.Value;
        var body = new StringBuilder();
        body.Append(Marker(number, path)).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"This is the postmortem of incident [#{number}]({repository.IssueUrl(number)}), assembled from its form, comments and events. ")
            .Append("Edit the document as you like: what you change stays.\n\n")
            .Append(MeasureTable.Of(postmortem.Measures))
            .Append("\n\n### Assembled\n\n")
            .Append(Assembled(postmortem, path));

        var problems = ToCheck(postmortem, review);
        if (problems.Count > 0)
        {
            body.Append("\n\n### Missing or to check\n\n").Append(ProblemList.Of(problems));
        }

        if (postmortem.Incident.ReopenedAt is { } reopened)
        {
            body.Append("\n\n**The incident was opened again on ").Append(Moment.At(reopened, postmortem.Incident.Zone).Describe()).Append(", so this may change until it is over.**");
        }

        if (review is not null)
        {
            body.Append("\n\n### Review\n\n").Append(ReviewBody.Of(review, line => repository.LineUrl(new PostmortemBranch(number).ToString(), path, line)));
        }

        body.Append("\n\n### Follow-ups\n\n").Append(FollowUps(postmortem, repository)).Append(SeenBeforeSection.Of(postmortem.SeenBefore, repository));
        return body.ToString();
    }

    /// <summary>The problems that it lists, beside what the review says; of follow-ups that nobody has the status comment tells.</summary>
    public static IReadOnlyList<Problem> ToCheck(Postmortem postmortem, Review? review) =>
        [.. postmortem.Problems.Where(problem => problem.Code != FollowUpProblems.Unassigned && review?.Says(problem) != true)];

    private static Marker Marker(int number, string path) => new(Plans.Marker.PullRequest, new Dictionary<string, string>
    {
        ["incident"] = number.ToString(CultureInfo.InvariantCulture),
        ["path"] = path,
    });

    private static string Assembled(Postmortem postmortem, string path)
    {
        var form = Count(postmortem, EntryOrigin.Form);
        var comments = Count(postmortem, EntryOrigin.Comment);
        var events = Count(postmortem, EntryOrigin.Event);
        var untimed = postmortem.Timeline.Count(entry => entry.At is null);
        return string.Create(CultureInfo.InvariantCulture, $"- document: {Quoted.Code(path, 200)}\n")
            + string.Create(CultureInfo.InvariantCulture, $"- timeline: {Words.Count(postmortem.Timeline.Count, "entry", "entries")} ({form} from the form, {comments} from comments, {events} from events)")
            + (untimed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {untimed} without a time") : "");
    }

    private static int Count(Postmortem postmortem, EntryOrigin origin) => postmortem.Timeline.Count(entry => entry.Origin == origin);

    private static string FollowUps(Postmortem postmortem, RepositoryInfo repository)
    {
        if (postmortem.FollowUps.Count == 0)
        {
            return "None: the incident names no tasks.";
        }

        var lines = postmortem.FollowUps.Take(FollowUpLink.MostInBody)
            .Select(followUp => $"- {(followUp.IsDeferred ? "(waits)" : FollowUpLink.Of(followUp, repository))} {MarkdownText.ConversationLine(Limits.Title(followUp.Task.Title))}{FollowUpLink.Mark(followUp)}");
        var more = postmortem.FollowUps.Count - FollowUpLink.MostInBody;
        return string.Join('\n', more > 0 ? lines.Append($"- and {Words.Count(more, "more", "more")}, in the document") : lines);
    }
}
