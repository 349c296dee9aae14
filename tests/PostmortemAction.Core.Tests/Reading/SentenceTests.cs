using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.Tests.Reading;

public class SentenceTests
{
    [Theory]
    [InlineData("We rolled back. It helped.", "We rolled back.")]
    [InlineData("Is it the database? No.", "Is it the database?")]
    [InlineData("Upgraded to v1.2.3 and waited. Fine.", "Upgraded to v1.2.3 and waited.")]
    [InlineData("Some services, e.g. Search, were slow. Then not.", "Some services, e.g. Search, were slow.")]
    [InlineData("no stop at all", "no stop at all")]
    [InlineData("over\ntwo lines. Next.", "over two lines.")]
    public void The_first_sentence_ends_where_a_person_would_say(string text, string expected) => Assert.Equal(expected, Sentence.First(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("One.", "One.")]
    [InlineData("One. Two, e.g. this. Three\nis long! 4? No.", "One.|Two, e.g. this.|Three is long!|4?|No.")]
    [InlineData("A. B. C", "A.|B.|C")]
    public void Sentences_follow_each_other_with_nothing_between(string text, string expected) => Assert.Equal(expected, string.Join('|', Sentence.All(text)));
}
