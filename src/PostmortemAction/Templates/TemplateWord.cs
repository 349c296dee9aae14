using System.Text.RegularExpressions;

namespace PostmortemAction.Templates;

/// <summary>One word of a tag.</summary>
/// <param name="Up">Of a path: the <c>../</c> before it.</param>
/// <param name="Rest">Of a path: the names in it; empty for <c>this</c> and <c>..</c>.</param>
internal sealed partial record TemplateWord(TemplateWord.Sort Of, string Text, int Start, string Up = "", string Rest = "")
{
    internal enum Sort
    {
        Path,

        /// <summary><c>@root</c> and what is below it.</summary>
        Root,

        /// <summary><c>@index</c>, <c>@key</c> and the like: what a loop knows.</summary>
        Variable,

        Literal,

        /// <summary><c>name=</c></summary>
        Key,

        /// <summary><c>as |name|</c></summary>
        Names,
        Open,
        Close,

        /// <summary>No word of the language.</summary>
        None,
    }

    public int End => Start + Text.Length;

    /// <summary>Of a path: its first name, unless it says where it starts, as <c>../a</c> and <c>this.a</c> do.</summary>
    public string First => Of == Sort.Path && Text == Rest ? Rest.Split('.', '/')[0] : "";

    public static IReadOnlyList<TemplateWord> Split(string text)
    {
        var words = new List<TemplateWord>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var match = Pattern().Match(text, i);
            var word = !match.Success ? new(Sort.None, text[i..], i)
                : text[i] is '(' ? new(Sort.Open, "(", i)
                : text[i] is ')' ? new(Sort.Close, ")", i)
                : match.Groups["literal"].Success ? new(Sort.Literal, match.Value, i)
                : match.Groups["names"].Success ? new(Sort.Names, match.Value, i)
                : match.Groups["key"].Success ? new(Sort.Key, match.Value, i)
                : match.Groups["variable"].Success ? new(Sort.Variable, match.Value, i)
                : new TemplateWord(text[i] == '@' ? Sort.Root : Sort.Path, match.Value, i, match.Groups["up"].Value, match.Groups["rest"].Value);
            words.Add(word);
            i = word.End;
        }

        return words;
    }

    // A name starts with a letter; what does not fits between brackets.
    [GeneratedRegex(
        """
        \G(?:
          \( | \)
          | (?<names> as \s+ \| [A-Za-z_\s]* \| )
          | (?<key> [A-Za-z]+ = )
          | (?:
              (?<literal> "[^"]*" | '[^']*' | -?[0-9]{1,9}(?:\.[0-9]{1,9})? | true | false | null )
              | (?<variable> @(?:index|key|first|last|value) )
              | @root (?: [./] (?<rest> (?:[A-Za-z_][\w-]*|[0-9]+|\[[\w\ -]+\]) (?:[./](?:[A-Za-z_][\w-]*|[0-9]+|\[[\w\ -]+\]))* ) )?
              | (?<up> (?:\.\./)* ) (?:
                  \.\. | \. | this
                  | (?:\./|this[./])? (?<rest> (?:[A-Za-z_][\w-]*|\[[\w\ -]+\]) (?:[./](?:[A-Za-z_][\w-]*|[0-9]+|\[[\w\ -]+\]))* )
                )
            ) (?=[\s()]|\z)
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
