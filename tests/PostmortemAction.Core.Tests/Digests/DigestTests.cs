using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Digests;

public class DigestTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);
    private static readonly RepositoryInfo Shop = new("acme/shop", "https://github.com/acme/shop", "main");

    [Fact]
    public void Overdue_is_what_was_due_before_today_and_soon_what_is_due_within_seven_days()
    {
        var digest = Digest(Open(1, "2026-03-09"), Open(2, "2026-03-10"), Open(3, "2026-03-17"), Open(4, "2026-03-18"), Open(5, "2026-02-28"));

        Assert.Equal([5, 1], Numbers(digest.Overdue));
        Assert.Equal([2, 3], Numbers(digest.DueSoon));
        Assert.Equal(10, digest.DaysOverdue(digest.Overdue[0]));
    }

    [Fact]
    public void What_has_no_owner_or_no_date_is_listed_as_such_and_not_defaulted() =>
        Assert.Equal([2, 3], Numbers(Digest(Open(1, "2026-03-20"), Open(2, null), Open(3, "2026-03-20", owner: null)).Loose));

    [Fact]
    public void What_is_closed_or_gone_does_not_count() =>
        Assert.Empty(Digest(
            Open(1, "2026-03-01") with { FollowUp = Open(1, null).FollowUp with { State = FollowUpState.Completed } },
            Open(2, "2026-03-01") with { FollowUp = Open(2, null).FollowUp with { State = FollowUpState.Gone } }).Open);

    [Fact]
    public void The_oldest_are_the_five_that_have_been_open_for_longest() =>
        Assert.Equal([7, 6, 5, 4, 3], Numbers(Digest([.. Enumerable.Range(1, 7).Select(i => Open(i, "2026-04-01", daysOld: i))]).Oldest));

    [Fact]
    public void By_owner_who_has_most_overdue_comes_first_and_nobody_last()
    {
        var digest = Digest(Open(1, "2026-04-01", "jun"), Open(2, "2026-03-01", "Mira"), Open(3, "2026-03-12", "mira"), Open(4, null, owner: null), Open(5, "2026-04-01", "jun"));

        Assert.Equal([new("Mira", 2, 1, 1), new("jun", 2, 0, 0), new(null, 1, 0, 0)], digest.Owners);
    }

    [Fact]
    public void In_whatever_order_they_come_the_body_is_the_same()
    {
        var followUps = Enumerable.Range(1, 150).Select(i => Open(i, i % 4 == 0 ? null : FormattableString.Invariant($"2026-03-{1 + (i % 28):00}"), i % 5 == 0 ? null : $"o{i % 7}", i % 9)).ToArray();
        var expected = DigestBody.Of(Digest(followUps), Shop);

        Assert.Equal(expected, DigestBody.Of(Digest([.. followUps.Reverse()]), Shop));
        Assert.Contains("more", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_links_each_follow_up_with_its_days_and_mentions_nobody()
    {
        var body = DigestBody.Of(Digest(Open(45, "2026-03-08") with { Title = "Ask @mira | about #7 <!-- x -->" }, Open(46, null, owner: null)), Shop);

        Assert.StartsWith("<!-- postmortem-action digest -->\n", body, StringComparison.Ordinal);
        Assert.Contains("**2 open**: 1 overdue, 0 due within 7 days, 1 without an owner, 1 without a date.", body, StringComparison.Ordinal);
        Assert.Contains("### Overdue (1)\n\n| Follow-up | Owner | Due | Overdue by |\n| --- | --- | --- | --- |\n| [#45](https://github.com/acme/shop/issues/45) ", body, StringComparison.Ordinal);
        Assert.Contains("(incident [#42](https://github.com/acme/shop/issues/42)) | `jun` | 2026-03-08 | 2 days |", body, StringComparison.Ordinal);
        Assert.Contains("| nobody | 1 | 0 | 0 |", body, StringComparison.Ordinal);
        Assert.DoesNotContain("@mira", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<!-- x", body, StringComparison.Ordinal);
        Assert.True(Marker.TryFind(body, Marker.Digest, out _));
    }

    [Fact]
    public void A_day_on_which_nothing_is_overdue_and_nothing_comes_due_changes_nothing()
    {
        var followUps = new[] { Open(1, "2026-09-01"), Open(2, null) };

        Assert.Equal(DigestBody.Of(FollowUpDigest.Of(followUps, Today), Shop), DigestBody.Of(FollowUpDigest.Of(followUps, Today.PlusDays(30)), Shop));
    }

    [Fact]
    public void Where_nothing_is_open_it_says_so() => Assert.EndsWith("**No follow-up is open.**", DigestBody.Of(Digest(), Shop), StringComparison.Ordinal);

    internal static TrackedFollowUp Open(int number, string? due, string? owner = "jun", int daysOld = 1) => new(
        new(number, FollowUpState.Open, Instant.FromUtc(2026, 3, 1, 12, 0) - Duration.FromDays(daysOld), null, due is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(due).Value, owner),
        FormattableString.Invariant($"Task {number}"),
        42);

    private static FollowUpDigest Digest(params TrackedFollowUp[] followUps) => FollowUpDigest.Of(followUps, Today);

    private static IEnumerable<int> Numbers(IEnumerable<TrackedFollowUp> followUps) => followUps.Select(each => each.FollowUp.Number);
}
