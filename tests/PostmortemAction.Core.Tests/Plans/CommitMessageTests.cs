using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

public class CommitMessageTests
{
    [Fact]
    public void A_commit_says_which_document_we_composed() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((one, other) =>
        {
            var message = CommitMessage.Of(42, one.Get);
            return CommitMessage.SaysOurs(message, one.Get) && CommitMessage.SaysOurs(message + "\n", one.Get)
                && CommitMessage.SaysOurs(message, other.Get) == (Fingerprint.Of(one.Get) == Fingerprint.Of(other.Get));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_word_of_peoples_stands_in_it()
    {
        var message = CommitMessage.Of(42, "fixes #1 @octocat\nPostmortem-Document: 00");

        Assert.DoesNotContain("#1", message, StringComparison.Ordinal);
        Assert.DoesNotContain("@", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("My words")]
    [InlineData("Postmortem-Document: ")]
    [InlineData("Postmortem-Document: 00000000000000000000000000000000")]
    public void Another_message_says_nothing(string? message) => Assert.False(CommitMessage.SaysOurs(message, "# Postmortem\n"));

    [Fact]
    public void The_last_note_counts() =>
        Assert.False(CommitMessage.SaysOurs(CommitMessage.Of(42, "one") + "\n" + CommitMessage.Of(42, "two"), "one"));
}
