using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>Text that is read back is read as it was written.</summary>
public class RoundTripTests
{
    [Fact]
    public void A_marker_reads_back_whatever_its_values_hold() =>
        Prop.ForAll<NonNull<string>>(value =>
        {
            var text = Core.Text.PlainText.Clean(value.Get);
            var marker = new Marker(Marker.FollowUp, new Dictionary<string, string> { ["incident"] = "42", ["task"] = text });

            return Marker.TryFind($"before\n{marker}\nafter", Marker.FollowUp, out var found) && found["task"] == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_marker_cannot_end_its_comment_early() =>
        Assert.Single(new Marker(Marker.Status, new Dictionary<string, string> { ["x"] = "--> <b>" }).ToString().Split("-->"), part => part.Length == 0);

    [Theory]
    [InlineData("<!-- postmortem-action status incident=42")]
    [InlineData("<!-- postmortem-action status broken -->")]
    [InlineData("no marker")]
    [InlineData(null)]
    public void What_is_no_whole_marker_is_none(string? body) => Assert.False(Marker.TryFind(body, Marker.Status, out _));

    [Fact]
    public void A_branch_reads_back()
    {
        Assert.True(PostmortemBranch.TryParse("postmortem/incident-42", out var branch));
        Assert.Equal("postmortem/incident-42", branch.ToString());
    }

    [Theory]
    [InlineData("main")]
    [InlineData("postmortem/incident-")]
    [InlineData("postmortem/incident-0")]
    [InlineData("postmortem/incident-4x")]
    [InlineData(null)]
    public void Another_branch_is_none_of_ours(string? name) => Assert.False(PostmortemBranch.TryParse(name, out _));

    [Fact]
    public void A_late_reference_is_filled_in_once_it_is_known_and_others_stay()
    {
        var known = new Dictionary<string, string> { ["follow-up a"] = "7", ["pull-request"] = "#9" };
        var text = $"\uE001 {LateReference.Placeholder("follow-up a")}{LateReference.Placeholder("follow-up b")} \uE000x{LateReference.Placeholder("pull-request")} \uE000";

        Assert.Equal($"\uE001 7{LateReference.Placeholder("follow-up b")} \uE000x#9 \uE000", LateReference.Resolve(text, known));
    }

    [Fact]
    public void Ten_thousand_late_references_are_filled_in_at_once()
    {
        var names = Enumerable.Range(0, 10_000).Select(number => $"follow-up {number}").ToList();
        var text = string.Concat(names.Select(LateReference.Placeholder));

        Assert.Equal(string.Concat(names), LateReference.Resolve(text, names.ToDictionary(name => name)));
    }
}
