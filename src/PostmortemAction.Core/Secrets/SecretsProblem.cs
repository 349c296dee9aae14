using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Secrets;

/// <summary>Says that secrets were masked, whose, and where they still stand.</summary>
internal static class SecretsProblem
{
    public const string Code = "secrets-masked";

    /// <summary>More places than these are counted.</summary>
    private const int MostPlaces = 5;

    /// <param name="found">For each place its name, its address and what was found there.</param>
    public static Problem Of(IReadOnlyList<(string Name, string Url, IReadOnlyList<string> Kinds)> found)
    {
        var kinds = found.SelectMany(place => place.Kinds).GroupBy(kind => kind)
            .OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => kind.Count() == 1 ? kind.Key : $"{Words.Count(kind.Count(), "", "").TrimEnd()} × {kind.Key}");
        var places = found.Select(place => place.Name).Distinct().ToList();
        var named = string.Join(", ", places.Take(MostPlaces)) + (places.Count > MostPlaces ? $" and {Words.Count(places.Count - MostPlaces, "more place", "more places")}" : "");
        return Problem.Warning(
            Code,
            $"{Words.Count(found.Sum(place => place.Kinds.Count), "secret was", "secrets were")} masked: {string.Join(", ", kinds)}, in {named}.",
            "Revoke them: they are still visible there and in the edit history, and in mails that were sent. Then edit them out.",
            found[0].Url);
    }
}
