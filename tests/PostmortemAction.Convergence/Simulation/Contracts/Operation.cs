namespace PostmortemAction.Convergence.Simulation.Contracts;

/// <summary>An operation of GitHub's description.</summary>
/// <param name="Id">Such as <c>issues/create</c>.</param>
/// <param name="Segments">The path's; those in braces are parameters.</param>
/// <param name="Rest">The parameter that takes several segments, such as a file's path.</param>
/// <param name="Query">The names of what may stand behind the question mark.</param>
/// <param name="Body">Null where a body is not expected.</param>
/// <param name="Answers">The schema of the answer by status; null where no body is described.</param>
public sealed record Operation(
    string Id,
    string Method,
    IReadOnlyList<string> Segments,
    string? Rest,
    IReadOnlySet<string> Query,
    Schema? Body,
    IReadOnlyDictionary<int, Schema?> Answers)
{
    /// <summary>The path's parameters, unescaped; null when the path is another one.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (Rest is null ? path.Length != Segments.Count : path.Length < Segments.Count)
        {
            return null;
        }

        for (var i = 0; i < Segments.Count; i++)
        {
            if (!IsParameter(i) && Segments[i] != path[i])
            {
                return null;
            }
        }

        return Enumerable.Range(0, Segments.Count).Where(IsParameter).ToDictionary(
            i => Segments[i][1..^1],
            i => Segments[i][1..^1] == Rest ? string.Join('/', path[i..].Select(Uri.UnescapeDataString)) : Uri.UnescapeDataString(path[i]));
    }

    private bool IsParameter(int segment) => Segments[segment][0] == '{';
}
