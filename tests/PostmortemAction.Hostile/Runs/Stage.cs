using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Hostile.Runs;

/// <summary>A GitHub with an incident, number 12, in a team that publishes everybody's comments, and what is special about a case.</summary>
public sealed class Stage
{
    public const string Document = "docs/postmortems";
    public const string Configuration = $"timeline:\n  authors: all\ndirectory: {Document}\n";

    /// <summary>As a job's token begins, and otherwise like no token.</summary>
    public const string OwnToken = "gh" + "s_" + "own-of-the-hostile-run";

    public Stage(World? world = null)
    {
        World = world ?? Worlds.FirstPublish();
        GitHub.Tokens[OwnToken] = StoredRepository.Bot;
        foreach (var (login, permission) in (IEnumerable<(string, string)>)[("stranger", "read"), ("tria", "read"), ("member", "read"), ("forker", "read"), ("other[bot]", "write")])
        {
            GitHub.People.Join(login, permission);
        }

        Put(".github/postmortem.yml", Configuration);
    }

    public World World { get; }

    public SimulatedGitHub GitHub => World.GitHub;

    public StoredRepository Repository => GitHub.Repository;

    public StoredIssue Incident => Repository.Issue(World.Incident)!;

    /// <summary>Comments that look like ours and are not.</summary>
    public HashSet<long> Foreign { get; } = [];

    public (string Name, string Json)? Event { get; set; }

    public List<PlannedFault> Faults { get; } = [];

    /// <summary>Happens between a first run and the one that is looked at.</summary>
    public Action<Stage>? AfterFirstRun { get; set; }

    /// <summary>The login that the API shows as nobody.</summary>
    public string? Ghost { get; set; }

    /// <summary>Whether the action runs until it has nothing left to do.</summary>
    public bool UntilQuiet { get; set; }

    /// <summary>Who writes, by the word of the cases.</summary>
    public static string Login(string actor) => actor switch
    {
        "write" => "jun",
        "triage" => "tria",
        "member-read" => "member",
        "fork-author" => "forker",
        "other-bot" or "self" => StoredRepository.Bot,
        _ => "stranger",
    };

    public void Put(string path, string text) => GitHub.People.Commit("mira", Repository.DefaultBranch, $"Put {path}", (path, text));

    /// <summary>A comment while the incident lasts, however long and broken its text is.</summary>
    public StoredComment Comment(string login, string text, int minute = 40)
    {
        var id = GitHub.People.Comment(login, World.Incident, "to be written", Incident.CreatedAt + TimeSpan.FromMinutes(minute));
        var comment = Repository.Comments.Single(comment => comment.Id == id);
        comment.Body = text;
        Repository.Touch();
        return comment;
    }

    /// <summary>Puts a text into a field of the form.</summary>
    public void Fill(string field, string text)
    {
        var body = Incident.Body!;
        var start = body.IndexOf($"### {field}\n", StringComparison.Ordinal);
        var end = body.IndexOf("\n### ", start + 4, StringComparison.Ordinal);
        Incident.Body = $"{body[..start]}### {field}\n\n{text}\n{(end < 0 ? "" : body[end..])}";
        Repository.Touch();
    }

    /// <summary>The incident lasts: nothing is to be published yet, and only a command could want something.</summary>
    public void Reopen()
    {
        Incident.Labels.Remove("resolved");
        Incident.Timeline.RemoveAll(item => item.Label == "resolved");
        Repository.Touch();
    }
}
