using System.Text.RegularExpressions;

namespace PostmortemAction.Hostile.Seen;

/// <summary>
/// What breaks the build of a page or acts in it, where a team publishes the folder with a site generator. No generator runs here: these are the
/// constructs at which Jekyll (Liquid), MDX, MkDocs and VitePress stop or begin to evaluate, as far as people's text can bring them in. Text in fences and
/// code spans counts for Liquid, which knows no Markdown, and does not for MDX; no case has it there, since code stays as it was written.
/// </summary>
public static partial class SiteGenerators
{
    /// <summary>Liquid evaluates <c>{{ }}</c> and <c>{% %}</c> anywhere.</summary>
    public static IReadOnlyList<string> Liquid(string text) => [.. LiquidMark().Matches(text).Select(match => match.Value)];

    /// <summary>MDX evaluates braces, takes <c>&lt;</c> before a letter for a component, and lines that begin with import or export for code.</summary>
    public static IReadOnlyList<string> Mdx(string text)
    {
        var visible = Code().Replace(text, "");
        return [.. MdxMark().Matches(FrontMatter().Replace(visible, "")).Select(match => match.Value)];
    }

    [GeneratedRegex(@"\{\{|\{%")]
    private static partial Regex LiquidMark();

    [GeneratedRegex(@"(?<!\\)\{|(?<!\\)<(?!br ?/?>|!--)[A-Za-z/!]|^(?:import|export)\b[^\n]*", RegexOptions.Multiline)]
    private static partial Regex MdxMark();

    [GeneratedRegex(@"^( {0,3})(`{3,}|~{3,})[^\n]*\n.*?^ {0,3}\2[`~]*\s*$|(`+)(?!`).*?(?<!`)\3(?!`)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();
}
