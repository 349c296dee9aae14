using NodaTime;

namespace PostmortemAction.Core.Plans;

/// <summary>Of more than one run may look at, those whose turn it is: always the first ones, and the others never came.</summary>
public static class Turns
{
    /// <summary>All, where they are few. Else as many as may be, the same all day long and from others on each day.</summary>
    /// <param name="all">In an order that stays: who is taken out for having been looked at moves the others, and some of them may be passed over.</param>
    /// <param name="most">How many one run may look at.</param>
    public static IReadOnlyList<T> On<T>(LocalDate day, IReadOnlyList<T> all, int most)
    {
        if (all.Count <= most)
        {
            return all;
        }

        if (most <= 0)
        {
            return [];
        }

        var parts = (all.Count + most - 1) / most;
        while (parts % 2 == 0 || parts % 7 == 0)
        {
            // A run every week, or every second one, would only ever meet some of them.
            parts++;
        }

        var first = Period.DaysBetween(LocalDate.MinIsoValue, day) % parts * all.Count / parts;
        return [.. Enumerable.Range(first, most).Select(place => all[place % all.Count])];
    }
}
