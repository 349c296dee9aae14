using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Tests.Plans;

namespace PostmortemAction.Core.Tests.Archives;

public class SeenBeforeTests
{
    private const string Cause = "The certificate of the login had expired.";
    private static readonly Instant Before = Instant.FromUtc(2024, 3, 1, 12, 0);
    private static readonly Instant After = Instant.FromUtc(2024, 4, 14, 10, 1);

    [Fact]
    public void An_earlier_incident_of_the_same_service_with_the_same_words_is_told_with_its_score()
    {
        var earlier = Assert.Single(Find([Earlier("2024/a.md")]));

        Assert.Equal(("postmortems/2024/a.md", "Login is down", new LocalDate(2024, 3, 1), 100), (earlier.Path, earlier.Title, earlier.Date, earlier.Score));
    }

    [Fact]
    public void A_word_that_few_documents_have_weighs_more()
    {
        var others = Enumerable.Range(0, 20).Select(i => Earlier($"mail-{i}.md", services: "mail", title: "The login is slow", cause: "A disk was full.")).ToList();

        var found = Find([Earlier("rare.md", title: "Shop is slow", cause: "A certificate had expired."), Earlier("often.md", title: "Login", cause: "Somebody slipped."), .. others]);

        Assert.Equal("postmortems/rare.md", Assert.Single(found).Path);
    }

    [Theory]
    [InlineData("2024-04-14", "login", Cause)]
    [InlineData("2024-04-15", "login", Cause)]
    [InlineData("2024-03-01", "mail", Cause)]
    public void What_did_not_begin_before_or_is_of_another_service_is_not_told(string day, string services, string cause) =>
        Assert.Empty(Find([Earlier("a.md", day, services, cause: cause)]));

    [Fact]
    public void The_same_cause_in_another_persons_words_is_told_and_another_cause_of_the_service_is_not()
    {
        const string Mine = "A bug in Monday's release of the token check turned valid sessions away, because the clock of the new hosts ran ahead.";
        var others = Enumerable.Range(0, 8).Select(i => Earlier($"mail-{i}.md", services: "mail", title: "Mail is late", cause: "The queue was stuck behind a large message."));

        var found = Find(
            Incident(Mine),
            new(
            [
                Earlier("alike.md", title: "Nobody stays signed in", cause: "After the release a logic mistake in how we check a token made every session invalid within minutes, until we rolled it back."),
                Earlier("unlike.md", title: "Sessions get lost", cause: "The disk of the store was full, and nothing cleaned up what had expired, so no write went through for half an hour."),
                .. others,
            ], []));

        Assert.Equal("postmortems/alike.md", Assert.Single(found).Path);
        Assert.InRange(found[0].Score, SeenBefore.LeastScore, 29);
    }

    [Fact]
    public void Words_that_differ_are_not_told() => Assert.Empty(Find([Earlier("a.md", title: "Images are missing", cause: "A disk was full.")]));

    [Fact]
    public void The_incidents_own_document_and_a_path_that_leads_elsewhere_are_not_told() =>
        Assert.Empty(Find([Earlier("own.md", incident: 42), Earlier("../../settings.md")]));

    [Fact]
    public void At_most_three_are_told_the_most_alike_and_newest_first()
    {
        var found = Find([Earlier("like.md", title: "The login is slow"), Earlier("a.md", "2024-01-01"), Earlier("b.md", "2024-02-01"), Earlier("c.md", "2023-02-01")]);

        Assert.Equal(["b.md", "a.md", "c.md"], found.Select(each => each.Path["postmortems/".Length..]));
    }

    [Fact]
    public void Whatever_comes_later_changes_no_score()
    {
        IReadOnlyList<ArchiveDocument> earlier = [Earlier("a.md", title: "The login is slow"), Earlier("b.md", title: "Shop is slow", cause: "A certificate had expired.")];

        var found = Find([.. earlier, .. Enumerable.Range(0, 9).Select(i => Earlier($"later-{i}.md", "2024-05-01", title: "The login is slow"))]);

        Assert.Equal(Find(earlier).Select(each => (each.Path, each.Score)), found.Select(each => (each.Path, each.Score)));
    }

