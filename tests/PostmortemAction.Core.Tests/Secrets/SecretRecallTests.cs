using PostmortemAction.Core.Secrets;

namespace PostmortemAction.Core.Tests.Secrets;

/// <summary>How many of the secrets are found, and how much that is none.</summary>
public class SecretRecallTests
{
    private const int PerShape = 40;

    /// <summary>Where people paste secrets.</summary>
    private static readonly string[] Places =
        ["{0}", "It was\n{0}\nas far as we know", "- 10:42 found `{0}` in the log", "```\n{0}\n```", "(see {0})", "> {0}", "**{0}**", "x\t{0}"];

    public static TheoryData<string, string> Shapes => [.. MadeUpSecrets.Shapes.Select(shape => (shape.Kind, shape.Shape))];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_secret_is_masked_wherever_it_stands(string kind, string shape)
    {
        var random = new Random(7);
        var missed = new List<string>();
        for (var i = 0; i < PerShape; i++)
        {
            var (text, secrets) = MadeUpSecrets.Make(shape, random);
            var place = Places[i % Places.Length];
            var masked = SecretMask.Apply(place.Replace("{0}", text, StringComparison.Ordinal));
            if (secrets.Any(secret => masked.Text.Contains(secret, StringComparison.Ordinal)) || masked.Count == 0)
            {
                missed.Add($"{place} -> {masked.Text}");
            }
        }

        Assert.True(missed.Count == 0, $"{kind}: {string.Join("\n", missed.Take(5))}");
    }

    [Fact]
    public void Each_row_of_the_tables_finds_what_it_is_for()
    {
        var random = new Random(11);
        var made = MadeUpSecrets.Shapes.Select(shape => (shape.Kind, MadeUpSecrets.Make(shape.Shape, random).Text)).ToList();

        Assert.Equal([], from rule in TokenShapes.All.Concat(AddressSecrets.All).Concat(NamedSecrets.All)
                         where !made.Any(secret => secret.Kind == rule.Kind && rule.Find(secret.Text, int.MaxValue).Any())
                         select $"{rule.Kind}: {rule.Pattern}");
    }

    [Fact]
    public void No_hint_hides_what_its_pattern_finds()
    {
        // In each text a part of a secret is cut off, taken twice, in capitals or torn apart.
        var random = new Random(19);
        var texts = MadeUpSecrets.Shapes.SelectMany(shape => Enumerable.Range(0, 4).Select(_ => Damaged(MadeUpSecrets.Make(shape.Shape, random).Text, random))).ToList();
        var rules = TokenShapes.All.Concat(AddressSecrets.All).Concat(NamedSecrets.All);

        Assert.Equal([], from rule in rules
                         let bare = new SecretRule(rule.Kind, [""], rule.Pattern, rule.IsSecret)
                         from text in texts
                         where !rule.Find(text, Shape.LongestRun(text)).SequenceEqual(bare.Find(text, 0))
                         select $"{rule.Kind}: {rule.Pattern} in {text}");
    }

    private static string Damaged(string text, Random random)
    {
        var (from, to) = (random.Next(text.Length), random.Next(text.Length));
        var part = text[Math.Min(from, to)..Math.Max(from, to)];
        return random.Next(5) switch
        {
            0 => text.Replace(part + text[^1], text[^1..], StringComparison.Ordinal),
            1 => text.Insert(from, part),
            2 => text.ToUpperInvariant(),
            3 => text.Insert(from, new[] { " ", "\n", "\t", "--", "@", "|", "=", "\u00A0" }[random.Next(8)]),
            _ => text,
        };
    }

    [Fact]
    public void The_kind_says_whose_secret_it_is()
    {
        var random = new Random(13);

        Assert.Equal([], from shape in MadeUpSecrets.Shapes
                         let masked = SecretMask.Apply(MadeUpSecrets.Make(shape.Shape, random).Text)
                         where !masked.Kinds.Contains(shape.Kind)
                         select $"{shape.Shape}: {string.Join(", ", masked.Kinds)}");
    }

    [Fact]
    public void Ordinary_logs_stay_as_they_are()
    {
        const int Count = 20_000;
        var hits = new OrdinaryLog(3).Lines(Count).Where(line => SecretMask.Apply(line).Count > 0).ToList();

        Assert.True(hits.Count * 1000 <= Count, string.Join('\n', hits.Take(40)));
    }

    [Fact]
    public void A_whole_log_at_once_stays_as_it_is()
    {
        var log = string.Join('\n', new OrdinaryLog(5).Lines(2_000));
        var masked = SecretMask.Apply(log);

        Assert.True(masked.Count <= 2, string.Join(", ", masked.Kinds));
    }
}
