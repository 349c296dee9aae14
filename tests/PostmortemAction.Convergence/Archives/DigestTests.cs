using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Archives;

public class DigestTests
{
    private const string Title = "Postmortem follow-ups";

    [Fact]
    public void The_open_follow_ups_are_listed_in_one_issue_that_is_updated_in_place_when_one_is_closed()
    {
        var library = Published();

        library.RunWell(Library.Dispatched);

        var digest = Assert.Single(Digests(library));
        Assert.Equal((Title, "postmortem-digest"), (digest.Title, Assert.Single(digest.Labels)));
        Assert.Contains("**3 open**: 0 overdue", digest.Body, StringComparison.Ordinal);
        library.AssertRests(Library.Dispatched);
        library.GitHub.People.EditIssue("jun", library.World.FollowUps().First().First().Number, state: "closed");
        var result = library.RunWell(Library.Dispatched);
        Assert.Contains("**2 open**", Assert.Single(Digests(library)).Body, StringComparison.Ordinal);
        Assert.Contains("## Postmortem follow-ups\n\n**2 open**", result.Summary, StringComparison.Ordinal);
        library.AssertRests(Library.Dispatched);
    }

    [Fact]
    public void A_label_that_GitHub_does_not_take_costs_the_digest_nothing_else_and_is_told()
    {
        var library = Published();
        var create = 1 + RequestsOf(Published()).TakeWhile(request => !request.Contains("POST /repos/acme/shop/issues ", StringComparison.Ordinal)).Count();

        var result = ActionInProcess.Run(library.GitHub, library.World.Incident, new() { Event = Library.Dispatched, Faults = [FaultCatalogue.All.First(fault => fault.Id == "F14").At(create)] });

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(Assert.Single(Digests(library)).Labels);
        Assert.Contains("GitHub did not take the label `postmortem-digest`", result.Summary, StringComparison.Ordinal);

        static IEnumerable<string> RequestsOf(Library library)
        {
            var count = library.GitHub.Requests.Count;
            library.RunWell(Library.Dispatched);
            return library.GitHub.Requests.Skip(count).Select(request => request.ToString());
        }
    }

