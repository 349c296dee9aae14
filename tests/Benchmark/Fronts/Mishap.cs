using System.Text.RegularExpressions;

namespace PostmortemAction.Benchmark.Fronts;

/// <summary>One failure of one request: the <paramref name="Nth"/> of its method and path, before or after it took effect.</summary>
/// <param name="Status">Null for a connection that breaks off.</param>
internal sealed record Mishap(string Name, string Method, string Path, int Nth, int? Status, bool After = false)
{
    private const string Commits = "/git/commits$|/contents/";
    private const string Issues = "/issues$";

    /// <summary>The ten of the benchmark, each at a request that every contender has to make.</summary>
    public static IReadOnlyList<Mishap> Ten { get; } =
    [
        new("502 to the first list of comments", "GET|POST", @"/graphql$|/issues/\d+/comments", 1, 502),
        new("429 to the events", "GET", @"/issues/\d+/(events|timeline)", 1, 429),
        new("403 with Retry-After to the first follow-up", "POST", Issues, 1, 403),
        new("second follow-up made, 502 instead of the answer", "POST", Issues, 2, 502, After: true),
        new("502 to the third follow-up", "POST", Issues, 3, 502),
        new("reset at the fourth follow-up", "POST", Issues, 4, null),
        new("fifth follow-up made, reset instead of the answer", "POST", Issues, 5, null, After: true),
        new("429 to the commit", "POST|PUT", Commits, 1, 429),
        new("pull request made, reset instead of the answer", "POST", "/pulls$", 1, null, After: true),
        new("status comment made, 502 instead of the answer", "POST", @"/issues/\d+/comments$", 1, 502, After: true),
    ];

    public bool Meets(string method, string path) =>
        Regex.IsMatch(method, $"^({Method})$") && Regex.IsMatch(path, Path);
}
