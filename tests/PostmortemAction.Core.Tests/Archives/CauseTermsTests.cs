using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Tests.Archives;

public class CauseTermsTests
{
    [Fact]
    public void Words_of_title_and_cause_are_kept_once_each_in_order_without_those_that_every_text_has() =>
        Assert.Equal(["certificat", "expir", "login"], CauseTerms.Of("Login: the certificate expired", "The certificate of the login was about to expire, and did in 2024."));

    [Theory]
    [InlineData("expired", "expiring")]
    [InlineData("expires", "expire")]
    [InlineData("dropped", "drop")]
    [InlineData("queries", "query")]
    [InlineData("Überlast", "uberlast")]
    [InlineData("caches", "cached")]
    [InlineData("`Redis`", "redis's")]
    public void Forms_of_a_word_are_one_word(string one, string other) => Assert.Equal(CauseTerms.Of(one, null), CauseTerms.Of(null, other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("It was the cause of an outage")]
    [InlineData("https://example.com/login/7")]
    [InlineData("12345 ... !!!")]
    public void Where_no_word_says_anything_there_is_none(string? text) => Assert.Empty(CauseTerms.Of(text, text));

    [Fact]
    public void Of_a_long_cause_the_words_of_the_title_and_the_most_frequent_stay()
    {
        var cause = string.Join(' ', Enumerable.Range(0, 500).Select(i => $"w{i}x")) + " redis redis";

        var terms = CauseTerms.Of("Login", cause);

        Assert.Equal(CauseTerms.Most, terms.Count);
        Assert.Contains("login", terms);
        Assert.Contains("redis", terms);
    }
}
