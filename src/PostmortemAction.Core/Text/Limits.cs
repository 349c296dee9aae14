using System.Globalization;
using System.Text;

namespace PostmortemAction.Core.Text;

/// <summary>
/// How much GitHub takes. What is longer is cut where it can be, and says so: nothing is left out in silence.
/// See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands for summary and annotations; the others are what the API answers.
/// </summary>
public static class Limits
{
    /// <summary>
    /// UTF-16 units of a body. GitHub counts 65,536 characters in one place and 262,144 bytes in another; a unit is at most one character and at most
    /// three bytes, so this fits both with room for what people add.
    /// </summary>
    public const int Body = 60_000;

    /// <summary>The same of a body in which people wrote around our part.</summary>
    public const int WholeBody = 65_000;

    /// <summary>UTF-16 units of a title; GitHub counts characters, which are never more.</summary>
    public const int TitleLength = 256;

    /// <summary>UTF-16 units of an annotation's message; the runner cuts without a word.</summary>
    public const int AnnotationLength = 4096;

    /// <summary>Bytes of the job summary; the runner drops a larger one whole.</summary>
    public const int SummaryBytes = 1024 * 1024;

    /// <param name="where">Where the whole text stands, as the end of the sentence <c>see …</c>.</param>
    public static string OfBody(string markdown, string where, int room = Body) => MarkdownCut.Of(markdown, room, text => text.Length, where);

    public static string Title(string text) => PlainText.Cut(text, TitleLength);

    /// <param name="room">The bytes that are left; where not even the note fits, nothing does.</param>
    public static string OfSummary(string markdown, long room, string where)
    {
        var cut = MarkdownCut.Of(markdown, (int)Math.Clamp(room, 0, SummaryBytes), text => Encoding.UTF8.GetByteCount(text), where);
        return Encoding.UTF8.GetByteCount(cut) <= room ? cut : "";
    }

    public static string OfAnnotation(string message, string where)
    {
        if (message.Length <= AnnotationLength)
        {
            return message;
        }

        var end = CharacterEnds.Before(message, AnnotationLength - Note(message.Length, where).Length - 1);
        return $"{message[..end].TrimEnd()} {Note(Count(message.AsSpan(end)), where)}";
    }

    /// <summary>What stands where a text was cut.</summary>
    internal static string Note(int characters, string where) =>
        $"… cut here: {characters.ToString(CultureInfo.InvariantCulture)} more {(characters == 1 ? "character" : "characters")}, see {where}";

    internal static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
