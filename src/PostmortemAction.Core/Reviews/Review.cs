using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Reviews;

/// <summary>What a careful reader would say of one document.</summary>
/// <param name="Path">The document's path in the repository.</param>
/// <param name="Findings">In the order of the document's lines.</param>
public sealed record Review(string Path, IReadOnlyList<Finding> Findings)
{
    /// <summary>What is left to do.</summary>
    public IReadOnlyList<Finding> Open => [.. Findings.Where(finding => finding.Waived is null)];

    public IReadOnlyList<Finding> Waived => [.. Findings.Where(finding => finding.Waived is not null)];

    /// <summary>Whether the team wants a run to fail for it.</summary>
    public bool Fails(FailOn rule) => Open.Any(finding => rule switch
    {
        FailOn.Warning => finding.Level != ProblemLevel.Note,
        FailOn.Error => finding.Level == ProblemLevel.Error,
        _ => false,
    });
}
