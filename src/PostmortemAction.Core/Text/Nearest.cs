using FuzzySharp;

namespace PostmortemAction.Core.Text;

/// <summary>What somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>Words less alike than that have nothing to do with each other.</summary>
    private const int Alike = 60;

    /// <summary>The candidate that is likely meant; null where none is.</summary>
    public static string? Meant(string word, IEnumerable<string> candidates) => To(word, candidates) is { Likeness: >= Alike } nearest ? nearest.Candidate : null;

    /// <summary>The candidate that is likely meant, to go on a sentence with; empty where none is.</summary>
    public static string Behind(string word, IEnumerable<string> candidates) => Meant(word, candidates) is { } meant ? $", the nearest is {Quoted.Code(meant)}" : "";

    /// <summary>The candidate most like the word, and how alike they are, from 0 to 100; empty and 0 where there is none.</summary>
    public static (string Candidate, int Likeness) To(string word, IEnumerable<string> candidates)
    {
        var fold = word.ToLowerInvariant();
        return candidates.Select(candidate => (candidate, Fuzz.Ratio(fold, candidate.ToLowerInvariant()))).DefaultIfEmpty(("", 0)).MaxBy(pair => pair.Item2);
    }
}
