using System.Globalization;

namespace PostmortemAction.Core.Text;

/// <summary>Counts in sentences.</summary>
public static class Words
{
    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
