using System.Text;

namespace PostmortemAction.Core.Text;

/// <summary>Replacements in a text, given by position; everything else stays byte for byte.</summary>
internal sealed class SourcePatches(string source)
{
    private readonly List<(int Start, int End, string Text)> patches = [];

    public void Replace(int start, int end, string text) => patches.Add((start, Math.Min(end, source.Length), text));

    public void Insert(int at, string text) => Replace(at, at, text);

    /// <summary>Applies them in order, insertions before the replacement at the same place; one inside another that came first is dropped.</summary>
    public string Apply()
    {
        var result = new StringBuilder(source.Length);
        var at = 0;
        foreach (var (start, end, text) in patches.OrderBy(patch => patch.Start).ThenBy(patch => patch.End > patch.Start).ThenByDescending(patch => patch.End))
        {
            if (start < at)
            {
                continue;
            }

            result.Append(source, at, start - at).Append(text);
            at = end;
        }

        return result.Append(source, at, source.Length - at).ToString();
    }
}
