using System.Globalization;

namespace PostmortemAction.Core.Text;

/// <summary>Counts in sentences.</summary>
public static class Words
{
    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>Several counts; of what there is nothing of, nothing is said.</summary>
    public static string Counts(string between, params IEnumerable<(int Count, string One, string Many)> counts) =>
        string.Join(between, counts.Where(each => each.Count > 0).Select(each => Count(each.Count, each.One, each.Many)));
}
