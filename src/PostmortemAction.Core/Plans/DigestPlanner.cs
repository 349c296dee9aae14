using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>Plans what happens to the digest issue. A person who closes or deletes it is right.</summary>
public static class DigestPlanner
{
    public static RepositoryPlan Make(RepositoryState state, RepositoryInfo repository, DigestSettings settings, FollowUpDigest digest)
    {
        var (title, block) = (Neutral.Title(settings.Title), DigestBody.Of(digest, repository));
        if (state.Digest is not { } existing)
        {
            return state.Ledger.Digest is { } gone ? Left(
                    "digest-gone", "The digest issue is not in this repository any more, so nobody keeps it.", "Set `digest: off`, or delete the ledger for a new one: `git push origin :refs/postmortem/repository`.", repository.IssueUrl(gone.Number))
                : digest.Open.Count == 0 ? new([], [])
                : new([new CreateDigest(title, block, settings.Label)], []);
        }

        List<Change> changes = [.. existing.Duplicates.Select(number => new CloseDuplicate(number, existing.Number))];
        var place = repository.IssueUrl(existing.Number);
        if (!existing.IsOpen)
        {
            return Left("digest-closed", "Somebody closed the digest issue, so it is left alone.", "Reopen it to have it kept again, or set `digest: off`.", place, changes);
        }

        if (OwnBlock.SumIn(existing.Body) is null || OwnBlock.IsEdited(existing.Body))
        {
            return Left("digest-edited", "Somebody wrote into our part of the digest issue, or took it out, so it is left alone.", "Move the words above or below it, or close the issue and delete the ledger for a new one.", place, changes);
        }

        var renamed = existing.Title == state.Ledger.Digest?.Title && existing.Title != title ? title : null;
        if (renamed is not null || OwnBlock.Update(existing.Body, block) is not null)
        {
            changes.Add(new UpdateDigest(existing.Number, renamed, block));
        }

        return new(changes, []);
    }

    private static RepositoryPlan Left(string code, string message, string fix, string place, IReadOnlyList<Change>? changes = null) => new(changes ?? [], [Problem.Note(code, message, fix, place)]);
}
