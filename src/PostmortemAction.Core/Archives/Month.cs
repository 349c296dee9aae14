using System.Globalization;
using NodaTime;

namespace PostmortemAction.Core.Archives;

/// <summary>A month of a calendar year.</summary>
public readonly record struct Month(int Year, int Number)
{
    /// <summary>Its place on the line of all months.</summary>
    public int Index => (Year * 12) + Number - 1;

    public static Month Of(LocalDate date) => new(date.Year, date.Month);

    public static Month At(int index) => new(index / 12, (index % 12) + 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");
}