    [Fact]
    public void A_secret_in_a_title_does_not_come_into_it()
    {
        var library = Published();
        library.GitHub.People.EditIssue("jun", library.World.FollowUps().First().First().Number, title: "Rotate ghp_abcdefghijklmnopqrstuvwxyz0123456789");

        var result = library.RunWell(Library.Dispatched);

        Assert.Contains("Rotate [masked: GitHub token]", Assert.Single(Digests(library)).Body!.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("ghp_abc", Digests(library)[0].Body + result.Summary + result.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issue_that_a_document_links_is_no_follow_up_of_ours_for_the_mark_that_a_stranger_wrote_into_it()
    {
        var library = new Library(0);
        var number = library.GitHub.People.OpenIssue("noor", "Buy shoes", "<!-- postmortem-action follow-up due=2020%2D01%2D01 incident=12 owner=mira task=x -->", ["bug"]);
        library.GitHub.People.Commit("mira", "main", "Write", (Library.Path(1), Library.Document(1, more: $"## Tasks\n\n- [#{number}](https://github.com/acme/shop/issues/{number}) Look at the report\n")));

        var result = library.RunWell(Library.Dispatched);

        Assert.DoesNotContain(Digests(library), digest => digest.Body!.Contains("Buy shoes", StringComparison.Ordinal));
        Assert.DoesNotContain("Buy shoes", result.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("2020-01-01", library.OnBranch(Library.Data), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_due_comes_into_it_day_by_day()
    {
        var library = Published();
        library.RunWell(Library.Dispatched);

        library.GitHub.Time.Advance(TimeSpan.FromDays(40));
        library.RunWell(Library.Dispatched);

        Assert.Contains("### Overdue (1)", Assert.Single(Digests(library)).Body, StringComparison.Ordinal);
        Assert.Contains("| 2026-02-01 |", Digests(library)[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schedule_keeps_it_too_and_a_push_does_not()
    {
        var library = Published();

        library.RunWell(Library.Pushed);
        Assert.Empty(Digests(library));
        library.RunWell(("schedule", "{}"));
        Assert.Single(Digests(library));
        library.AssertRests(("schedule", "{}"));
    }

    [Fact]
    public void Closed_edited_or_deleted_by_a_person_it_is_left_as_it_is()
    {
        var closed = Published();
        closed.RunWell(Library.Dispatched);
        closed.GitHub.People.EditIssue("mira", Digests(closed)[0].Number, state: "closed");
        closed.GitHub.Time.Advance(TimeSpan.FromDays(40));
        closed.AssertRests(Library.Dispatched);
        Assert.Contains("Somebody closed the digest issue", closed.Run(Library.Dispatched).Summary, StringComparison.Ordinal);
        closed.GitHub.People.EditIssue("mira", Digests(closed)[0].Number, state: "open");
        closed.RunWell(Library.Dispatched);
        Assert.Contains("### Overdue (1)", Digests(closed)[0].Body, StringComparison.Ordinal);

        var deleted = Published();
        deleted.RunWell(Library.Dispatched);
        deleted.GitHub.People.DeleteIssue(Digests(deleted)[0].Number);
        deleted.AssertRests(Library.Dispatched);

        var edited = Published();
        edited.RunWell(Library.Dispatched);
        edited.GitHub.People.EditIssue("mira", Digests(edited)[0].Number, body: "Before.\n\n" + Digests(edited)[0].Body + "\n\nBehind.");
        edited.GitHub.Time.Advance(TimeSpan.FromDays(40));
        edited.RunWell(Library.Dispatched);
        Assert.StartsWith("Before.\n\n", Digests(edited)[0].Body, StringComparison.Ordinal);
        Assert.Contains("### Overdue (1)", Digests(edited)[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_digest_in_the_settings_none_is_made()
    {
        var library = Published();
        library.GitHub.People.Commit("mira", "main", "Configure", (".github/postmortem.yml", "digest: off\nindex: off\n"));

        library.AssertRests(Library.Dispatched);
    }

    [Fact]
    public void A_lost_ledger_finds_the_digest_again_and_makes_no_second_one()
    {
        var library = Published();
        library.RunWell(Library.Dispatched);
        library.GitHub.People.DeleteRef("mira", "refs/postmortem/repository");

        library.RunWell(Library.Dispatched);

        Assert.Single(Digests(library));
        library.AssertRests(Library.Dispatched);
    }

    [Fact]
    public void Two_runs_at_once_make_one_digest_whichever_request_they_meet_at()
    {
        for (var k = 8; k <= 22; k++)
        {
            foreach (var point in Enum.GetValues<HoldPoint>())
            {
                var library = Published();
                ActionInProcess.RunPreempted(library.GitHub, library.World.Incident, k, point, @event: Library.Dispatched);
                library.GitHub.Time.Advance(TimeSpan.FromMinutes(5));

                library.RunWell(Library.Dispatched);

                Assert.Single(Digests(library));
                library.AssertRests(Library.Dispatched);
            }
        }
    }

    [Fact]
    public void A_follow_up_whose_label_somebody_took_off_is_told_and_listed_all_the_same()
    {
        var library = Published();
        library.RunWell(Library.Dispatched);
        var followUp = library.World.FollowUps().First().First();
        library.GitHub.People.Unlabel("mira", followUp.Number, DesiredState.FollowUpLabel);

        var result = library.RunWell(Library.Dispatched);

        Assert.Contains("title=follow-up-unlabelled::1 open follow-up carries", result.Log, StringComparison.Ordinal);
        Assert.Contains("**3 open**", Digests(library)[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_that_is_gone_is_one_problem_in_the_index_and_the_rest_goes_on()
    {
        var library = Published();
        library.RunWell(Library.Dispatched);
        library.GitHub.People.DeleteIssue(library.World.FollowUps().First().First().Number);

        library.RunWell(Library.Dispatched);

        Assert.Contains("is not in this repository any more", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        Assert.Contains("**2 open**", Digests(library)[0].Body, StringComparison.Ordinal);
        library.AssertRests(Library.Dispatched);
    }

    /// <summary>An incident whose postmortem is merged: three follow-ups are open, one of them due on 1 February 2026.</summary>
    internal static Library Published()
    {
        var world = Worlds.FirstPublish();
        ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.People.Merge("mira", world.PullRequest()!.Number);
        world.GitHub.Time.Advance(TimeSpan.FromHours(1));
        ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.Time.Advance(TimeSpan.FromHours(1));
        return new(world);
    }

    private static IReadOnlyList<StoredIssue> Digests(Library library) => [.. library.GitHub.Repository.Issues.Where(issue => !issue.IsDeleted && issue.Author == StoredRepository.Bot && Marker.TryFind(issue.Body, Marker.Digest, out _))];
}
