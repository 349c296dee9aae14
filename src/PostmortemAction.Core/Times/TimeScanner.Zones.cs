namespace PostmortemAction.Core.Times;

/// <content>Zones behind a time, or in a phrase about all times.</content>
public sealed partial class TimeScanner
{
    /// <param name="mayBeNegative">Whether <c>-04:00</c> right behind the time is an offset; else it is the end of a range.</param>
    private WrittenZone? ReadZone(ref int i, bool mayBeNegative = false)
    {
        var bracket = Has(i, "(") || Has(i, "[");
        var from = bracket ? i + 1 : i;
        var next = from;
        if (ReadZoneName(ref next, mayBeNegative) is not { } zone)
        {
            return null;
        }

        if (bracket)
        {
            // "(UTC)" ends with its bracket; "(UTC, all times)" is left to the text.
            if (!Has(next, ")") && !Has(next, "]"))
            {
                return null;
            }

            next++;
        }

        i = next;
        return zone;
    }

    private WrittenZone? ReadZoneName(ref int i, bool mayBeNegative = false)
    {
        if (!tokens.Has(i))
        {
            return null;
        }

        var first = tokens[i];

        // Right behind the time: Z, +01:00, -0400; apart from it only with minutes.
        var isApart = first.Spaced && !(Has(i + 2, ":") && !At(i + 1).Spaced);
        if (!isApart && (Sign(i) > 0 || (Sign(i) < 0 && (mayBeNegative || At(i + 1).Text.Length == 4))) && ReadOffset(ref i) is { } glued)
        {
            return glued;
        }

        if (!first.IsWord)
        {
            return null;
        }

        // Europe/Berlin, America/Argentina/Buenos_Aires
        if (Has(i + 1, "/"))
        {
            var next = i + 2;
            while (tokens.Has(next + 1) && Has(next + 1, "/"))
            {
                next += 2;
            }

            if (tokens.Has(next) && tokens[next].IsWord)
            {
                var name = string.Concat(Enumerable.Range(i, next - i + 1).Select(k => tokens[k].Text));
                if (ZoneNames.TryFind(name, out var zone))
                {
                    i = next + 1;
                    return new(name, zone);
                }
            }
        }

        if (ReadZonePhrase(ref i) is { } phrase)
        {
            return phrase;
        }

        // Abbreviations count in capitals only: "est", "eat" and "met" are words.
        if (first.Text.Any(char.IsLower) || !ZoneNames.TryFind(first.Text, out var found))
        {
            return null;
        }

        if (first.Text is "UTC" or "GMT" && Sign(i + 1) != 0 && tokens.Has(i + 2) && tokens[i + 2] is { IsNumber: true, Spaced: false })
        {
            var next = i + 1;
            if (ReadOffset(ref next) is { } offset)
            {
                i = next;
                return offset with { Text = first.Text + offset.Text };
            }
        }

        i++;
        return new(first.Text, found);
    }

    /// <summary>"Pacific Time", "Eastern Standard Time", "Greenwich Mean Time".</summary>
    private WrittenZone? ReadZonePhrase(ref int i)
    {
        for (var length = 4; length >= 2; length--)
        {
            if (!Enumerable.Range(i, length).All(k => At(k).IsWord))
            {
                continue;
            }

            var words = string.Join(' ', Enumerable.Range(i, length).Select(k => tokens[k].Text));
            if (ZoneNames.OfPhrase(words) is { } zone)
            {
                i += length;
                return new(words, zone);
            }
        }

        return null;
    }

    /// <summary>The zone that a phrase about the whole text names: "all times in Pacific Time", "All times in GMT+2", "(EAT + 3)".</summary>
    public static WrittenZone? ZoneIn(string text)
    {
        var scanner = new TimeScanner(text);
        for (var i = 0; scanner.tokens.Has(i); i++)
        {
            var next = i;
            if (scanner.tokens[i].IsWord && scanner.ReadZoneName(ref next) is { } zone)
            {
                return zone;
            }
        }

        return null;
    }

    private int Sign(int i) => Has(i, "+") ? 1 : Has(i, "-") || Has(i, "−") ? -1 : 0;

    private WrittenZone? ReadOffset(ref int i)
    {
        var sign = Sign(i);
        if (!tokens.Has(i + 1) || tokens[i + 1].Spaced || Number(i + 1, 4) is not { } number)
        {
            return null;
        }

        var (hours, minutes, next) = (number, 0, i + 2);
        if (At(i + 1).Text.Length > 2)
        {
            (hours, minutes) = (number / 100, number % 100);
        }
        else if (Has(next, ":") && Number(next + 1) is { } written)
        {
            (minutes, next) = (written, next + 2);
        }

        if (hours > 14 || minutes > 59)
        {
            return null;
        }

        var text = string.Concat(Enumerable.Range(i, next - i).Select(k => tokens[k].Text));
        i = next;
        return new(text, ZoneNames.Fixed(sign * (hours * 60 + minutes)));
    }

    /// <summary>No name of a zone has fewer or more letters; and these stand behind a time and name none.</summary>
    private const int ShortestZone = 2;
    private const int LongestZone = 5;

    private static readonly string[] NoZones = ["AM", "PM", "HR", "HRS", "OK"];

    /// <summary>
    /// What stands behind a time in place of a zone and is none that we know, in order: <c>XYZT</c>, <c>Berlin time</c>; and whether the text, its line or
    /// a clause ends with it, as behind a zone and seldom behind another word.
    /// </summary>
    public static IReadOnlyList<(string Name, bool Ends)> UnknownZones(string text)
    {
        var scanner = new TimeScanner(text);
        var found = new List<(string, bool)>();
        for (var i = 0; scanner.tokens.Has(i);)
        {
            var next = i;
            if (scanner.Read(ref next) is not { } time)
            {
                i++;
                continue;
            }

            i = next;
            // A date may stand between: "10:00 XYZT on 14 April".
            if (time is { Time: not null, Zone: null } && scanner.UnknownZone(text, i) is { } unknown)
            {
                found.Add(unknown);
            }
        }

        return found;
    }

    private (string Name, bool Ends)? UnknownZone(string text, int i)
    {
        var from = Has(i, "(") || Has(i, "[") ? i + 1 : i;
        var length = At(from) is { IsWord: true } first && first.Text.Length is >= ShortestZone and <= LongestZone && first.Text.All(char.IsAsciiLetterUpper) && !NoZones.Contains(first.Text) ? 1
            : Enumerable.Range(1, 3).FirstOrDefault(words => Has(from + words, "time") && Enumerable.Range(from, words).All(k => At(k).IsWord && (char.IsUpper(At(k).Text[0]) || At(k).Is("local"))), -1) + 1;
        if (length == 0 || i == 0 || text.AsSpan(tokens[i - 1].End, At(from).Start - tokens[i - 1].End).Contains('\n'))
        {
            return null;
        }

        var last = tokens[from + length - 1];
        var behind = from + length;
        var ends = !tokens.Has(behind) || Closings.Contains(tokens[behind].Text) || Has(behind, "to") || Has(behind, "until") || Has(behind, "on")
            || text.AsSpan(last.End, tokens[behind].Start - last.End).Contains('\n');
        return (text[At(from).Start..last.End], ends);
    }
}
