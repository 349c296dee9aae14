using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>Sentences of running text.</summary>
public static class Sentence
{
    /// <summary>What is longer is no opening but the story.</summary>
    private const int LongestOpening = 400;

    /// <summary>The first sentence: up to a full stop, question or exclamation mark that a capital, a digit or nothing follows.</summary>
    public static string First(string text)
    {
        var line = PlainText.Line(text);
        return line[..End(line, 0)];
    }

    /// <summary>How a text begins: the first two sentences of its first paragraph; the first item of a list; nothing of a picture, a table or code.</summary>
    public static string Opening(string text)
    {
        var items = ItemReader.Read(text, hasCode: true).Where(item => !Pictures.IsOnlyPicture(item.Text) && Headings.Label(item.Text) is null).ToList();
        var first = items.TakeWhile(item => item.Block == items[0].Block).Select(item => item.Text);
        var opening = string.Join(' ', All(string.Join(' ', first)).Take(2));
        return opening.Length <= LongestOpening ? opening
            : First(opening) is { Length: <= LongestOpening } sentence ? sentence
            : opening.LastIndexOf(' ', LongestOpening) is > 0 and var end ? $"{opening[..end]} …" : "";
    }

    /// <summary>The sentences of a line, in order.</summary>
    public static IReadOnlyList<string> All(string text)
    {
        var line = PlainText.Line(text);
        var all = new List<string>();
        for (var (at, end) = (0, 0); at < line.Length; at = end + 1)
        {
            end = End(line, at);
            all.Add(line[at..end]);
        }

        return all;
    }

    /// <summary>Where the sentence that begins there ends, exclusive; one blank follows, or nothing.</summary>
    private static int End(string line, int start)
    {
        for (var i = start; i < line.Length - 2; i++)
        {
            if (line[i] is '.' or '!' or '?' && line[i + 1] == ' ' && !(char.IsLower(line[i + 2]) || IsAbbreviation(line, i)))
            {
                return i + 1;
            }
        }

        return line.Length;
    }

    private static bool IsAbbreviation(string line, int stop)
    {
        if (line[stop] != '.')
        {
            return false;
        }

        var word = line[(line.LastIndexOf(' ', stop) + 1)..stop].ToLowerInvariant();
        return word is "a.m" or "p.m" or "e.g" or "i.e" or "etc" or "vs" or "approx" or "no" or "mr" or "mrs" or "dr";
    }
}
