using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>Why a document that we wrote rests: somebody took it away, or made something of it that is no text.</summary>
public static class RestingDocument
{
    /// <summary>Null where it does not rest.</summary>
    public static Problem? Of(ExistingState existing)
    {
        if (existing.BranchDocument is not null)
        {
            return null;
        }

        var path = existing.Ledger.Path;
        if (existing.IsUnreadable)
        {
            return Problem.Warning("document-not-text", "Somebody saved the document on our branch in another encoding than UTF-8, so it rests.", "Save it as UTF-8 to have it brought up to date again.", path);
        }

        if (existing.Ledger.Commit is not { } commit)
        {
            return null;
        }

        if (existing.BranchCommit is not null)
        {
            return Problem.Note(
                "document-removed",
                $"Somebody deleted or moved the document{(path is null ? "" : $" {Quoted.Code(path, 200)}")} on our branch, so it rests.",
                "Put it back where it was to have it brought up to date again.",
                path);
        }

        var branch = new PostmortemBranch(existing.Ledger.Incident!.Value);
        return Problem.Note(
            "branch-removed",
            $"Somebody deleted the branch {Quoted.Code(branch.ToString())}, so the document rests.",
            $"To go on, put it back: {Quoted.Code($"git push origin {commit}:refs/heads/{branch}", 200)}.");
    }
}
