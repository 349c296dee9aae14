using FuzzySharp;

namespace PostmortemAction.Core.Text;

/// <summary>What somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate most like the word, and how alike they are, from 0 to 100.</summary>
    public static (string Candidate, int Likeness) To(string word, IEnumerable<string> candidates)
    {
        var fold = word.ToLowerInvariant();
        return candidates.Select(candidate => (candidate, Fuzz.Ratio(fold, candidate.ToLowerInvariant()))).MaxBy(pair => pair.Item2);
    }
}
