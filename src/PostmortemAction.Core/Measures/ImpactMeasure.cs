using System.Globalization;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Measures;

/// <summary>The impact in a number, with its formula and what went into it.</summary>
public sealed record ImpactMeasure(string Title, string Value, string How)
{
    /// <summary>As far as the facts allow: without duration or share of users there is none.</summary>
    public static IReadOnlyList<ImpactMeasure> Of(Measure duration, double? usersPercent, ServiceLevel? promise)
    {
        if (duration.Minutes is not { } minutes || usersPercent is not { } users)
        {
            return [];
        }

        var outage = (decimal)users / 100 * minutes;
        var measures = new List<ImpactMeasure>
        {
            new("Full-outage minutes", $"{Number(outage)} min", $"`users_affected_percent x duration` = {Number((decimal)users)} % x {minutes.ToString(CultureInfo.InvariantCulture)} min"),
        };
        if (promise is { BudgetMinutes: var budget })
        {
            measures.Add(new(
                "Error budget burned",
                $"{Number(outage / budget * 100)} %",
                $"`full-outage minutes / budget` = {Number(outage)} min / {Number(budget)} min, the budget of {promise}"));
        }

        return measures;
    }

    private static string Number(decimal number) => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
