using System.Buffers;
using System.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>
/// Makes Markdown of what people paste from other programs: bullets that are no Markdown, numbers glued to their text, random indentation
/// (which Markdown takes for code), tags of HTML around lines. Code fences stay as they are.
/// </summary>
public static class Tidy
{
    private const string Bullets = "•●◦‣▪∙·○■➢➤✓✔";

    private static readonly SearchValues<char> InTagName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <param name="keepsCode">Whether a block of lines indented by four stays code.</param>
    public static string[] Lines(string text, bool keepsCode = false)
    {
        // A picture whose address stands on the next line.
        var lines = WithoutComments(PlainText.Clean(text)).Replace("](\n", "](", StringComparison.Ordinal).Split('\n');
        var fenced = Fences.Inside(lines);
        var tidy = new string[lines.Length];
        var list = new Stack<(int Indent, int? Number)>();
        for (var i = 0; i < lines.Length; i++)
        {
            var isCode = keepsCode && list.Count == 0 && lines[i].StartsWith("    ", StringComparison.Ordinal)
                && (i == 0 || lines[i - 1].Trim().Length == 0 || lines[i - 1].StartsWith("    ", StringComparison.Ordinal));
            tidy[i] = fenced[i] || isCode ? lines[i] : Line(lines[i], list);
            if (i > 0 && !fenced[i] && Underlines(tidy[i]) is { } level && tidy[i - 1].Trim() is { Length: > 0 and <= 120 } above && !IsItem(above) && above[0] is not ('#' or '|' or '>'))
            {
                (tidy[i - 1], tidy[i]) = ($"{level} {above}", "");
            }
        }

        return tidy;
    }

    /// <summary>What nobody sees is nobody's statement; the line ends stay.</summary>
    private static string WithoutComments(string text)
    {
        var start = text.IndexOf("<!--", StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        while (start >= 0 && text.IndexOf("-->", start + 4, StringComparison.Ordinal) is var end and >= 0)
        {
            result.Append(text, at, start - at).Append('\n', text.AsSpan(start, end - start).Count('\n'));
            at = end + 3;
            start = text.IndexOf("<!--", at, StringComparison.Ordinal);
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static string Line(string line, Stack<(int Indent, int? Number)> list)
    {
        var text = WithoutTags(line).Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace("\t", "    ", StringComparison.Ordinal);
        var content = text.Trim();
        var indent = text.Length - text.TrimStart().Length;
        if (content.Length == 0)
        {
            return "";
        }

        if (Bullets.Contains(content[0], StringComparison.Ordinal))
        {
            content = "- " + content[1..].TrimStart();
        }

        content = Spaced(Numbered(content));
        if (!IsItem(content))
        {
            // Text below a list item belongs to it only where it is indented deeper than the item.
            if (list.Count > 0 && indent <= list.Peek().Indent)
            {
                list.Clear();
            }

            return list.Count > 0 ? new string(' ', 3 * list.Count) + content : content;
        }

        // Whatever the indentation, 2 follows 1.
        var number = Number(content);
        var isNext = number is > 1 && list.Any(open => open.Number == number - 1);
        while (list.Count > 0 && (isNext ? list.Peek().Number != number - 1 : indent <= list.Peek().Indent))
        {
            list.Pop();
        }

        if (isNext)
        {
            indent = list.Pop().Indent;
        }

        list.Push((indent, number));
        return new string(' ', 3 * (list.Count - 1)) + content;
    }

    /// <summary>A heading is underlined with <c>=</c> or <c>-</c>: https://spec.commonmark.org/0.31.2/#setext-headings.</summary>
    private static string? Underlines(string line) =>
        line.Length < 3 ? null : line.All(c => c == '=') ? "#" : line.All(c => c == '-') ? "##" : null;

    /// <summary><c>#Title</c> as people write it, <c># Title</c> as it is meant.</summary>
    private static string Spaced(string content)
    {
        var level = content.Length - content.TrimStart('#').Length;
        return level is >= 1 and <= 6 && content.Length > level && char.IsLetter(content[level]) ? $"{content[..level]} {content[level..]}" : content;
    }

    /// <summary><c>1, text</c>, <c>1) text</c> and <c>10.12:30 PM</c> as <c>1. text</c>.</summary>
    private static string Numbered(string content)
    {
        var digits = content.Length - content.TrimStart("0123456789".ToCharArray()).Length;
        if (digits is 0 or > 2 || digits >= content.Length - 1 || content[digits] is not ('.' or ',' or ')'))
        {
            return content;
        }

        if (Times.TimeScanner.AtHead(content) is { Start: 0 } time && time.End > digits + 2)
        {
            // 2.15 PM
            return content;
        }

        var rest = content[(digits + 1)..];
        var isGluedTime = content[digits] == '.' && char.IsAsciiDigit(rest[0]) && Times.TimeScanner.AtHead(rest) is { Time: not null, Start: 0 };
        return rest[0] == ' ' || isGluedTime || (char.IsLetter(rest[0]) && content[digits] != ',') ? $"{content[..digits]}. {rest.TrimStart()}" : content;
    }

    private static int? Number(string content)
    {
        var digits = content.Length - content.TrimStart("0123456789".ToCharArray()).Length;
        return digits is 1 or 2 && IsItem(content) ? int.Parse(content[..digits], System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    public static bool IsItem(string content)
    {
        if (content.Length > 1 && content[0] is '-' or '*' or '+' && content[1] == ' ')
        {
            return true;
        }

        var digits = content.Length - content.TrimStart("0123456789".ToCharArray()).Length;
        return digits is 1 or 2 && content.Length > digits + 1 && content[digits] is '.' or ')' && content[digits + 1] == ' ';
    }

    /// <summary>Breaks and paragraphs go, items and headings become Markdown; a link keeps its text, a picture stays.</summary>
    private static string WithoutTags(string line)
    {
        if (!line.Contains('<', StringComparison.Ordinal))
        {
            return line;
        }

        var result = new StringBuilder(line.Length);
        var end = line.IndexOf('>', StringComparison.Ordinal);
        for (var i = 0; i < line.Length; i++)
        {
            end = end >= 0 && end < i ? line.IndexOf('>', i) : end;
            var name = end < 0 || line[i] != '<' ? "" : TagName(line.AsSpan((i + 1)..end));
            switch (name)
            {
                case "li":
                    result.Append(line[i + 1] == '/' ? "" : "- ");
                    break;
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    result.Append(line[i + 1] == '/' ? "" : new string('#', name[1] - '0') + " ");
                    break;
                case "b" or "strong":
                    result.Append("**");
                    break;
                case "br" or "p" or "ul" or "ol" or "div" or "span" or "center" or "u" or "i" or "em" or "a" or "hr" or "font" or "small" or "details" or "summary" or "section":
                    break;
                default:
                    result.Append(line[i]);
                    continue;
            }

            i = end;
        }

        return result.ToString();
    }

    private static string TagName(ReadOnlySpan<char> tag)
    {
        var rest = tag.TrimStart("/ ");
        var name = rest[..(rest.IndexOfAnyExcept(InTagName) is >= 0 and var end ? end : rest.Length)];
        return name.Length == rest.Length || rest[name.Length] is ' ' or '/' or '\t' ? name.ToString().ToLowerInvariant() : "";
    }
}
