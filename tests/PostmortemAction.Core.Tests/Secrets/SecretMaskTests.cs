using PostmortemAction.Core.Secrets;

namespace PostmortemAction.Core.Tests.Secrets;

/// <summary>Secrets that hide, and words that only look like ones.</summary>
public class SecretMaskTests
{
    /// <summary>In two parts, as everywhere here: nobody's scanner shall take this file for a leak.</summary>
    private const string Token = "gh" + "p_" + "q7Rt2Zk9Lm4Xc8Vb1Nh6Jd3Wf5Ys0Ga7Pe2T";

    public static TheoryData<string> Disguises =>
    [
        Token.Insert(7, "\u200B"), Token.Insert(3, "\u00AD"), Token.Insert(20, "\u2060\uFEFF"), Token.Insert(9, "\u200D"), Token.Insert(9, "\uFE0F"),
        Token.Insert(12, "\u0301"), string.Join('\u200B', Token.AsEnumerable()), Token.Insert(10, "\u202E"), Token.Insert(10, "\0"),
        Token.Insert(15, "\n"), Token.Insert(15, "\n> "), Token.Insert(15, "\\\n   "), Token.Insert(4, "\n"), Token.Insert(2, "\r\n"),
        Token.Insert(8, "`"), Token.Insert(8, "**"), Token.Insert(4, "``"), Token.Insert(6, "\" + \""), Token.Insert(6, "' +\n    '"),
        Token.Replace("_", "\\_", StringComparison.Ordinal), Token.Replace("_", "&lowbar;", StringComparison.Ordinal),
        Token.Replace("_", "&#95;", StringComparison.Ordinal), Token.Replace("_", "&#x5F;", StringComparison.Ordinal),
        Token.Replace("_", "%5F", StringComparison.Ordinal), Token.Replace("_", "%255F", StringComparison.Ordinal),
        Token.Replace("_", "\\u005f", StringComparison.Ordinal), Token.Replace("_", "&amp;#95;", StringComparison.Ordinal),
        string.Concat(Token.Select(c => $"&#{(int)c};")), string.Concat(Token.Select(c => $"%{(int)c:X2}")),
        Token.Insert(8, "<b></b>"), Token.Insert(8, "<!-- -->"), Token.Insert(8, "<wbr>"), Token.Insert(8, "&shy;"), Token.Insert(8, "&ZeroWidthSpace;"),
        string.Concat(Token.Select(c => (char)(c + 0xFEE0))), "[x](https://acme.test/" + Token + ")", "<https://acme.test/?t=" + Token + ">",
        "a" + Token, Token + "\u200Band so on", "\"" + Token + "\"", "@" + Token,
    ];

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_hidden_secret_is_found(string disguise)
    {
        var masked = SecretMask.Apply($"before {disguise} behind");

        Assert.Equal(1, masked.Count);
        Assert.Equal(["GitHub token"], masked.Kinds);
        Assert.StartsWith("before ", masked.Text, StringComparison.Ordinal);
        Assert.EndsWith(" behind", masked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Token[30..], masked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Token[16..24], masked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mask_says_what_it_hides()
    {
        Assert.Equal("It was [masked: GitHub token], revoked since.", SecretMask.Apply($"It was {Token}, revoked since.").Text);
    }

    [Fact]
    public void The_line_behind_a_whole_token_stays()
    {
        Assert.Equal("[masked: GitHub token]\nthen we restarted", SecretMask.Apply($"{Token}\nthen we restarted").Text);
    }

    [Fact]
    public void A_word_that_could_name_a_secret_never_hides_the_next_one_that_does()
    {
        var missed = Enumerable.Range(0, 90).Select(length => new string('a', length)).SelectMany(words => (string[])
        [
            $"token {words} api_key: q7Rt2Zk9Lm4Xc8Vb1Nh6",
            $"| token {words[..Math.Min(25, words.Length)]} password | q7Rt2Zk9Lm4Xc8Vb1Nh6 |",
            $"pass {words} 'password', 'q7Rt2Zk9Lm4Xc8Vb1Nh6'",
            $"sk-{words} sk-q7Rt2Zk9Lm4Xc8Vb1Nh6Jd3Wf5Ys0Ga7Pe2T",
            $"-u {words} | curl -u admin:q7Rt2Zk9Lm4Xc8",
        ]).Where(text => SecretMask.Apply(text).Count == 0);

        Assert.Empty(missed);
    }

    [Fact]
    public void A_token_behind_sixty_thousand_characters_is_found()
    {
        Assert.EndsWith("word [masked: GitHub token]", SecretMask.Apply(string.Concat(Enumerable.Repeat("word ", 12_000)) + Token).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u200B")]
    public void An_emoji_counts_as_it_is_written(string invisible) =>
        Assert.Equal("[masked: password]", SecretMask.Apply($"password: 😀7q{invisible}").Text["password: ".Length..].TrimEnd('\u200B'));

    [Theory]
    [InlineData("password: <password>")]
    [InlineData("password=${DB_PASSWORD}")]
    [InlineData("password: ***")]
    [InlineData("password: changeme")]
    [InlineData("password: your-password-here")]
    [InlineData("api_key: example")]
    [InlineData("token: xxxxxxxxxxxxxxxx")]
    [InlineData("secret: {{ .Values.secret }}")]
    [InlineData("password: incorrect")]
    [InlineData("Authorization: Bearer $TOKEN")]
    [InlineData("https://$USER:$PASSWORD@db.acme.test")]
    [InlineData("We rotated the password and the api key.")]
    [InlineData("[masked: password]")]
    public void What_is_obviously_no_secret_stays(string text)
    {
        Assert.Equal(text, SecretMask.Apply(text).Text);
    }

    [Fact]
    public void Masking_twice_is_masking_once()
    {
        var random = new Random(17);
        foreach (var (_, shape) in MadeUpSecrets.Shapes)
        {
            var other = MadeUpSecrets.Shapes[random.Next(MadeUpSecrets.Shapes.Count)].Shape;
            var text = $"{MadeUpSecrets.Make(shape, random).Text}{(random.Next(2) == 0 ? " " : "")}{MadeUpSecrets.Make(other, random).Text}";
            var once = SecretMask.Apply(text).Text;

            Assert.Equal(once, SecretMask.Apply(once).Text);
        }
    }

    public static TheoryData<string> Heaps => new()
    {
        "gh" + "p_", "password=", "password: ", "[masked: ", "&#", "%25",
        "<b", "<!--", "-----BEGIN PRIV" + "ATE KEY", "BEGIN PRIV" + "ATE KEY-----END ", " ",
        "`", "a\n", "a://b:", "@", "eyJ", "Ma.", Token + " ",
        "\\", "AKI" + "A2345672345672345 ", "-", "a", "|token|", "sk-",
        "name: token\nvalue: ", "Private-Lines: 1\n", "a` + `", "-us", "0123abcd-",
    };

    [Theory]
    [MemberData(nameof(Heaps))]
    public void A_heap_of_beginnings_costs_no_more_than_it_is_long(string part) =>
        Growth.IsLinear(length => Growth.Heap(part, length), text => SecretMask.Apply(text));
}
