using System.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>Problems as a Markdown task list, so that people can tick off what they fixed.</summary>
public static class ProblemList
{
    /// <summary>More would drown the rest of a body; the count says how many there are.</summary>
    private const int MostInBody = 30;

    /// <summary>For a body: the first of them.</summary>
    public static string Of(IReadOnlyList<Problem> problems) => Of(problems, MostInBody);

    /// <summary>All of them, for the run's summary.</summary>
    public static string All(IReadOnlyList<Problem> problems) => Of(problems, int.MaxValue);

    private static string Of(IReadOnlyList<Problem> problems, int most)
    {
        var list = new StringBuilder();
        foreach (var problem in problems.Take(most))
        {
            list.Append("- [ ] ").Append(problem.Level == ProblemLevel.Note ? "" : "**").Append(problem.Message)
                .Append(problem.Level == ProblemLevel.Note ? " " : "** ").Append(problem.Fix);
            if (problem.Place?.StartsWith("http", StringComparison.Ordinal) == true)
            {
                list.Append(" [Where](").Append(problem.Place).Append(')');
            }

            list.Append('\n');
        }

        if (problems.Count > most)
        {
            list.Append("- and ").Append(problems.Count - most).Append(" more, in the run's summary\n");
        }

        return list.ToString().TrimEnd('\n');
    }
}
