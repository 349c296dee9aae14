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
        var merged = Merge(composed, existing, desired, problems);
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
    private static MergedDocument? Merge(string composed, ExistingState existing, DesiredState desired, List<Problem> problems)
    {
        if (existing.BranchDocument is { } current)
        {
            return DocumentMerge.Of(existing.LastDocument, current, composed);
        }

        if (existing.IsUnreadable)
        {
            problems.Add(Problem.Warning(
                "document-not-text", "Somebody saved the document on our branch in another encoding than UTF-8, so it rests.", "Save it as UTF-8 to have it brought up to date again.", desired.Path));
            return null;
        }

        if (existing.Ledger.Commit is not { } commit)
        {
            return new(composed, []);
        }

        if (existing.BranchCommit is null)
        {
            problems.Add(Problem.Note(
                "branch-removed",
                $"Somebody deleted the branch {Quoted.Code(desired.Branch.ToString())}, so the document rests.",
                $"To go on, put it back: {Quoted.Code($"git push origin {commit}:refs/heads/{desired.Branch}", 200)}."));
            return null;
        }

        problems.Add(Problem.Note(
            "document-removed",
            "Somebody deleted or moved the document on our branch, so it rests.",
            "Put it back where it was to have it brought up to date again.",
            desired.Path));
        return null;
    }

    /// <summary>The same change is offered once.</summary>
    private static string Key(IReadOnlyList<SectionOffer> offers) =>
        Fingerprint.Of(string.Join('\n', offers.Select(offer => $"{offer.Key}\n{offer.After}")));
}
