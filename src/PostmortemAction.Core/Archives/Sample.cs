namespace PostmortemAction.Core.Archives;

/// <summary>The figures of a quarter. A few of them are shown as they are: of less than <see cref="Enough"/> no median says anything.</summary>
public sealed record Sample
{
    public const int Enough = 5;

    private Sample(Quarter quarter, IReadOnlyList<long> points) => (Quarter, Points) = (quarter, points);

    public Quarter Quarter { get; }

    /// <summary>In their order, the smallest first.</summary>
    public IReadOnlyList<long> Points { get; }

    public int Count => Points.Count;

    /// <summary>Null for fewer than <see cref="Enough"/>.</summary>
    public long? Median => Rank(50);

    /// <summary>The 90th percentile; null for fewer than <see cref="Enough"/>.</summary>
    public long? Ninety => Rank(90);

    public static Sample Of(Quarter quarter, IEnumerable<long> points) => new(quarter, [.. points.Order()]);

    /// <summary>By nearest rank: always one of the figures, never something between two.</summary>
    private long? Rank(int percent) => Count < Enough ? null : Points[(((Count * percent) + 99) / 100) - 1];
}
