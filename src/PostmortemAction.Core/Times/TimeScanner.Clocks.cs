using NodaTime;

namespace PostmortemAction.Core.Times;

/// <content>Times of day: 24 and 12 hours, French and dotted ones, and those of the military.</content>
public sealed partial class TimeScanner
{
    /// <summary>Whether the last time read carried AM or PM.</summary>
    private string? half;

    private LocalTime? ReadTime(ref int i)
    {
        // 0830HRS, 0830 hrs
        if (Number(i, 4) is { } military && At(i).Text.Length == 4 && (Has(i + 1, "hrs") || Has(i + 1, "h")))
        {
            i += 2;
            return Clock(military / 100, military % 100, 0);
        }

        if (Number(i) is not { } hour)
        {
            return null;
        }

        // A number that ends a longer one (3.10:05, -10:05) is still read; one glued behind a letter other than T is not.
        if (i > 0 && !tokens[i].Spaced && tokens[i - 1].IsWord && !tokens[i - 1].Is("T"))
        {
            return null;
        }

        // The minutes of a time that could not be read are no hours: "2.15 PM", "10 ; 05 AM".
        var isTail = i >= 2 && tokens[i - 1].Text is "." or ":" or ";" && tokens[i - 2].IsNumber;
        var next = i + 1;
        var (minute, second) = (0, 0);
        var clock = false;
        if (ReadFrenchOrDotted(ref next) is { } minutesOnly)
        {
            clock = true;
            minute = minutesOnly;
        }
        else if (Has(next, ":") && !tokens[next].Spaced && Number(next + 1) is { } minutes && At(next + 1).Text.Length == 2 && !At(next + 1).Spaced)
        {
            clock = true;
            minute = minutes;
            next += 2;
            if (Has(next, ":") && !tokens[next].Spaced && Number(next + 1) is { } seconds && At(next + 1).Text.Length == 2 && !At(next + 1).Spaced)
            {
                second = seconds;
                next += 2;
                if (Has(next, ".") && tokens.Has(next + 1) && tokens[next + 1] is { IsNumber: true, Spaced: false })
                {
                    next += 2;
                }
            }
        }

        half = Half(ref next, clock);
        if (!clock && (half is null || isTail))
        {
            return null;
        }

        if (clock && half is null && (Has(next, "hrs") || Has(next, "hr") || Has(next, "uhr")))
        {
            next++;
        }

        // 14:15 pm is 14:15; 12 AM is midnight; 12 PM is noon.
        hour = half switch
        {
            "am" when hour == 12 => 0,
            "pm" when hour < 12 => hour + 12,
            _ => hour,
        };
        if (Clock(hour, minute, second) is not { } time)
        {
            return null;
        }

        i = next;
        return time;
    }

    private string? Half(ref int i, bool clock)
    {
        if (Has(i, "am") || Has(i, "pm"))
        {
            return tokens[i++].Text.ToLowerInvariant();
        }

        // 11:21a, 12:28p
        if (clock && (Has(i, "a") || Has(i, "p")) && !tokens[i].Spaced && !Has(i + 1, "."))
        {
            return tokens[i++].Text.ToLowerInvariant() + "m";
        }

        if ((Has(i, "a") || Has(i, "p")) && Has(i + 1, ".") && Has(i + 2, "m") && !tokens[i + 2].Spaced)
        {
            var half = tokens[i].Text.ToLowerInvariant() + "m";
            i += Has(i + 3, ".") ? 4 : 3;
            return half;
        }

        return null;
    }

    /// <summary><c>14h30</c>, and <c>2.15 PM</c> or <c>10 : 05 AM</c> where the half of the day says that it is a time.</summary>
    private int? ReadFrenchOrDotted(ref int i)
    {
        if (Number(i + 1) is not { } minutes || At(i + 1).Text.Length != 2)
        {
            return null;
        }

        var isFrench = Has(i, "h") && !tokens[i].Spaced && !At(i + 1).Spaced && !Has(i + 2, "m") && !Has(i + 2, "min");
        var isHalved = At(i).Text is "." or ";" or ":" && (Has(i + 2, "am") || Has(i + 2, "pm") || ((Has(i + 2, "a") || Has(i + 2, "p")) && Has(i + 3, ".") && Has(i + 4, "m")));
        if (!isFrench && !isHalved)
        {
            return null;
        }

        i += 2;
        return minutes;
    }

    private static LocalTime? Clock(int hour, int minute, int second) =>
        hour <= 23 && minute <= 59 && second <= 59 ? new LocalTime(hour, minute, second) : null;
}
