using PostmortemAction.Core.Reviews;

namespace PostmortemAction.Core.Tests.Reviews;

/// <summary>Which words blame, and which only look like it.</summary>
public class BlamelessTests
{
    /// <summary>A pattern is not even built where none of its hints stands, so each of its words has to have one.</summary>
    [Theory]
    [InlineData("The engineer {0} the check.", "failed to", "neglected", "forgot", "ignored", "overlooked", "did not bother with", "did not properly do", "didn’t even see", "never bothered with")]
    [InlineData("The engineer {0} it.", "missed", "mistakenly took", "accidentally took", "erroneously took", "wrongly took", "incorrectly took", "carelessly took", "recklessly took", "broke", "messed up", "screwed up", "botched", "caused")]
    [InlineData("The engineer {0} there.", "made a mistake", "made an error", "made a big blunder", "was to blame", "was at fault", "was responsible for the outage")]
    [InlineData("It was {0} by the engineer.", "caused", "broken", "introduced", "missed", "overlooked", "forgotten", "triggered", "deleted")]
    [InlineData("It was the engineer's {0}.", "mistake", "fault", "negligence", "carelessness", "oversight", "blunder", "incompetence")]
    [InlineData("It was the {0} of the engineer.", "mistake", "fault", "negligence", "carelessness", "oversight", "blunder", "incompetence")]
    [InlineData("Somebody was {0} the engineer.", "blaming", "blamed on")]
    [InlineData("It was {0}.", "careless", "negligent", "incompetent", "sloppy", "stupid", "reckless", "irresponsible", "clueless", "idiotic", "laziness", "human error")]
    public void Each_word_of_the_lexicon_is_found(string sentence, params string[] words) =>
        Assert.Equal([], words.Where(word => Codes(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, word)).ToList() is not (["blame-person"] or ["blame-word"])));

    [Fact]
    public void A_finding_is_found_wherever_it_stands_among_words_that_are_none() =>
        Assert.All(Enumerable.Range(0, 130), count => Assert.Equal(["blame-person"], Codes(string.Join(' ', Enumerable.Repeat("missed", count)) + " calls. The engineer missed it.")));

    [Theory]
    [InlineData("The on-call engineer failed to read the alert.")]
    [InlineData("An intern accidentally deleted the table.")]
    [InlineData("The outage was caused by a junior developer.")]
    [InlineData("Tomasz forgot to load the key.")]
    [InlineData("@tomasz ignored the alert.")]
    [InlineData("It was the reviewer's mistake.")]
    [InlineData("It is Tomasz's carelessness that bit us.")]
    [InlineData("The operator should have noticed it.")]
    [InlineData("The on-call was careless.")]
    [InlineData("He was just too lazy.")]
    [InlineData("It was Anna's fault.")]
    [InlineData("The outage is Anna’s own fault.")]
    [InlineData("The developer\nshould not have deployed on a Friday.")]
    public void A_person_next_to_a_word_of_blame_is_a_warning(string sentence) => Assert.Equal(["blame-person"], Codes(sentence));

    [Theory]
    [InlineData("We should have tested this.")]
    [InlineData("The alert should have fired.")]
    [InlineData("It could have been prevented by a test.")]
    [InlineData("The platform team failed to renew the certificate.")]
    [InlineData("If only we had a staging server.")]
    [InlineData("Nobody bothered to look.")]
    [InlineData("No one even thought to ask.")]
    [InlineData("The deployment ought to have been stopped.")]
    public void What_did_not_happen_is_a_note(string sentence) => Assert.Equal(["counterfactual"], Codes(sentence));

    [Theory]
    [InlineData("A careless change went out.")]
    [InlineData("It was human error.")]
    public void A_word_that_judges_is_a_note(string sentence) => Assert.Equal(["blame-word"], Codes(sentence));

    [Theory]
    [InlineData("The deployment script failed to load the key.")]
    [InlineData("Nginx failed to start, and failed logins went up.")]
    [InlineData("A typo was accidentally introduced.")]
    [InlineData("Every action item should have an issue.")]
    [InlineData("Things that could have gone better are below.")]
    [InlineData("Luckily it could have been worse only on a Monday.")]
    [InlineData("Engineers suspected that the load balancer caused the errors.")]
    [InlineData("DNS was to blame.")]
    [InlineData("We ran `git blame` to find it.")]
    [InlineData("Customers wrote “the engineer failed to help us”.")]
    [InlineData("One said \"you should have tested this\" to us.")]
    [InlineData("See [why the engineer failed to notice](https://example.com/should-have-been).")]
    [InlineData("\n> The engineer should have known.\n")]
    [InlineData("\n```\nthe engineer should have known\n```\n")]
    [InlineData("<!-- the engineer should have known -->")]
    [InlineData("The on-call engineer caught it within a minute.")]
    [InlineData("What saved us was Kafka's fault tolerance.")]
    [InlineData("The on-call engineer was paged, and lazy loading hid it.")]
    [InlineData("Nobody was hurt.")]
    public void What_only_looks_like_blame_is_left_alone(string sentence) => Assert.Empty(Codes(sentence));

    [Fact]
    public void It_is_told_at_its_line_with_the_words_the_reason_and_another_way()
    {
        var text = Paper.Saying("All was well.\nThen **an engineer** forgot the key.");

        var finding = Assert.Single(Paper.Review(text).Open);

        Assert.Equal("`an engineer   forgot` says what a person left undone.".Replace("   ", " ", StringComparison.Ordinal), finding.Message);
        Assert.StartsWith("Then", text.Split('\n')[finding.Line - 1], StringComparison.Ordinal);
        Assert.NotEmpty(finding.Hint);
    }

    [Fact]
    public void No_phrase_reaches_from_one_item_into_the_next() =>
        Assert.Empty(Codes("It was:\n\n- the engineer\n- forgot\n"));

    [Fact]
    public void Every_line_of_the_lexicon_has_a_code_a_reason_and_a_hint() => Assert.All(BlameLexicon.All, pattern =>
    {
        Assert.True(FindingKinds.IsKnown(pattern.Code));
        Assert.False(pattern.Reason.EndsWith('.') || pattern.Reason.Length == 0);
        Assert.EndsWith(".", pattern.Hint, StringComparison.Ordinal);
    });

    private static IEnumerable<string> Codes(string sentence) => Paper.Codes(Paper.Saying(sentence));
}
