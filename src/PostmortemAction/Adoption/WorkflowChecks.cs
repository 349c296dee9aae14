using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Adoption;

/// <summary>What <c>doctor</c> says of a job that runs the action.</summary>
internal static class WorkflowChecks
{
    private static readonly (string Permission, string For)[] Needed =
        [("contents", "the branches with documents and index"), ("issues", "follow-ups, the status comment and the digest"), ("pull-requests", "the pull requests")];

    /// <param name="run">Null where they have mistakes.</param>
    /// <param name="settings">The repository's; null where they cannot be seen.</param>
    public static IEnumerable<SetupCheck> Of(WorkflowJob job, RunSettings? run, WorkflowSettings? settings)
    {
        if (job.Calls is { } called)
        {
            // Whether it is ours is a guess, so nothing about it keeps anything from working.
            return Triggers(job).Concat(run is null ? [] : Paths(job, run)).Select(check => check with { Level = SetupLevel.Look }).Prepend(SetupCheck.Look(
                $"{Quoted.Code(job.Path)} calls {Quoted.Code(called, 200)}, which may run the action; what stands there does not show here.", "Look at its permissions, its token and the inputs that it gives."));
        }

        var checks = Triggers(job).Concat(Permissions(job, settings)).Concat(run is null ? [] : BySettings(job, run)).ToList();
        return checks.Count > 0 ? checks : [SetupCheck.Ok($"The workflow {Quoted.Code(job.Path)} has the triggers and permissions that it needs.")];
    }

    /// <summary>Whether the action is given a token of the team's own, so that what a job's token may do does not matter.</summary>
    public static bool HasOwnToken(WorkflowJob job) =>
        job.Inputs.TryGetValue("github-token", out var token)
        && !token.Contains("github.token", StringComparison.OrdinalIgnoreCase) && !token.Contains("secrets.GITHUB_TOKEN", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SetupCheck> Triggers(WorkflowJob job)
    {
        var path = Quoted.Code(job.Path);
        if (!job.Triggers.TryGetValue("issues", out var types))
        {
            yield return job.Triggers.ContainsKey("workflow_call")
                ? SetupCheck.Look($"{path} is called by other workflows; their triggers do not show here.", "Look whether they run on `issues`.")
                : SetupCheck.Missing($"{path} does not run on `issues`, so the label starts nothing.", "Add `issues: types: [labeled, unlabeled, edited, closed, reopened]` below `on`.");
        }
        else if (types is not null && !types.Contains("labeled"))
        {
            yield return SetupCheck.Missing($"{path} does not run when an issue is labelled.", "Add `labeled` to the `types` of `issues`.");
        }

        foreach (var (trigger, loss) in new[]
                 {
                     ("issue_comment", "comments after the label wait for the next run"),
                     ("pull_request", "what people change in a postmortem is not reviewed, and a merge waits for the next run"),
                     ("push", "a postmortem that people add is in the index only by the next run"),
                     ("schedule", "a closed follow-up waits for the next run, and nobody keeps the digest"),
                     ("workflow_dispatch", "nobody can run it by hand"),
                 })
        {
            if (job.Triggers.ContainsKey("issues") && !job.Triggers.ContainsKey(trigger))
            {
                yield return SetupCheck.Look($"{path} does not run on `{trigger}`: {loss}.", "Add it below `on` as the README shows.");
            }
        }
    }

    private static IEnumerable<SetupCheck> BySettings(WorkflowJob job, RunSettings run) => Paths(job, run).Concat(Condition(job, run));

    /// <summary>The usual workflow names the folder a second time, so that other changes start no machine.</summary>
    private static IEnumerable<SetupCheck> Paths(WorkflowJob job, RunSettings run)
    {
        var elsewhere = job.Paths.Where(trigger => !trigger.Value.Any(pattern => MayMatch(pattern, run.Directory + "/"))).Select(trigger => $"`{trigger.Key}`").ToList();
        return elsewhere.Count == 0 ? []
            : [SetupCheck.Look(
                $"The `paths` of {string.Join(" and ", elsewhere)} in {Quoted.Code(job.Path)} leave out {Quoted.Code(run.Directory)}, where the postmortems are: what people change there starts nothing.",
                $"Write {Quoted.Code($"{run.Directory}/**")} there, or change `directory`.")];
    }

    /// <summary>Whether a pattern may take something in the folder; what stands before its first wildcard tells.</summary>
    private static bool MayMatch(string pattern, string folder) =>
        pattern.Split('*', '?', '[', '+')[0] is var head && (folder.StartsWith(head, StringComparison.Ordinal) || head.StartsWith(folder, StringComparison.Ordinal));

    private static IEnumerable<SetupCheck> Permissions(WorkflowJob job, WorkflowSettings? settings)
    {
        if (HasOwnToken(job))
        {
            return [SetupCheck.Look($"{Quoted.Code(job.Path)} gives the action a token of your own.", "It needs to write contents, issues and pull requests.")];
        }

        if (job.Permissions is null && settings is null)
        {
            return [SetupCheck.Look($"{Quoted.Code(job.Path)} states no `permissions`, and what the repository gives jobs does not show.", Write(Needed))];
        }

        var missing = job.Permissions is null
            ? settings!.DefaultWorkflowPermissions == "write" ? [] : Needed
            : [.. Needed.Where(needed => !job.MayWrite(needed.Permission))];
        return missing.Length == 0 ? []
            : [SetupCheck.Missing($"The job in {Quoted.Code(job.Path)} may not write {string.Join(", ", missing.Select(needed => $"`{needed.Permission}` ({needed.For})"))}.", Write(missing))];
    }

    /// <summary>The usual workflow names the label a second time, so that other issues start no machine.</summary>
    private static IEnumerable<SetupCheck> Condition(WorkflowJob job, RunSettings run)
    {
        var literal = $"'{run.IncidentLabel.Replace("'", "''", StringComparison.Ordinal)}'";
        return job.Condition.Contains("labels.*.name", StringComparison.OrdinalIgnoreCase) && !job.Condition.Contains(literal, StringComparison.OrdinalIgnoreCase)
            ? [SetupCheck.Missing(
                $"The job's `if` in {Quoted.Code(job.Path)} looks for another label than the incident's, {Quoted.Code(run.IncidentLabel)}.", $"Write {Quoted.Code(literal)} there, or change `incident-label`.")]
            : [];
    }

    private static string Write(IEnumerable<(string Permission, string For)> permissions) =>
        $"Write {string.Join(", ", permissions.Select(needed => $"`{needed.Permission}: write`"))} below the job's `permissions`.";
}
