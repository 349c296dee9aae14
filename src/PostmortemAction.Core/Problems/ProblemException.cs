namespace PostmortemAction.Core.Problems;

/// <summary>Ends the work on one incident with problems that a person can fix.</summary>
public sealed class ProblemException(IReadOnlyList<Problem> problems) : Exception(problems[0].Message)
{
    public ProblemException(Problem problem)
        : this([problem])
    {
    }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
