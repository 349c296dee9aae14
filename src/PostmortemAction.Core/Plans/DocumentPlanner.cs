using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>Plans the document: the facts and what people made of it.</summary>
internal static class DocumentPlanner
{
    /// <returns>The document as we compose it; null where it rests.</returns>
    public static string? Plan(
        DesiredState desired, ExistingState existing, IReadOnlyDictionary<string, string> known, List<Change> changes, List<Problem> problems)
    {
        var composed = LateReference.Resolve(desired.Document, known);
        var merged = Merge(composed, existing, problems);
        if (merged is null)
        {
            return null;
        }

        if (merged.Text != existing.BranchDocument)
        {
            changes.Add(new CommitDocument(
                desired.Branch, desired.Path, merged.Text, existing.BranchCommit ?? existing.BaseCommit, existing.BranchCommit is null));
        }

        if (merged.Offers.Count > 0 && existing.PullRequest is { } pull)
        {
            changes.Add(new OfferText(pull.Number, Key(merged.Offers), OfferBody.Of(desired.Incident, desired.Path, Key(merged.Offers), merged.Offers)));
        }

        else if (merged.Offers.Count > 0)
        {
            problems.Add(Problem.Warning(
                "news-untold",
                $"The incident says something new in sections that people edited: {string.Join(", ", merged.Offers.Take(10).Select(offer => Quoted.Code(offer.Key)))}. There is no pull request on which it could be shown.",
                "Compare these sections with the incident, and open the pull request.",
                desired.Path));
        }

        return composed;
    }

    /// <summary>What the branch should hold; null where a person took the document away.</summary>
    private static MergedDocument? Merge(string composed, ExistingState existing, List<Problem> problems)
    {
        if (existing.BranchDocument is { } current)
        {
            return DocumentMerge.Of(existing.LastDocument, current, composed);
        }

        if (RestingDocument.Of(existing) is not { } rests)
        {
            return new(composed, []);
        }

        // Where there is a pull request, its body tells.
        if (existing.PullRequest is null)
        {
            problems.Add(rests);
        }

        return null;
    }

    /// <summary>The same change is offered once.</summary>
    private static string Key(IReadOnlyList<SectionOffer> offers) =>
        Fingerprint.Of(string.Join('\n', offers.Select(offer => $"{offer.Key}\n{offer.After}")));
}
