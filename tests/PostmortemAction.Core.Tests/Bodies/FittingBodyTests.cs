using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Tests.Plans;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Bodies;

/// <summary>Bodies and titles fit what GitHub takes, whatever the incident holds, and say what they leave out.</summary>
public class FittingBodyTests
{
    /// <summary>What GitHub takes, in characters.</summary>
    private const int Most = 65_536;

    private static readonly string Long = string.Concat(Enumerable.Repeat("look at [the dashboard](https://example.com/dashboards/1) of it, ", 40)).Trim();

    [Fact]
    public void The_pull_request_of_500_tasks_lists_the_first_and_says_where_the_others_are()
    {
        var body = PullRequestBody.Of(WithTasks(500), PlanCase.Repository, PlanCase.Path);

        Assert.Equal(100, body.Split('\n').Count(line => line.EndsWith(" of it", StringComparison.Ordinal)));
        Assert.EndsWith("\n- and 400 more, in the document", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_comment_of_500_tasks_links_the_first_and_says_where_the_others_are()
    {
        var known = Numbered(WithTasks(500));

        var body = StatusComment.Of(known, PlanCase.Repository, PullRequestState.Open, []);

        Assert.Equal(100, body.Split("/issues/").Length - 1);
        Assert.Contains(" and 400 more, in the document.", body, StringComparison.Ordinal);
    }

    [Fact]
    public void How_many_are_listed_does_not_hang_on_which_numbers_are_known()
    {
        var before = PullRequestBody.Of(WithTasks(500), PlanCase.Repository, PlanCase.Path);
        var after = PullRequestBody.Of(Numbered(WithTasks(500)), PlanCase.Repository, PlanCase.Path);

        Assert.Equal(before.Split('\n').Length, after.Split('\n').Length);
    }

    [Fact]
    public void Every_body_of_a_plan_fits_with_all_of_its_numbers_filled_in()
    {
        var record = Records.Incident with
        {
            Title = Long,
            Body = Records.Body(("Impact", Long), ("Tasks", string.Join('\n', Enumerable.Range(0, 120).Select(i => $"- {i} {string.Concat(Enumerable.Repeat(Long, 5))}")))),
        };
        var world = new World { Record = record };

        world.Run();
        world.Run();
        world.Run();
        var fourth = world.Run();

        Assert.Equal(120, world.Issues.Count);
        Assert.All(world.Issues.Values, issue => Assert.InRange(issue.Body.Length, 1, Most));
        Assert.All(world.Issues.Values, issue => Assert.InRange(issue.Title.Length, 1, 256));
        Assert.InRange(world.Pull!.Body.Length, 1, Most);
        Assert.InRange(world.Pull.Title.Length, 1, 256);
        Assert.InRange(world.Status!.Body.Length, 1, Most);
        Assert.Empty(fourth.Changes);
    }

    [Fact]
    public void A_task_longer_than_a_body_is_cut_in_its_issue_and_says_where_it_is_whole()
    {
        var task = string.Concat(Enumerable.Repeat("plain words ", 8_000)).Trim();
        var postmortem = Records.Assemble(("Tasks", "- " + task));
        var desired = DesiredStateComposer.Compose(postmortem, PlanCase.Repository, PlanCase.Path, PlanCase.Document, PlanCase.Nothing);

        var body = OwnBlock.Wrap(Assert.Single(desired.FollowUps).Block);

        Assert.InRange(body.Length, 50_000, Most);
        Assert.Matches("… cut here: [0-9]+ more characters, see the incident and its postmortem\n<!-- postmortem-action end -->$", body);
        Assert.True(Marker.TryFind(body, Marker.FollowUp, out _));
    }

    [Fact]
    public void A_block_that_was_cut_is_neither_edited_nor_written_again()
    {
        var block = Marker.FollowUp + "\n" + string.Concat(Enumerable.Repeat("- [ ] a line of plain words\n", 4_000));
        var body = OwnBlock.Wrap(block);

        Assert.InRange(body.Length, 50_000, Most);
        Assert.True(OwnBlock.IsUntouched(body));
        Assert.Equal(OwnBlock.Sum(block), OwnBlock.SumIn(body));
        Assert.Null(OwnBlock.Update(body, block));
        Assert.Null(OwnBlock.Update(body.Replace("- [ ] a", "- [x] a", StringComparison.Ordinal), block));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(20_000)]
    [InlineData(60_000)]
    public void What_people_wrote_around_our_part_counts_and_is_never_cut(int length)
    {
        var theirs = new string('x', length);
        var body = theirs + "\n\n" + OwnBlock.Wrap("old");

        var updated = OwnBlock.Update(body, string.Concat(Enumerable.Repeat("a line of plain words\n", 4_000)))!;

        Assert.StartsWith(theirs + "\n\n<!-- postmortem-action begin", updated, StringComparison.Ordinal);
        Assert.InRange(updated.Length, 60_000, Most);
        Assert.Contains("… cut here: ", updated, StringComparison.Ordinal);
        Assert.False(OwnBlock.IsEdited(updated));
    }

    [Fact]
    public void Where_people_left_no_room_for_our_part_it_stays_as_it_is() =>
        Assert.Null(OwnBlock.Update(new string('x', 64_000) + "\n\n" + OwnBlock.Wrap("old"), "new"));

    [Fact]
    public void An_offer_of_a_long_section_is_cut_with_its_fence_closed()
    {
        var after = string.Concat(Enumerable.Repeat("another line of plain words\n", 5_000));

        var body = OfferBody.Of(42, PlanCase.Path, "key", [new SectionOffer("## Timeline", "old\n", after), new SectionOffer("## Impact", "a", "b")]);

        Assert.InRange(body.Length, 50_000, Limits.Body);
        Assert.StartsWith("<!-- postmortem-action offer", body, StringComparison.Ordinal);
        Assert.Matches("\n```\n\n… cut here: [0-9]+ more characters, see the incident$", body);
    }

    [Fact]
    public void A_fence_that_is_to_be_closed_where_there_is_just_no_room_costs_a_line_and_not_half_of_the_text() =>
        Assert.All(Enumerable.Range(0, 60), shift => Assert.InRange(
            OfferBody.Of(42, PlanCase.Path, "key", [new SectionOffer("## Timeline", new string('o', shift) + "\n", string.Concat(Enumerable.Repeat("another line of plain words\n", 5_000)))]).Length,
            59_000,
            Limits.Body));

    [Fact]
    public void News_that_do_not_fit_are_cut_within_their_fold()
    {
        var after = string.Concat(Enumerable.Repeat("another line of plain words\n", 5_000));

        var body = OwnBlock.Wrap(StatusComment.Of(WithTasks(1), PlanCase.Repository, PullRequestState.Merged, [new SectionOffer("## Timeline", "old\n", after)]));

        Assert.InRange(body.Length, 50_000, Most);
        Assert.Matches("\n```\n\n</details>\n\n… cut here: [0-9]+ more characters, see the incident and its postmortem\n<!-- postmortem-action end -->$", body);
    }

    [Fact]
    public void A_cut_never_leaves_half_a_reference_to_what_is_still_to_be_made()
    {
        var reference = $"[#{LateReference.Placeholder(LateReference.FollowUp("0123456789ab"))}](https://github.com/acme/shop/issues/1)";
        for (var length = Limits.Body - 250; length < Limits.Body; length++)
        {
            var cut = Limits.OfBody(new string('x', length) + reference + new string('y', 500), "the incident");

            Assert.False(LateReference.IsIn(LateReference.Resolve(cut, new Dictionary<string, string> { [LateReference.FollowUp("0123456789ab")] = "1" })));
        }
    }

    [Fact]
    public void A_body_lists_thirty_problems_and_the_summary_all_of_them()
    {
        var problems = Enumerable.Range(0, 50).Select(i => Problem.Note("code", $"Problem {i}.", "Mend it.")).ToList();

        Assert.EndsWith("\n- and 20 more, in the run's summary", ProblemList.Of(problems), StringComparison.Ordinal);
        Assert.Equal(50, ProblemList.All(problems).Split('\n').Length);
    }

    private static Postmortem WithTasks(int count)
    {
        var tasks = string.Join('\n', Enumerable.Range(0, count).Select(i => $"- {i} add an alert on each part of it"));
        return Records.Assemble(("Tasks", tasks)).With(ExistingState.Nothing("base", 42));
    }

    private static Postmortem Numbered(Postmortem postmortem) => postmortem with
    {
        FollowUps = [.. postmortem.FollowUps.Select((followUp, i) => followUp with { Issue = 100 + i, IsDeferred = false })],
    };
}
