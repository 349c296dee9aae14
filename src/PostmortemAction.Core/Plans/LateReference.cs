using System.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>
/// Stands in a planned text for what is known only after an earlier change of the plan was made, such as the number of an issue to be created.
/// It is framed by private-use characters, which <see cref="Text.PlainText.Clean"/> takes out of people's text.
/// </summary>
public static class LateReference
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    /// <summary>A link to the pull request, or to where a person can open it.</summary>
    public const string PullRequest = "pull-request";

    /// <summary>The number of a task's follow-up issue.</summary>
    public static string FollowUp(string taskKey) => $"follow-up {taskKey}";

    public static string Placeholder(string name) => $"{Open}{name}{Close}";

    public static bool IsIn(string text) => text.Contains(Open, StringComparison.Ordinal);

    /// <summary>Puts what is known in; what is not yet known stays.</summary>
    public static string Resolve(string text, IReadOnlyDictionary<string, string> known)
    {
        var resolved = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf(Close, at) is var close and >= 0)
        {
            var open = text.LastIndexOf(Open, close, close - at + 1);
            var value = open < 0 ? null : known.GetValueOrDefault(text[(open + 1)..close]);
            resolved.Append(text, at, (value is null ? close + 1 : open) - at).Append(value);
            at = close + 1;
        }

        return resolved.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The place, or the beginning of the reference that it is within.</summary>
    internal static int Before(string text, int at) =>
        at > 0 && text.LastIndexOf(Open, at - 1) is var open and >= 0 && text.IndexOf(Close, open) is var close && (close < 0 || close >= at) ? open : at;

    /// <summary>For showing a plan to people: each open reference as a word.</summary>
    public static string Describe(string text) =>
        text.Replace(Open, '<').Replace(Close, '>');
}
