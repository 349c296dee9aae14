using System.Globalization;
using NodaTime;

namespace PostmortemAction.Core.Settings;

/// <summary>What a team promises (<c>slo: { target: 99.9, window: 30d }</c>).</summary>
/// <param name="Target">The share of the window in which the service works, in percent: more than 0 and less than 100.</param>
/// <param name="Days">The window.</param>
public sealed record ServiceLevel(decimal Target, int Days)
{
    /// <summary>The window of who does not name one.</summary>
    public const int UsualDays = 30;

    /// <summary>The outage that the promise leaves room for: https://sre.google/workbook/implementing-slos/.</summary>
    public decimal BudgetMinutes => (100 - Target) / 100 * Days * NodaConstants.MinutesPerDay;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Target} % in {Days} d");
}
