using System.Globalization;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.TaskLists;

/// <summary>A link to an issue, as documents have it: <c>[#45](https://…/issues/45)</c>, or only <c>#45</c>.</summary>
internal static class IssueLink
{
    /// <summary>Where the link ends that begins there; null where none does.</summary>
    public static int? At(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("[#") && text.IndexOf("](", start, StringComparison.Ordinal) is > 0 and var middle
            && text.IndexOf(')', middle) is > 0 and var close && (!text.AsSpan(start, middle - start).Contains(' ') || LateReference.IsIn(text[start..middle])))
        {
            return close + 1;
        }

        var digits = text.AsSpan(start).StartsWith("#") ? text.AsSpan(start + 1).IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length - start - 1 : 0;
        return digits is > 0 and < 10 && (start + 1 + digits == text.Length || text[start + 1 + digits] is ' ' or ':') ? start + 1 + digits : null;
    }

    /// <summary>The number of the link; null before it has one.</summary>
    public static int? Number(string link)
    {
        var text = link.TrimStart('[').TrimStart('#');
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? text[..end] : text;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
