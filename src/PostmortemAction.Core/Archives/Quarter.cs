using System.Globalization;
using NodaTime;

namespace PostmortemAction.Core.Archives;

/// <summary>A quarter of a calendar year.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>Its place on the line of all quarters.</summary>
    public int Index => (Year * 4) + Number - 1;

    public static Quarter Of(LocalDate date) => new(date.Year, (date.Month + 2) / 3);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4} Q{Number}");
}
