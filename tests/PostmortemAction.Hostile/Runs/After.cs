using System.Text;
using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Runs;

/// <summary>What stands on a stage when the run is over.</summary>
internal static partial class After
{
    public static Sight Of(Stage stage, Ran ran)
    {
        var repository = stage.Repository;
        var main = Files(stage, repository.DefaultBranch);
        var branches = Branches(stage).ToList();
        var own = branches.Where(branch => branch.StartsWith(stage.World.Branch, StringComparison.Ordinal) || repository.Issues.Any(issue => issue.Pull?.Head == branch && issue.Author == StoredRepository.Bot)).ToList();
        var documents = own.SelectMany(branch => Files(stage, branch).Where(file => main.GetValueOrDefault(file.Key) != file.Value && file.Key.EndsWith(".md", StringComparison.Ordinal))).ToList();
        var byBot = repository.Issues.Where(issue => issue.Author == StoredRepository.Bot && !issue.IsDeleted).ToList();
        var pulls = byBot.Where(issue => issue.Pull is not null).ToList();
        var tasks = byBot.Where(issue => issue.Pull is null).ToList();
        var comments = repository.Comments.Where(comment => comment.Author == StoredRepository.Bot && !stage.Foreign.Contains(comment.Id)).ToList();
        var states = States(stage).ToList();
        return new()
        {
            Texts = new Dictionary<string, IReadOnlyList<string>>
            {
                ["doc"] = [.. documents.Select(file => Text(stage, file.Value))],
                ["path"] = [.. documents.Select(file => file.Key)],
                ["branch"] = [.. pulls.Select(pull => pull.Pull!.Head)],
                ["pr_title"] = [.. pulls.Select(pull => pull.Title)],
                ["pr_body"] = [.. pulls.Select(pull => pull.Body ?? "")],
                ["task_title"] = [.. tasks.Select(task => task.Title)],
                ["task_body"] = [.. tasks.Select(task => task.Body ?? "")],
                ["status_comment"] = [.. comments.Select(comment => comment.Body)],
                ["commit_message"] = [.. own.SelectMany(branch => Messages(stage, branch)).Distinct()],
                ["outputs"] = [.. ran.Outputs.Values],
                ["summary"] = [ran.Summary],
                ["stdout"] = [ran.Log],
                ["stderr"] = [],
                ["state"] = states,
                ["env_file"] = [ran.Environment],
                ["path_file"] = [ran.Path],
                ["state_file"] = [ran.State],
            },
            ExitCode = ran.ExitCode,
            Bug = ran.Bug,
            Outputs = ran.Outputs,
            DocumentedOutputs = ActionFile.Outputs,
            Requests = ran.Sent,
            CpuMilliseconds = ran.CpuMilliseconds,
            Megabytes = ran.Megabytes,
            Severity = documents.Select(file => SeverityLine().Match(Text(stage, file.Value))).FirstOrDefault(match => match.Success)?.Groups[1].Value,
            Counts = new Dictionary<string, long>
            {
                ["status_comments"] = comments.Count(comment => comment.Issue == stage.Incident && Marker.TryFind(comment.Body, Marker.Status, out _)),
                ["tasks"] = tasks.Count,
                ["documents"] = documents.Count(file => Text(stage, file.Value).Contains($"\nincident: {stage.World.Incident}\n", StringComparison.Ordinal)),
                ["case_collisions"] = own.Sum(branch => Files(stage, branch).Keys.GroupBy(path => path, StringComparer.OrdinalIgnoreCase).Count(group => group.Count() > 1)),
                ["human_bytes_lost"] = stage.GitHub.People.Texts.Lost(repository).Sum(text => text.Length),
                ["states_unread"] = states.Count(state => Ledger.Parse(state, stage.World.Incident)?.ToString() != state),
                ["document_noted"] = documents.Count(file => states.Any(state => state.Contains(Fingerprint.Of(Text(stage, file.Value)), StringComparison.Ordinal))),
                ["commands_executed"] = ran.Sent.Count(request => request.IsWrite && request.Address.AbsolutePath.EndsWith("/comments", StringComparison.Ordinal)),
                ["children"] = Children() + (File.Exists("/tmp/pwned") ? 1 : 0),
            },
        };
    }

    private static IEnumerable<string> Branches(Stage stage) =>
        stage.Repository.Git.References.Keys.Where(name => name.StartsWith("refs/heads/", StringComparison.Ordinal)).Select(name => name["refs/heads/".Length..])
            .Where(name => name != stage.Repository.DefaultBranch);

    private static Dictionary<string, string> Files(Stage stage, string branch) => stage.Repository.Branch(branch) is not { } head ? []
        : stage.Repository.Git.Files(stage.Repository.Git.Commit(head)!.Tree).ToDictionary(file => file.Key, file => file.Value.Sha);

    private static string Text(Stage stage, string blob) => Encoding.UTF8.GetString(stage.Repository.Git.Blob(blob)!);

    /// <summary>The messages of a branch's commits back to the default branch.</summary>
    private static IEnumerable<string> Messages(Stage stage, string branch)
    {
        var git = stage.Repository.Git;
        var stop = stage.Repository.Branch(stage.Repository.DefaultBranch);
        for (var at = stage.Repository.Branch(branch); at is not null && at != stop; at = git.Commit(at)!.Parents.Count > 0 ? git.Commit(at)!.Parents[0] : null)
        {
            if (git.Commit(at)!.Author.Name == StoredRepository.Bot)
            {
                yield return git.Commit(at)!.Message;
            }
        }
    }

    private static IEnumerable<string> States(Stage stage) => stage.Repository.Git.References
        .Where(reference => reference.Key.StartsWith("refs/postmortem/", StringComparison.Ordinal)).Select(reference => stage.Repository.Git.Commit(reference.Value)!.Message);

    /// <summary>Processes that this one began.</summary>
    private static int Children() => Directory.Exists("/proc/self/task")
        ? Directory.EnumerateDirectories("/proc/self/task").Select(task => Path.Combine(task, "children")).Where(File.Exists)
            .Sum(file => File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length) : 0;

    [GeneratedRegex("^severity: \"?([^\"\\n]*)\"?$", RegexOptions.Multiline)]
    private static partial Regex SeverityLine();
}
