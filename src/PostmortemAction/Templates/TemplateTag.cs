namespace PostmortemAction.Templates;

/// <summary>One <c>{{…}}</c> of a template, with the place where it stands. Lines and columns count from one.</summary>
/// <param name="Text">What stands between the braces, without white space and white-space marks around it.</param>
internal sealed record TemplateTag(string Text, int Line, int Column, bool IsClosed)
{
    /// <summary>The name behind <c>#</c>, <c>^</c> or <c>/</c>; for another tag its first word.</summary>
    public string Name => Words.FirstOrDefault() ?? "";

    public IEnumerable<string> Words =>
        Text.TrimStart('#', '/', '^', '>', '&').Split([' ', '\t', '\n', '(', ')', '='], StringSplitOptions.RemoveEmptyEntries);

    public static IReadOnlyList<TemplateTag> All(string source)
    {
        var tags = new List<TemplateTag>();
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '\n')
            {
                (line, lineStart) = (line + 1, i + 1);
            }

            if (!source.AsSpan(i).StartsWith("{{"))
            {
                continue;
            }

            var isComment = source.AsSpan(i).StartsWith("{{!--");
            var end = source.IndexOf(isComment ? "--}}" : "}}", i, StringComparison.Ordinal);
            var text = end < 0 ? source[(i + 2)..] : source[(i + 2)..end];
            tags.Add(new(text.Trim('{', '}', '~', ' ', '\t', '\n'), line, i - lineStart + 1, end >= 0));
            if (end < 0)
            {
                break;
            }

            line += source.AsSpan(i, end - i).Count('\n');
            lineStart = source.LastIndexOf('\n', end) + 1;
            i = end + 1;
        }

        return [.. tags.Where(tag => !tag.Text.StartsWith('!'))];
    }
}