    [Fact]
    public void Follow_ups_are_told_that_were_open_when_this_one_began()
    {
        var tasks = "## Tasks\n\n" + string.Join('\n', Enumerable.Range(1, 6).Select(i => $"- [#{i}](https://github.com/acme/shop/issues/{i}) Do {i}"));

        var earlier = Assert.Single(Find(
            [Earlier("a.md", more: tasks)],
            new(1, FollowUpState.Open, Before, null, null, null),
            new(2, FollowUpState.Completed, Before, Before, null, null),
            new(3, FollowUpState.Completed, Before, After, null, null),
            new(4, FollowUpState.Open, After, null, null, null),
            new(5, FollowUpState.Gone, null, null, null, null),
            new(7, FollowUpState.Open, Before, null, null, null)));

        Assert.Equal([1, 3], earlier.OpenFollowUps);
    }

    [Fact]
    public void It_comes_through_the_file_as_it_was_read()
    {
        var cache = new ArchiveCache([Earlier("a.md", title: "The login is slow")], []);

        Assert.Equal(Find(cache).Single().Score, Find(ArchiveCache.Parse(cache.ToString(), "index.json", out _)).Single().Score);
    }

    [Fact]
    public void Pull_request_and_status_comment_have_a_section_for_it_in_which_peoples_words_are_plain()
    {
        var postmortem = Incident() with { SeenBefore = [new("postmortems/a (1).md", "Hello @mira ](https://evil.example) <!-- x --> #7 | `", new(2024, 3, 1), 62, [45, 46])] };

        var (pull, status) = (PullRequestBody.Of(postmortem, PlanCase.Repository, PlanCase.Path), StatusComment.Of(postmortem, PlanCase.Repository, PullRequestState.Open, []));

        var section = pull[pull.IndexOf("\n\n### Seen before\n\n", StringComparison.Ordinal)..];
        Assert.EndsWith(section, status, StringComparison.Ordinal);
        Assert.Contains("\n- 0.62: [Hello @", section, StringComparison.Ordinal);
        Assert.EndsWith(
            "](https://github.com/acme/shop/blob/main/postmortems/a%20%281%29.md) of 2024-03-01; still open when this one began: [#45](https://github.com/acme/shop/issues/45), [#46](https://github.com/acme/shop/issues/46)",
            section,
            StringComparison.Ordinal);
        Assert.DoesNotContain("@mira", section, StringComparison.Ordinal);
        Assert.DoesNotContain("](https://evil", section.Replace("\\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", section, StringComparison.Ordinal);
        Assert.DoesNotContain(" #7", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_earlier_one_there_is_no_section() => Assert.DoesNotContain("Seen before", PullRequestBody.Of(Incident(), PlanCase.Repository, PlanCase.Path), StringComparison.Ordinal);

    private static IReadOnlyList<EarlierIncident> Find(IReadOnlyList<ArchiveDocument> documents, params ArchiveFollowUp[] followUps) => Find(new ArchiveCache(documents, followUps));

    private static IReadOnlyList<EarlierIncident> Find(ArchiveCache cache) => Find(Incident(), cache);

    private static IReadOnlyList<EarlierIncident> Find(Postmortem postmortem, ArchiveCache cache) => postmortem.With(ExistingState.Nothing("base", 42) with { Archive = cache }).SeenBefore;

    /// <summary>It began on 14 April 2024 at 10:00.</summary>
    private static Postmortem Incident(string cause = Cause) => Records.Assemble(("Affected services", "Login"), ("Started", "2024-04-14 10:00 UTC"), ("Root cause", cause));

    private static ArchiveDocument Earlier(
        string path, string day = "2024-03-01", string services = "login", string title = "Login is down", string cause = Cause, int incident = 7, string more = "") =>
        ArchiveCacheTests.Document(path, FormattableString.Invariant($"---\nincident: {incident}\n---\n") + Documents.Text(day, title, services: services, more: more).Replace("A typo.", cause, StringComparison.Ordinal));
}
