using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Hosting;

namespace PostmortemAction;

/// <summary>What a run for one incident came to.</summary>
/// <param name="Notice">Why there was nothing to do; null when there was, and then the others are given.</param>
public sealed record RunResult(int Number, string? Notice, Postmortem? Postmortem, string? Path, Plan? Plan, Outcome? Outcome)
{
    /// <summary>The review of the document as it stands then; null where it rests.</summary>
    public Review? Review { get; init; }

    public static RunResult Nothing(int number, string notice) => new(number, notice, null, null, null, null);
}
