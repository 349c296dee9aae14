using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Ledgers;

namespace PostmortemAction.Core.Tests.Ledgers;

public class LedgerTests
{
    private static readonly Ledger Full = new(
        42, new("run", ["pull request", "follow-up abc"]), "postmortems/x.md", "0f", "c0ffee", 7, new(50, "Postmortem: x", "0a", true), new(9_000_000_000, "0b"),
        [new("abc", "def", 43, 9_000_000_001, "Add an alert", "0c", false), new("ghi", "ghi", 44, 3, null, null, true)]);

    [Fact]
    public void A_ledger_reads_back() => Assert.Equal(Full, Ledger.Parse(Full.ToString(), 42));

    [Fact]
    public void What_is_in_other_repositories_and_which_of_them_refused_reads_back()
    {
        var ledger = (Full with { FollowUps = [Full.FollowUps[0] with { Repository = "acme/login" }, Full.FollowUps[1]] }).With("acme/keys", new("acme/keys", "410 Issues are off", "2024-05-03"));

        var read = Ledger.Parse(ledger.ToString(), 42);

        Assert.Equal(ledger, read);
        Assert.Equal(["acme/login#43", "#44"], read!.FollowUps.Select(followUp => followUp.Issue.ToString()));
        Assert.Equal("410 Issues are off", read.Refusal("Acme/Keys")?.Reason);
        Assert.Null(read.With("ACME/keys", null).Refusals);
    }

    [Fact]
    public void A_ledger_from_before_other_repositories_reads_as_it_was()
    {
        var read = Ledger.Parse("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":[{\"task\":\"a\",\"text\":\"a\",\"number\":1,\"id\":1}]}", 42);

        Assert.Equal(new(null, 1), Assert.Single(read!.FollowUps).Issue);
        Assert.DoesNotContain("repository", read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_ledger_reads_back() => Assert.Equal(Ledger.Empty(42), Ledger.Parse(Ledger.Empty(42).ToString(), 42));

    [Fact]
    public void A_ledger_reads_back_whatever_people_called_things() =>
        Prop.ForAll<NonNull<string>, NonNull<string>, int>((path, title, number) =>
        {
            var ledger = Full with { Path = Whole(path.Get), PullRequest = new(number, Whole(title.Get), Whole(path.Get), false), FollowUps = [Full.FollowUps[0] with { Title = Whole(title.Get) }] };
            return Ledger.Parse(ledger.ToString(), 42) is { } read && read.Equals(ledger) && read.Path == ledger.Path && read.FollowUps[0] == ledger.FollowUps[0];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_message_is_plain_characters_under_one_line_of_ours()
    {
        var message = (Full with { Path = "p/\u202E日本\n{x}.md" }).ToString();

        Assert.StartsWith("Ledger of the postmortem of incident 42\n\n{", message, StringComparison.Ordinal);
        Assert.True(message.All(char.IsAscii));
        Assert.Equal(3, message.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Blank_lines_that_a_server_takes_off_or_puts_on_do_not_matter() =>
        Assert.Equal(Full, Ledger.Parse(Full.ToString().TrimEnd() + "\n\n\n", 42));

    [Fact]
    public void The_repositorys_own_ledger_reads_back_and_has_no_number()
    {
        var ledger = Ledger.Empty(null) with { Index = new("base", "one", null), Commit = "head" };

        Assert.Equal(ledger, Ledger.Parse(ledger.ToString(), null));
        Assert.Null(Ledger.Parse(ledger.ToString(), 42));
        Assert.Null(Ledger.Parse(Full.ToString(), null));
        Assert.StartsWith("Ledger of the repository's index and digest\n\n", ledger.ToString(), StringComparison.Ordinal);
        Assert.Equal(("postmortem/repository", "heads/postmortem-ledger/repository"), (new LedgerRef(null).ToString(), new LedgerRef(null).Fallback));
    }

    [Fact]
    public void Another_incidents_ledger_is_none_of_ours() => Assert.Null(Ledger.Parse(Full.ToString(), 43));

    [Fact]
    public void A_ledger_that_was_cut_off_is_none()
    {
        var message = Full.ToString().TrimEnd();

        Assert.All(Enumerable.Range(0, message.Length), length => Assert.Null(Ledger.Parse(message[..length], 42)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Merge branch 'main'")]
    [InlineData("{\"incident\":42,\"events\":0,\"follow_ups\":[]}")]
    [InlineData("Ledger of the postmortem of incident 42")]
    [InlineData("Ledger of the postmortem of incident 42\n\nnull")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":null}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":[null]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":[{}]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":[{\"task\":\"a\",\"number\":1,\"id\":1}]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":[{\"task\":\"a\",\"text\":\"a\",\"number\":1,\"id\":1},{\"task\":\"a\",\"text\":\"a\",\"number\":2,\"id\":2}]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":[{\"task\":\"a\",\"text\":\"a\",\"repository\":\"acme/login/../shop\",\"number\":1,\"id\":1}]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":[],\"refusals\":[{}]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"run\":{},\"events\":0,\"follow_ups\":[]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"run\":{\"id\":\"x\",\"intents\":[null]},\"events\":0,\"follow_ups\":[]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"path\":\"\\ud800\",\"events\":0,\"follow_ups\":[]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":99999999999,\"events\":0,\"follow_ups\":[]}")]
    [InlineData("Ledger of the postmortem of incident 42\n\n{\"incident\":42,\"events\":0,\"follow_ups\":[]} and more")]
    public void What_somebody_garbled_is_no_ledger(string message) => Assert.Null(Ledger.Parse(message, 42));

    [Fact]
    public void Deep_nesting_is_no_ledger() =>
        Assert.Null(Ledger.Parse("Ledger of the postmortem of incident 42\n\n{\"follow_ups\":" + new string('[', 100_000), 42));

    [Fact]
    public void Any_change_of_a_character_gives_a_ledger_or_none_and_never_an_exception()
    {
        var message = Full.ToString();

        Prop.ForAll(Arb.From(Gen.Choose(0, message.Length - 1)), Arb.From(Gen.Elements("", "\0", "\"", "{", "]", "null", "9", "\uD800", ",")), (at, put) =>
            Ledger.Parse(message.Remove(at, 1).Insert(at, put), 42) is null or { FollowUps.Count: 2 }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    /// <summary>Halves of characters do not come out of GitHub's answers, and do not go in.</summary>
    private static string Whole(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)));
}
