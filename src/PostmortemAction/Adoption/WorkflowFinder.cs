using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using PostmortemAction.Hosting;

namespace PostmortemAction.Adoption;

/// <summary>Finds the jobs of the default branch that run the action; where there is none, those that may call a workflow that does.</summary>
internal static class WorkflowFinder
{
    /// <param name="problems">Gets what keeps a file from being read.</param>
    public static async Task<IReadOnlyList<WorkflowJob>> ReadAsync(IRepositoryHost host, ICollection<Problem> problems, CancellationToken cancellation)
    {
        var paths = (await host.ListFilesAsync(FolderSurvey.WorkflowFolder, cancellation)).Where(FormFinder.IsYaml).ToList();
        var texts = await Task.WhenAll(paths.Select(path => host.ReadFileAsync(path, cancellation)));
        var jobs = new List<WorkflowJob>();
        foreach (var (path, text) in paths.Zip(texts))
        {
            try
            {
                jobs.AddRange(WorkflowReader.Read(text ?? "", path));
            }
            catch (ProblemException e)
            {
                // GitHub runs nothing of a file that is no YAML; what is only too much for us may work.
                foreach (var problem in e.Problems)
                {
                    problems.Add(problem.Code == SafeYaml.Mistake ? problem : problem with { Level = ProblemLevel.Warning });
                }
            }
        }

        return jobs.Exists(job => job.Calls is null) ? jobs.FindAll(job => job.Calls is null) : jobs;
    }
}
