using System.Globalization;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.TaskLists;

/// <summary>A link to an issue, as documents have it: <c>[#45](https://…/issues/45)</c>, or only <c>#45</c>; one of another repository is <c>[acme/login#45](…)</c>.</summary>
internal static class IssueLink
{
    /// <summary>Where the link ends that begins there; null where none does.</summary>
    public static int? At(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("[") && IsReference(text.AsSpan(start + 1)) && text.IndexOf("](", start, StringComparison.Ordinal) is > 0 and var middle
            && text.IndexOf(')', middle) is > 0 and var close && (!text.AsSpan(start, middle - start).Contains(' ') || LateReference.IsIn(text[start..middle])))
        {
            return close + 1;
        }

        if (!IsReference(text.AsSpan(start)))
        {
            return null;
        }

        start = text.IndexOf('#', start) + 1;
        var digits = text.AsSpan(start).IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length - start;
        return digits is > 0 and < 10 && (start + digits == text.Length || text[start + digits] is ' ' or ':') ? start + digits : null;
    }

    /// <summary>The issue of the link; null before it has a number.</summary>
    public static IssueKey? Issue(string link)
    {
        var text = link.TrimStart('[');
        var (repository, number) = (text[..text.IndexOf('#', StringComparison.Ordinal)], text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        var digits = number.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? number[..end] : number;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? new(repository.Length == 0 ? null : repository, known) : null;
    }

    /// <summary>Whether it begins with <c>#</c>, or with a repository's name and <c>#</c>.</summary>
    internal static bool IsReference(ReadOnlySpan<char> text) =>
        text.IndexOf('#') is var mark && (mark == 0 || (mark is > 0 and <= 140 && GitHubNames.IsRepository(text[..mark].ToString())));
}
