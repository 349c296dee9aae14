using System.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>Problems as a Markdown task list, so that people can tick off what they fixed.</summary>
public static class ProblemList
{
    /// <summary>More would drown the rest; the count says how many there are.</summary>
    private const int Most = 30;

    public static string Of(IReadOnlyList<Problem> problems)
    {
        var list = new StringBuilder();
        foreach (var problem in problems.Take(Most))
        {
            list.Append("- [ ] ").Append(problem.Level == ProblemLevel.Note ? "" : "**").Append(problem.Message)
                .Append(problem.Level == ProblemLevel.Note ? " " : "** ").Append(problem.Fix);
            if (problem.Place?.StartsWith("http", StringComparison.Ordinal) == true)
            {
                list.Append(" [Where](").Append(problem.Place).Append(')');
            }

            list.Append('\n');
        }

        if (problems.Count > Most)
        {
            list.Append("- and ").Append(problems.Count - Most).Append(" more, in the run's summary\n");
        }

        return list.ToString().TrimEnd('\n');
    }
}
