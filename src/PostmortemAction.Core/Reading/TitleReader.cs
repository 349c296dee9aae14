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

    public static string? Of(string body)
    {
        var front = FrontMatter.Read(PlainText.Clean(body));
        if (front.Title is { } title)
        {
            return title;
        }

        var candidates = Candidates(Tidy.Lines(front.Body)).ToList();
        return candidates.FirstOrDefault(candidate => !IsGeneric(candidate)) ?? (candidates.Count > 0 ? candidates[0] : null);
    }

    private static IEnumerable<string> Candidates(string[] lines)
    {
        var none = new Dictionary<string, string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Trim('*', '_', '#', ' ', '>') is { Length: > 6 } bare && bare.StartsWith("title", StringComparison.OrdinalIgnoreCase) && bare.IndexOf(':', StringComparison.Ordinal) is >= 5 and <= 8 and var colon)
            {
                yield return bare[(colon + 1)..].Trim('*', '_', ' ');
                yield break;
            }

            var named = NamedLine.Read(line, none);
            if (named?.Id is not null)
            {
                yield break;
            }

            var isHeading = named is not null;
            var text = isHeading ? named!.Label : line.Trim('*', '_', ' ');
            var isAlone = i + 1 >= lines.Length || lines[i + 1].Trim().Length == 0;
            var isTitle = text.Length is > 2 and <= 120 && !Pictures.IsOnlyPicture(line) && !text.Contains("://", StringComparison.Ordinal) && !Tidy.IsItem(line)
                && (isHeading || (line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal)) || (isAlone && !".!?:,;".Contains(text[^1], StringComparison.Ordinal) && text.Split(' ').Length <= 14));
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

    private static bool IsGeneric(string title) => Generic.Contains(PlainText.Fold(title).Trim('.', ':', '*', '_', '#', ' '));
}
