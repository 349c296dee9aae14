using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Reviews;

/// <summary>What a careful reader would say of one document.</summary>
/// <param name="Path">The document's path in the repository.</param>
/// <param name="Findings">In the order of the document's lines.</param>
public sealed record Review(string Path, IReadOnlyList<Finding> Findings)
{
    private static readonly string[] Lacks = ["not-filled-in", "no-tasks", "silence"];

    /// <summary>What is left to do.</summary>
    public IReadOnlyList<Finding> Open => [.. Findings.Where(finding => finding.Waived is null)];

    public IReadOnlyList<Finding> Waived => [.. Findings.Where(finding => finding.Waived is not null)];

    /// <summary>Whether it says of the document, line by line, what a problem says of the incident: what that lacks, or a mistake in the same words.</summary>
    public bool Says(Problem problem) => Lacks.Contains(problem.Code) || Findings.Any(finding => finding.Message == problem.Message);

    /// <summary>Whether the team wants a run to fail for it.</summary>
    public bool Fails(FailOn rule) => Open.Any(finding => rule switch
    {
        FailOn.Warning => finding.Level != ProblemLevel.Note,
        FailOn.Error => finding.Level == ProblemLevel.Error,
        _ => false,
    });
}
