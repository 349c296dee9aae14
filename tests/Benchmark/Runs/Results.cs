using PostmortemAction.Benchmark.Contenders;

namespace PostmortemAction.Benchmark.Runs;

/// <summary>Everything that was measured of one contender.</summary>
internal sealed class Results(Contender contender)
{
    private readonly Dictionary<Situation, List<Sample>> samples = [];

    public Contender Contender => contender;

    public List<MishapOutcome> Mishaps { get; } = [];

    /// <summary>The most that were there too many after a first and a second run.</summary>
    public int Duplicates { get; set; }

    public void Add(Situation situation, Sample sample)
    {
        samples.TryAdd(situation, []);
        samples[situation].Add(sample);
    }

    public double Median(Situation situation, Func<Sample, double> figure)
    {
        var sorted = samples[situation].Select(figure).Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>A count is the same in every repetition; where it is not, the worst one counts.</summary>
    public int Most(Situation situation, Func<Sample, int> count) => samples[situation].Max(count);

    public string? Protocol => samples[Situation.FirstPublish][0].Tally.Protocol;
}
