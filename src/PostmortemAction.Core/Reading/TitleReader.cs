using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>The title of a document that no issue gives one: in its front matter, else a heading or a short line before its first section.</summary>
public static class TitleReader
{
    /// <summary>Titles that only say what kind of document it is.</summary>
    private static readonly string[] Generic =
    [
        "postmortem", "post mortem", "post-mortem", "my first postmortem", "my first post mortem", "my first post-mortem", "postmortem report", "incident report", "postmortem template",
        "incident postmortem", "outage postmortem", "0x19 postmortem", "0x19. postmortem", "first postmortem", "web stack debugging postmortem",
    ];

    /// <summary>Nobody's own names: a title is a title in whatever words the form asks.</summary>
    private static readonly Dictionary<string, string> NoLabels = [];

    public static string? Of(string body)
    {
        var front = FrontMatter.Read(PlainText.Clean(body));
        if (front.Title is { } title)
        {
            return title;
        }

        var lines = Tidy.Lines(front.Body);
        var fenced = Fences.Inside(lines);
        if (Highest(lines, fenced, isOurs: front.Values.ContainsKey("incident")) is { } heading)
        {
            return heading;
        }

        var candidates = Candidates(lines, fenced).ToList();
        return candidates.FirstOrDefault(candidate => !IsGeneric(candidate)) ?? (candidates.Count > 0 ? candidates[0] : null);
    }

    /// <summary>The first heading of level one before the first section, unless it only says what kind of document it is or is a section itself.</summary>
    /// <param name="isOurs">Whether we wrote the document: then it is the title, whatever it says.</param>
    private static string? Highest(string[] lines, bool[] fenced, bool isOurs)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (fenced[i])
            {
                continue;
            }

            var named = NamedLine.Read(lines[i], NoLabels);
            if (!IsHighest(lines[i]))
            {
                if (named?.Id is not null)
                {
                    return null;
                }

                continue;
            }

            var text = Seen(Headings.Name(lines[i])!);
            if (isOurs)
            {
                return text;
            }

            if (named?.Id is not null)
            {
                return NamesMore(named) && !Enumerable.Range(i + 1, lines.Length - i - 1).Any(next => !fenced[next] && IsHighest(lines[next])) ? text : null;
            }

            if (text.Length > 0 && !Pictures.IsOnlyPicture(Headings.Name(lines[i])!) && !IsGeneric(text))
            {
                return OfLabel(text) ?? text;
            }
        }

        return null;
    }

    private static bool IsHighest(string line) => line is ['#', ' ', ..];

    /// <summary>"Tasks are not processed" and "Impact: nobody can pay", but not "Tasks" and "Timeline (in UTC)". Where each section has a heading as high, it is one of them.</summary>
    private static bool NamesMore(NamedLine named) => named.Value is { Length: > 0 } value ? value[0] != '(' : NamedLine.IdOf(named.Label) is null;

    private static IEnumerable<string> Candidates(string[] lines, bool[] fenced)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (OfLabel(line.Trim('*', '_', '#', ' ', '>')) is { } labelled)
            {
                yield return labelled;
                yield break;
            }

            var named = NamedLine.Read(line, NoLabels);
            if (fenced[i] || named?.Id is not null)
            {
                yield break;
            }

            var isHeading = named is not null;
            var text = Seen(isHeading ? Headings.Name(line)! : line);
            var isAlone = i + 1 >= lines.Length || lines[i + 1].Trim().Length == 0;
            var isTitle = text.Length is > 2 and <= 120 && !Pictures.IsOnlyPicture(line) && !Tidy.IsItem(line)
                && (isHeading || (!line.Contains("://", StringComparison.Ordinal)
                    && ((line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal)) || (isAlone && !".!?:,;".Contains(text[^1], StringComparison.Ordinal) && text.Split(' ').Length <= 14))));
            if (isTitle)
            {
                yield return text;
            }
            else if (line.Length > 0 && !Pictures.IsOnlyPicture(line) && text.Contains(' ', StringComparison.Ordinal))
            {
                // Running text: what follows is no title any more.
                yield break;
            }
        }
    }

    /// <summary>What stands behind <c>Title:</c>.</summary>
    private static string? OfLabel(string line) =>
        line.Length > 6 && line.StartsWith("title", StringComparison.OrdinalIgnoreCase) && line.IndexOf(':', StringComparison.Ordinal) is >= 5 and <= 8 and var colon
            ? line[(colon + 1)..].Trim('*', '_', ' ') : null;

    private static string Seen(string markdown) => HeadingText.Of(markdown).Trim(' ', ':');

    private static bool IsGeneric(string title) => Generic.Contains(PlainText.Fold(title).Trim('.', ':', '*', '_', '#', ' '));
}
