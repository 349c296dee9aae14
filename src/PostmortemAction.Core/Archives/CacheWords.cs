namespace PostmortemAction.Core.Archives;

/// <summary>
/// Sentences of ours that <c>index.json</c> keeps. They come onto a page as they are, so what somebody wrote there in their place must not: people's words
/// stand in code spans, and nothing outside of them acts.
/// </summary>
internal static class CacheWords
{
    public static bool AreOurs(string sentence)
    {
        if (sentence.Contains("<!--", StringComparison.Ordinal) || sentence.Any(char.IsControl))
        {
            return false;
        }

        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] is '<' or '&' or '@' or '#' or '[')
            {
                return false;
            }

            if (sentence[i] == '`')
            {
                var length = Run(sentence, i);
                i = (End(sentence, i + length, length) ?? (i + length)) - 1;
            }
        }

        return true;
    }

    /// <summary>Where a code span ends; null where it does not.</summary>
    private static int? End(string sentence, int from, int length)
    {
        for (var at = sentence.IndexOf('`', from); at >= 0; at = sentence.IndexOf('`', at))
        {
            var run = Run(sentence, at);
            at += run;
            if (run == length)
            {
                return at;
            }
        }

        return null;
    }

    private static int Run(string sentence, int at)
    {
        var end = sentence.AsSpan(at).IndexOfAnyExcept('`');
        return end < 0 ? sentence.Length - at : end;
    }
}
