using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction.Actions;

/// <summary>
/// Reviews the postmortems that a pull request of people changes: as annotations on their lines and in the summary. It writes nothing to GitHub,
/// so a token that may only read is enough, as one has for a pull request from elsewhere.
/// </summary>
internal sealed class PullRequestReview(IGitHubClient client, IRepositoryHost host, ActionsRuntime runtime, RunSettings settings)
{
    /// <summary>Each is a request; a pull request with more of them moves an archive.</summary>
    private const int Most = 50;

    /// <param name="head">The last commit of its branch.</param>
    /// <returns>Whether the team wants the run to fail.</returns>
    public async Task<bool> RunAsync(int number, string head, CancellationToken cancellation)
    {
        var files = await client.ListPullRequestFilesAsync(number, cancellation);
        var paths = files.Where(file => file.Status != "removed" && IsPostmortem(file.Filename)).Select(file => file.Filename).Order(StringComparer.Ordinal).ToList();
        ActionOutputs.SetNothing(runtime);
        if (paths.Count == 0)
        {
            runtime.Notice($"Pull request {number} changes no postmortem. Nothing to do.");
            return false;
        }

        var fails = false;
        foreach (var path in paths.Take(Most))
        {
            if (await client.GetFileAsync(path, head, cancellation) is not { Text: var text })
            {
                continue;
            }

            var review = await DocumentReview.OfAsync(host, text, path, head, settings, cancellation);
            fails |= review.Fails(settings.Review.FailOn);
            Tell(review, head);
        }

        if (paths.Count > Most)
        {
            runtime.Notice($"{Words.Count(paths.Count - Most, "postmortem", "postmortems")} more than {Most} were not reviewed.");
        }

        return fails;
    }

    private void Tell(Review review, string head)
    {
        runtime.Step($"{review.Path}: {Words.Count(review.Open.Count, "finding", "findings")}, {review.Waived.Count} waived.");
        ActionReport.TellFindings(runtime, review);
        runtime.Summarize($"## Review of {Quoted.Code(review.Path, 200)}\n\n{ReviewBody.Of(review, line => host.Repository.LineUrl(head, review.Path, line))}\n");
    }

    private bool IsPostmortem(string path) =>
        path.StartsWith(settings.Directory + "/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        && !path.Split('/')[^1].Equals("README.md", StringComparison.OrdinalIgnoreCase);
}
