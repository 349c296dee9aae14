using System.Globalization;
using System.Text;
using PostmortemAction.Core.Commands;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Bodies;

/// <summary>The one comment that the action keeps on the incident.</summary>
public static class StatusComment
{
    /// <param name="state">How far the pull request is; null when there is none yet.</param>
    /// <param name="review">What the pull request tells of the document; null where it rests.</param>
    /// <param name="news">What the incident says that a published document does not.</param>
    public static string Of(Postmortem postmortem, RepositoryInfo repository, PullRequestState? state, IReadOnlyList<SectionOffer> news, Review? review = null)
    {
        var number = postmortem.Incident.Record.Number!.Value;
        var body = new StringBuilder();
        body.Append(Marker(number)).Append('\n')
            .Append("### Postmortem\n\n")
            .Append(postmortem.SkippedBecause is { } because ? Skipped(because) : Sentence(state, postmortem.Incident.ReopenedAt is not null)).Append("\n\n")
            .Append(MeasureTable.Of(postmortem.Measures.Where(measure => measure.Name is "duration" or "time_to_detect" or "time_to_resolve")))
            .Append("\n\n")
            .Append(FollowUps(postmortem, repository, postmortem.SkippedBecause is null ? state : PullRequestState.Closed));
        if (postmortem.Incident.ReopenedAt is { } reopened)
        {
            body.Append("\n\nThe incident was opened again on ").Append(Moment.At(reopened, postmortem.Incident.Zone).Describe()).Append(". Label it as over when it is.");
        }

        // Who gave a command looks here for its answer.
        var commands = postmortem.Problems.Where(problem => problem.Code.StartsWith("command-", StringComparison.Ordinal)).ToList();
        if (commands.Count > 0)
        {
            body.Append("\n\nCommands that could not be read:\n\n").Append(ProblemList.Of(commands));
        }

        var unassigned = postmortem.Problems.Where(problem => problem.Code == FollowUpProblems.Unassigned).ToList();
        if (unassigned.Count > 0)
        {
            body.Append("\n\nFollow-ups that nobody has:\n\n").Append(ProblemList.Of(unassigned));
        }

        // A pull request that is closed says what it said, and what rests asks for nothing. A published document is not filled in any more.
        var isPublished = state == PullRequestState.Merged && postmortem.SkippedBecause is null;
        var isOpen = state is null or PullRequestState.Open && postmortem.SkippedBecause is null;
        var others = PullRequestBody.ToCheck(postmortem, isPublished ? new("", []) : review).Where(problem => (isOpen || isPublished) && !commands.Contains(problem)).ToList();
        if (others.Count > 0)
        {
            var notes = others.Count(problem => problem.Level == ProblemLevel.Note);
            var count = Words.Counts(" and ", (others.Count - notes, "thing to check", "things to check"), (notes, "note", "notes"));
            body.Append(isPublished ? $"\n\n<details><summary>{count}</summary>\n\n{ProblemList.Of(others)}\n\n</details>" : $"\n\n{count} {(others.Count == 1 ? "stands" : "stand")} in the pull request.");
        }

        if (news.Count > 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"\n\n<details><summary>Since it was published, the incident says something new in {Words.Count(news.Count, "section", "sections")}.</summary>\n\n")
                .Append(OfferBody.Diffs(news)).Append("\n\n</details>");
        }

        return body.Append(SeenBeforeSection.Of(postmortem.SeenBefore, repository)).ToString();
    }

    public static Marker Marker(int incident) => new(Plans.Marker.Status, new Dictionary<string, string>
    {
        ["incident"] = incident.ToString(CultureInfo.InvariantCulture),
    });

    private static string Skipped(string because) =>
        $"No postmortem is written: {MarkdownText.ConversationLine(because)}\n\nTo have one after all, comment `/{CommandForm.Postmortem} {CommandForm.Reopen}`.";

    private static string Sentence(PullRequestState? state, bool isReopened)
    {
        var link = LateReference.Placeholder(LateReference.PullRequest);
        return state switch
        {
            PullRequestState.Merged => $"It was published with {link}. New facts are not written into a published document.",
            PullRequestState.Closed => $"{link} was closed without merging, so it rests. To go on, reopen it, comment `/postmortem reopen`, or label the incident anew.",
            _ => isReopened ? $"What is known so far stands in {link}." : $"It is ready for review: {link}.",
        };
    }

    private static string FollowUps(Postmortem postmortem, RepositoryInfo repository, PullRequestState? state)
    {
        // What rests gets no new follow-ups, so a task without one has nothing to link to.
        var followUps = postmortem.FollowUps.Where(followUp => !followUp.IsDeferred && (state != PullRequestState.Closed || followUp.Issue is not null)).ToList();
        return postmortem.FollowUps.Count == 0 ? "No follow-ups: the incident names no tasks."
            : followUps.Count == 0 ? "No follow-ups were made."
            : $"Follow-ups{Done(followUps)}: " + string.Join(", ", followUps.Take(FollowUpLink.MostInBody).Select(followUp => FollowUpLink.Of(followUp, repository) + FollowUpLink.Mark(followUp)))
                + (followUps.Count > FollowUpLink.MostInBody ? $" and {Words.Count(followUps.Count - FollowUpLink.MostInBody, "more", "more")}, in the document." : ".");
    }

    private static string Done(List<FollowUp> followUps)
    {
        var dropped = followUps.Count(followUp => followUp.IsDropped);
        var done = followUps.Count(followUp => followUp.IsDone) - dropped;
        return (done > 0 ? string.Create(CultureInfo.InvariantCulture, $", {done} of {followUps.Count} done") : "")
            + (dropped > 0 ? string.Create(CultureInfo.InvariantCulture, $", {dropped}{(done > 0 ? "" : $" of {followUps.Count}")} not planned") : "");
    }
}
