namespace PostmortemAction.Core.Bodies;

/// <summary>The part of a body that is ours. What people write above and below it stays.</summary>
public static class OwnBlock
{
    private const string Begin = "<!-- postmortem-action begin -->";
    private const string End = "<!-- postmortem-action end -->";

    public static string Wrap(string text) => $"{Begin}\n{text.Trim('\n')}\n{End}";

    /// <summary>The body with our part replaced; null when somebody took our part out, and then it stays out.</summary>
    public static string? Replace(string body, string block)
    {
        var text = Normal(body);
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        // The last one: what people wrote may have brought an end of its own into our part.
        var end = text.LastIndexOf(End, StringComparison.Ordinal);
        return start < 0 || end < start ? null : text[..start] + block + text[(end + End.Length)..];
    }

    /// <summary>Bodies edited in a browser carry CRLF.</summary>
    public static string Normal(string body) => body.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
}
