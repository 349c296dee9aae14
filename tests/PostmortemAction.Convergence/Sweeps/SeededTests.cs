namespace PostmortemAction.Convergence.Sweeps;

public class SeededTests(ITestOutputHelper output)
{
    private const int Seeds = 500;

    /// <summary>A seed that failed is in the message; <c>SeededRun.Of(seed)</c> plays it again.</summary>
    [Fact]
    public void In_500_troubled_lives_of_an_incident_nothing_is_made_twice_and_no_word_is_lost()
    {
        var wrong = Sweep.Of(Enumerable.Range(1, Seeds), SeededRun.Of, seed => $"seed {seed.ToString("000", System.Globalization.CultureInfo.InvariantCulture)}");

        output.WriteLine($"{Seeds} lives, {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40).Select(line => line[..Math.Min(line.Length, 600)])));
    }
}
