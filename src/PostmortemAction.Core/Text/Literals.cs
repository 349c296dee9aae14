namespace PostmortemAction.Core.Text;

/// <summary>Literal characters of people's Markdown that would act for themselves or together with what stands next to them.</summary>
internal static class Literals
{
    public static void Patch(string source, int start, int end, SourcePatches patches, BareLinks links, bool isLine, bool escapesBars)
    {
        for (var i = start; i < end; i++)
        {
            var next = i + 1 < source.Length ? source[i + 1] : '\0';
            switch (source[i])
            {
                case '\\' when i + 1 < end && IsPunctuation(next):
                    if (next == '<')
                    {
                        patches.Replace(i, i + 2, "&lt;");
                    }

                    i++;
                    break;
                case '\\' when isLine && next == '\0':
                    // It would escape what we write behind the line.
                    patches.Insert(i, "\\");
                    break;
                case '<':
                    patches.Replace(i, i + 1, "&lt;");
                    break;
                case '$' or '{' or '}' when links.Contains(i):
                    patches.Replace(i, i + 1, Uri.HexEscape(source[i]));
                    break;
                case '{':
                    patches.Replace(i, i + 1, Neutral.Brace(next));
                    break;
                case '$':
                // A formula: https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions.
                case '`' when isLine:
                // It would find its other half in what follows the line.
                case '[' when next == '^':
                // A footnote.
                case ']' when next is '(' or ':':
                // With the bracket of a link that we made text, or as a definition.
                case '|' when escapesBars:
                    patches.Insert(i, "\\");
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Can be escaped: https://spec.commonmark.org/0.31.2/#backslash-escapes.</summary>
    public static bool IsPunctuation(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));
}
