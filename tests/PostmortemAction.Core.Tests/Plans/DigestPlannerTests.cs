using NodaTime;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Tests.Digests;

namespace PostmortemAction.Core.Tests.Plans;

public class DigestPlannerTests
{
    private static readonly RepositoryInfo Shop = new("acme/shop", "https://github.com/acme/shop", "main");
    private static readonly FollowUpDigest One = FollowUpDigest.Of([DigestTests.Open(45, "2026-03-01")], new(2026, 3, 10));
    private static readonly FollowUpDigest None = FollowUpDigest.Of([], new(2026, 3, 10));
    private static readonly RepositoryState New = new("base", new(null, null, null), null, null, null, true, null, Ledger.Empty(null), false);
    private static readonly RepositoryState Done = New with
    {
        Ledger = Ledger.Empty(null) with { Digest = new(60, "Postmortem follow-ups") },
        Digest = new(60, true, "Postmortem follow-ups", OwnBlock.Wrap(DigestBody.Of(One, Shop)), []),
    };

    [Fact]
    public void The_first_open_follow_up_makes_the_digest()
    {
        Assert.Equal(new CreateDigest("Postmortem follow-ups", DigestBody.Of(One, Shop), "postmortem-digest"), Assert.Single(Plan(New, One).Changes));
        Assert.Empty(Plan(New, None).Changes);
    }

    [Fact]
    public void It_is_updated_only_when_it_says_something_else()
    {
        Assert.Empty(Plan(Done, One).Changes);
        Assert.Equal(new UpdateDigest(60, null, DigestBody.Of(None, Shop)), Assert.Single(Plan(Done, None).Changes));
    }

    [Fact]
    public void What_people_write_around_our_part_stays_and_what_they_write_into_it_is_theirs()
    {
        var around = Done with { Digest = Done.Digest! with { Body = $"Look here!\n\n{Done.Digest.Body}" } };
        var inside = Done with { Digest = Done.Digest! with { Body = Done.Digest.Body.Replace("**1 open**", "**One open**", StringComparison.Ordinal) } };

        Assert.Empty(Plan(around, One).Changes);
        Assert.Single(Plan(around, None).Changes);
        Assert.Empty(Plan(inside, None).Changes);
        Assert.Equal("digest-edited", Assert.Single(Plan(inside, None).Problems).Code);
    }

    [Fact]
    public void A_title_that_a_person_wrote_stays_and_ours_follows_the_settings()
    {
        Assert.Equal("What we owe", Assert.IsType<UpdateDigest>(Assert.Single(DigestPlanner.Make(Done, Shop, new() { Title = "What we owe" }, One).Changes)).Title);
        Assert.Empty(DigestPlanner.Make(Done with { Digest = Done.Digest! with { Title = "Ours" } }, Shop, new() { Title = "What we owe" }, One).Changes);
    }

    [Fact]
    public void Closed_by_somebody_it_is_left_alone_and_told_once()
    {
        var plan = Plan(Done with { Digest = Done.Digest! with { IsOpen = false } }, None);

        Assert.Empty(plan.Changes);
        Assert.Equal(("digest-closed", "https://github.com/acme/shop/issues/60"), (Assert.Single(plan.Problems).Code, plan.Problems[0].Place));
    }

    [Fact]
    public void Deleted_by_somebody_it_is_not_made_again()
    {
        var plan = Plan(Done with { Digest = null }, One);

        Assert.Empty(plan.Changes);
        Assert.Equal("digest-gone", Assert.Single(plan.Problems).Code);
    }

    [Fact]
    public void What_the_server_made_twice_is_closed() =>
        Assert.Equal(new CloseDuplicate(61, 60), Assert.Single(Plan(Done with { Digest = Done.Digest! with { Duplicates = [61] } }, One).Changes));

    private static RepositoryPlan Plan(RepositoryState state, FollowUpDigest digest) => DigestPlanner.Make(state, Shop, new(), digest);
}
