using System.Globalization;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Secrets;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;
using PostmortemAction.Hosting;

namespace PostmortemAction;

/// <summary>The recipe: bring one incident to its desired state.</summary>
/// <param name="reminds">Whether it is time to remind of dates.</param>
/// <param name="isByHand">Whether a person started it, so that what was refused today is tried again.</param>
public sealed class PostmortemRun(
    IRepositoryHost host, RunSettings settings, Task<IReadOnlyList<FormDefinition>> formsTask, KnownSecrets? secrets = null, bool reminds = false, RunLog? log = null, bool isByHand = false)
{
    /// <summary>What happens meanwhile - a person's edit, another run - asks for a new plan; what never calms down is told.</summary>
    private const int MostRounds = 5;

    // The same for all incidents: everything is read at one commit.
    private FoundTemplate? found;

    /// <summary>Which incident's document goes where: of two that are done in one run neither stands on the default branch yet.</summary>
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ProblemException">The job could not be done, and a person can change that.</exception>
    public async Task<RunResult> RunAsync(int number, CancellationToken cancellation)
    {
        Outcome? earlier = null;
        for (var round = 1; ; round++)
        {
            var result = await RunOnceAsync(number, isByHand && round == 1, cancellation);
            var outcome = result.Outcome?.After(earlier);
            if (outcome is not { IsOutdated: true } || round == MostRounds)
            {
                return result with { Outcome = outcome is { IsOutdated: true } ? outcome with { Problems = [.. outcome.Problems, GitHubProblem.Restless(number)] } : outcome };
            }

            earlier = outcome;
            log?.Say(string.Create(CultureInfo.InvariantCulture, $"Incident {number}: something changed meanwhile; looking again."));
        }
    }

    private async Task<RunResult> RunOnceAsync(int number, bool isAskedAgain, CancellationToken cancellation)
    {
        // 1. to 4.: what should be, and what a careful reader would say of it.
        var (composed, notice) = await ComposeAsync(number, null, isAskedAgain, cancellation);
        if (composed is not { Postmortem: var postmortem, Existing: var existing, Path: var path, Document: var document })
        {
            return RunResult.Nothing(number, notice!);
        }

        if (existing is { PullRequest: null, BranchDocument: null } && !settings.DryRun)
        {
            // What a first publish creates does not hang on the review, and that takes its time.
            await host.PrepareAsync(PlanWith(null), existing, cancellation);
        }

        var review = StandingDocument.Of(document, postmortem, existing) is { } standing
            ? await DocumentReview.OfAsync(host, standing, path, existing.BranchCommit, settings, cancellation) : null;

        // 5. Plan: the difference.
        var plan = PlanWith(review);

        log?.Done($"{Name(number)}: composed {Words.Count(postmortem.Timeline.Count, "timeline entry", "timeline entries")}, "
            + $"{Words.Count(postmortem.FollowUps.Count, "task", "tasks")} and {Words.Count(postmortem.Problems.Count, "problem", "problems")}");
        if (plan.Changes.Count > 0)
        {
            log?.Detail($"{Name(number)}: plan, {Words.Count(plan.Changes.Count, "change", "changes")}", plan.Changes.Select(change => change.Describe()));
        }

        // 6. Apply it, and tell.
        var outcome = settings.DryRun
            ? Outcome.Of(existing, plan) with { Operation = PullRequestOperation.None }
            : await host.ApplyAsync(plan, existing, cancellation);
        return new(number, null, postmortem.With(outcome.FollowUps), path, plan, outcome) { Review = review };

        Plan PlanWith(Review? review) =>
            Planner.Make(DesiredStateComposer.Compose(postmortem, host.Repository, path, document, existing, review), existing, host.Repository);
    }

    /// <summary>The steps that lead to the document. They only read.</summary>
    /// <param name="standing">What counts as the document that stands there; null for what GitHub holds.</param>
    /// <param name="isAskedAgain">See <see cref="ExistingState.IsAskedAgain"/>.</param>
    /// <returns>The composition, or why there is none.</returns>
    public async Task<(Composition? Composed, string? Notice)> ComposeAsync(int number, string? standing, bool isAskedAgain, CancellationToken cancellation)
    {
        // 1. Observe: what GitHub holds about the incident. The template is made ready while it answers.
        if (NotYet(number, await host.GlanceAsync(number, cancellation)) is { } reason)
        {
            return (null, reason);
        }

        var words = new CommentWords(secrets);
        var recordTask = host.ReadIncidentAsync(number, settings, words.Read, cancellation);
        var templateTask = found is { } known ? Task.FromResult(known) : TemplateFinder.ReadAsync(host, settings.Template, cancellation);
        await Task.WhenAll(formsTask, recordTask, templateTask);
        (var forms, var record, found) = (await formsTask, await recordTask, await templateTask);
        record = record with { Form = FormDefinition.Choose(forms, record.Body) };
        log?.Done($"{Name(number)}: read {Words.Count(record.Comments.Count, "comment", "comments")} and {Words.Count(record.Events.Count, "event", "events")}");

        // 2. Read it: what happened when.
        var postmortem = PostmortemAssembler.Assemble(record, settings, words);

        // 3. Observe: what is there of ours already.
        var path = DocumentPath.Of(postmortem, settings);
        var existing = await host.ReadExistingAsync(number, path, settings.FollowUps.Repositories, reminds ? settings.TimeZone : null, cancellation);
        existing = existing with
        {
            IsAskedAgain = isAskedAgain,
            BranchDocument = standing ?? existing.BranchDocument,
            BaseHasDocument = existing.BaseHasDocument || (existing.Ledger.Path is null && places.GetValueOrDefault(path, number) != number),
        };
        places.TryAdd(existing.PathOf(path), number);
        postmortem = postmortem.With(existing, settings);
        postmortem = postmortem with { Problems = [.. postmortem.Problems, .. found.Problems] };

        // 4. Compose: what the document should be.
        var document = found.Template.RenderDocument(PostmortemModel.ForTemplate(postmortem, host.Repository));
        return (new(postmortem, existing, existing.PathOf(path), document), null);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Incident {number}");

    /// <summary>Why there is nothing to do for the issue; null when there is.</summary>
    private string? NotYet(int number, IncidentStanding standing)
    {
        if (!Has(standing, settings.IncidentLabel))
        {
            return $"Issue {number} is no incident: it does not carry the label {Quoted.Code(settings.IncidentLabel)}.";
        }

        // Once there is a postmortem it follows the incident, also when that turns out not to be over.
        return standing.HasPostmortem || Has(standing, settings.ResolvedLabel) ? null
            : $"Incident {number} is not over yet: it does not carry the label {Quoted.Code(settings.ResolvedLabel)}.";
    }

    private static bool Has(IncidentStanding standing, string label) => standing.Labels.Contains(label, StringComparer.OrdinalIgnoreCase);
}
