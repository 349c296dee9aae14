using PostmortemAction.Configuration;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Text;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Preview;

/// <summary>
/// An incident in a local folder: <c>issue.md</c> (front matter and body), <c>comments.yml</c>, <c>events.yml</c>,
/// and what the repository would hold: <c>form.yml</c>, <c>postmortem.yml</c>, a template, and the folder <c>postmortem</c> with
/// partials. Only <c>issue.md</c> must be there.
/// </summary>
public sealed class Scenario
{
    public const string IssueFile = "issue.md";

    private readonly string folder;

    private Scenario(string folder, IncidentRecord record) => (this.folder, Record) = (folder, record);

    public IncidentRecord Record { get; }

    public static RepositoryInfo Repository { get; } = new("acme/shop", "https://github.com/acme/shop", "main");

    public static Scenario Read(string folder)
    {
        var path = Path.Combine(folder, "issue.md");
        if (!File.Exists(path))
        {
            throw new ProblemException(Problem.Error(
                "scenario-without-issue", $"{Quoted.Code(folder)} holds no `issue.md`.", "Name a scenario folder, or a Markdown file with an issue's body."));
        }

        var (front, body) = Split(File.ReadAllText(path), path);
        var number = front.Number("number") ?? 1;
        var url = Repository.IssueUrl(number);
        var formFile = Path.Combine(folder, "form.yml");
        var form = File.Exists(formFile) ? FormReader.Read(File.ReadAllText(formFile), "form.yml") ?? FormDefinition.None : FormReader.BuiltIn;
        return new(folder, new(
            number,
            front.Text("title") ?? "",
            body,
            front.Text("author"),
            front.Time("created_at"),
            front.Time("closed_at"),
            url,
            [.. front.List("labels")],
            form,
            [.. Entries(folder, "comments.yml").Select(entry => Comment(entry, url))],
            [.. Entries(folder, "events.yml").Select((entry, i) => Event(entry, url, i))]));
    }

    /// <summary>A bare Markdown file that holds an issue's body; nothing around it is known.</summary>
    public static IncidentRecord ReadFile(string path)
    {
        var body = File.ReadAllText(path);
        return new(null, "", body, null, null, null, Path.GetFileName(path), [], FormReader.BuiltIn, [], []);
    }

    /// <summary>A file of the repository that the scenario stands for.</summary>
    public string? RepositoryFile(string path)
    {
        var file = Path.GetDirectoryName(path) == TemplateFinder.Folder ? Path.Combine(folder, "postmortem", Path.GetFileName(path)) : Path.Combine(folder, Path.GetFileName(path));
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>The files of a folder of the repository that the scenario stands for.</summary>
    public IReadOnlyList<string> RepositoryFiles(string path)
    {
        var files = path == TemplateFinder.Folder ? Path.Combine(folder, "postmortem") : "";
        return Directory.Exists(files) ? [.. Directory.EnumerateFiles(files).Select(file => $"{path}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)] : [];
    }

    private static (ScenarioMap Front, string Body) Split(string text, string path)
    {
        var source = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var end = source.IndexOf("\n---\n", StringComparison.Ordinal);
        if (!source.StartsWith("---\n", StringComparison.Ordinal) || end < 0)
        {
            throw new ProblemException(Problem.Error(
                "scenario-without-front-matter", $"{Quoted.Code(path)} does not begin with front matter.", "Begin it with `---`, the issue's number and title, `---`."));
        }

        // With the line end of the first `---`, so that mistakes are told at the lines that an editor shows.
        var front = SafeYaml.Load(source[3..end], "issue.md") as YamlMappingNode ?? new YamlMappingNode();
        return (new(front, "issue.md"), source[(end + 5)..].TrimStart('\n'));
    }

    private static IEnumerable<ScenarioMap> Entries(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        var root = File.Exists(path) ? SafeYaml.Load(File.ReadAllText(path), file) : null;
        return (root as YamlSequenceNode)?.OfType<YamlMappingNode>().Select(node => new ScenarioMap(node, file)) ?? [];
    }

    private static CommentRecord Comment(ScenarioMap entry, string issueUrl)
    {
        var id = entry.Id("id") ?? 0;
        var at = entry.Moment("at");
        return new(
            id,
            entry.Text("author") ?? "ghost",
            entry.Text("bot") == "true",
            entry.Text("permission") is null or "write",
            entry.Text("body") ?? "",
            at,
            entry.Time("edited_at") ?? at,
            $"{issueUrl}#issuecomment-{id}",
            entry.Text("hidden") == "true",
            Ours: false)
        {
            Reactions = [.. entry.List("reactions")],
        };
    }

    private static EventRecord Event(ScenarioMap entry, string issueUrl, int index)
    {
        var pull = entry.Map("pull_request");
        var number = pull?.Number("number") ?? 0;
        return new(
            entry.Text("event") ?? "",
            entry.Text("actor"),
            entry.Text("bot") == "true",
            entry.Moment("at"),
            pull is null ? $"{issueUrl}#event-{index + 1}" : Repository.PullRequestUrl(number),
            entry.Text("label"),
            entry.Text("assignee"),
            pull is null ? null : new(number, pull.Text("title") ?? "", Repository.PullRequestUrl(number), Ours: false));
    }
}
