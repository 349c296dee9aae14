using System.Text;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Hostile.Cases;

namespace PostmortemAction.Hostile.Runs;

/// <summary>Brings an input to its place: one stage for each way in which it can get there.</summary>
public static class StageFor
{
    private const string Calm = "harmless words";

    /// <summary>Pairs of the stage with the input and the same one with harmless words.</summary>
    public static IEnumerable<(Func<Stage> Hostile, Func<Stage> Calm)> Of(HostileCase hostile) => hostile.Where switch
    {
        "comment" => [Pair(hostile, Comment)],
        "title" => [Pair(hostile, Title)],
        "body" when hostile.Class is "region-edit" or "ledger-forgery" or "form-null" => [Pair(hostile, ByHand)],
        "body" when hostile.Has("severity_eq") => [Pair(hostile, Severity)],
        "body" => [Pair(hostile, Fields), Pair(hostile, WholeBody)],
        "label" => [Pair(hostile, Label)],
        "branch" => [Pair(hostile, Branch)],
        "config" => [Pair(hostile, Configuration)],
        "template" => [Pair(hostile, Template)],
        _ => throw new InvalidDataException($"Nobody knows the place {hostile.Where}."),
    };

    private static (Func<Stage>, Func<Stage>) Pair(HostileCase hostile, Action<Stage, HostileCase, string?> act)
    {
        return (() => Staged(hostile.Input), () => Staged(null));

        Stage Staged(string? input)
        {
            var stage = new Stage();
            act(stage, hostile, input);
            return stage;
        }
    }

    private static void Comment(Stage stage, HostileCase hostile, string? input)
    {
        var login = Stage.Login(hostile.Actor);
        switch (hostile.Class)
        {
            case "count" or "title-long" or "task":
                stage.Fill("Tasks", input ?? "- [ ] Calm down\n- [ ] Rest\n- [ ] Sleep");
                stage.UntilQuiet = true;
                break;
            case "command" or "loop":
                stage.Reopen();
                stage.Comment(login, input ?? Calm);
                stage.Event = Events.Commented(stage, login);
                break;
            case "marker-forgery":
                stage.Foreign.Add(stage.Comment(login, input ?? Calm).Id);
                stage.Foreign.Add(stage.Comment(login, Dialect.Forged(input ?? Calm, ""), 41).Id);
                break;
            case "own-token":
                stage.Comment(login, input is null ? Calm : $"{Stage.OwnToken} {Convert.ToBase64String(Encoding.UTF8.GetBytes(Stage.OwnToken))}");
                if (input is not null)
                {
                    var echo = new Fault("echo", "the token comes back", RequestSet.PullCreate, exchange =>
                        exchange.Refuse(403, $"Bad header: Bearer {Stage.OwnToken}, {Convert.ToBase64String(Encoding.UTF8.GetBytes("x-access-token:" + Stage.OwnToken))}"));
                    stage.Faults.Add(echo.From(1));
                }

                break;
            case "size" or "comments" when hostile.IsVia("comments"):
                for (var i = 0; i < 2_500; i++)
                {
                    stage.Comment(login, input ?? Calm, i % 100);
                }

                break;
            case "edit-between":
                // Another text stands there before the run is half through.
                var comment = stage.Comment(login, Calm);
                var edit = FaultCatalogue.Person("edits the comment", _ =>
                {
                    comment.Body = input ?? Calm;
                    stage.Repository.Touch();
                });
                stage.Faults.Add(edit.At(12));
                stage.UntilQuiet = true;
                break;
            case "author-ghost":
                stage.Ghost = login;
                stage.Comment(login, input ?? Calm);
                break;
            default:
                stage.Comment(login, input is null ? Calm : Dialect.Forged(input, ""));
                break;
        }
    }

    private static void Title(Stage stage, HostileCase hostile, string? input)
    {
        stage.Incident.Title = input ?? Calm;
        stage.Repository.Touch();
        if (hostile.Class == "path-case")
        {
            // The very file, but for its case.
            stage.Put($"{Stage.Document}/2026/2026-01-05-{(input ?? Calm).ToUpperInvariant().Replace(' ', '-')}.md", "# Something else\n");
        }
    }

    private static void Fields(Stage stage, HostileCase hostile, string? input)
    {
        foreach (var field in (string[])["Impact", "Root cause", "Resolution", "Improvements", "What went well", "How it was detected", "Affected services"])
        {
            stage.Fill(field, input ?? Calm);
        }
    }

    private static void WholeBody(Stage stage, HostileCase hostile, string? input)
    {
        stage.Incident.Body = input ?? Calm;
        stage.Repository.Touch();
    }

    private static void Severity(Stage stage, HostileCase hostile, string? input)
    {
        stage.Incident.Labels.Remove("SEV2");
        stage.Fill("Severity", input ?? "SEV3");
    }

    private static void ByHand(Stage stage, HostileCase hostile, string? input)
    {
        if (input is null)
        {
            return;
        }

        if (hostile.Class == "form-null")
        {
            stage.Incident.Body = null;
            stage.Repository.Touch();
        }
        else if (hostile.Class == "ledger-forgery")
        {
            var key = TaskKey.Of("Test the rollback");
            foreach (var text in (string[])[input, Dialect.Forged(input, key), $"<!-- postmortem-action follow-up incident=12 task={key} -->\nTest the rollback"])
            {
                stage.GitHub.People.OpenIssue(Stage.Login(hostile.Actor), "Test the rollback", text, [.. stage.Repository.Labels.ContainsKey("follow-up") ? new[] { "follow-up" } : []]);
            }
        }
        else if (hostile.IsVia("commit") || hostile.Input.Contains("renamed", StringComparison.OrdinalIgnoreCase))
        {
            stage.AfterFirstRun = HumanEdits.Rename;
        }
        else
        {
            stage.AfterFirstRun = HumanEdits.DoubleSection;
        }
    }

    private static void Label(Stage stage, HostileCase hostile, string? input)
    {
        var name = input ?? "calm";
        stage.Repository.Labels[name] = new(stage.Repository.NextId(), name, "d73a4a", null);
        if (hostile.Has("mutations_eq") && input is not null)
        {
            stage.Incident.Labels.Remove("incident");
        }

        stage.GitHub.People.Label(Stage.Login(hostile.Actor), stage.World.Incident, name, stage.Incident.CreatedAt + TimeSpan.FromMinutes(30));
    }

    private static void Branch(Stage stage, HostileCase hostile, string? input)
    {
        if (input is null)
        {
            return;
        }

        switch (hostile.Class)
        {
            case "branch-squat":
                stage.GitHub.People.Push("jun", Dialect.Branch(input), "mine.txt", "my own work\n");
                break;
            case "symlink":
                PutEntry(stage, Stage.Document, new("120000", "blob", stage.Repository.Git.AddBlob("../.github"u8.ToArray())));
                break;
            case "submodule":
                PutEntry(stage, Stage.Document, new("160000", "commit", new string('a', 40)));
                break;
            case "file-in-the-way":
                PutBytes(stage, Stage.Document, "a file\n"u8.ToArray());
                break;
            default:
                stage.Event = Events.PullRequestClosed(stage, input, "forker");
                break;
        }
    }

    private static void Configuration(Stage stage, HostileCase hostile, string? input)
    {
        if (input is null)
        {
            return;
        }

        switch (hostile.Class)
        {
            case "assignee":
                stage.Fill("Tasks", string.Join('\n', input.Split('[', ']')[1].Split(',').Select((login, i) => $"- Task number {i} @{login.Trim()}")));
                break;
            case "untrusted-source":
                stage.GitHub.People.Push("forker", "postmortem/incident-12-fork", ".github/postmortem.yml", "dry-run: true\n");
                stage.Event = Events.PullRequestClosed(stage, "postmortem/incident-12", "forker");
                break;
            case "yaml-types":
                break;
            default:
                PutBytes(stage, ".github/postmortem.yml", hostile.Bytes ?? Encoding.UTF8.GetBytes(input));
                break;
        }
    }

    private static void Template(Stage stage, HostileCase hostile, string? input)
    {
        if (input is not null)
        {
            PutBytes(stage, ".github/postmortem.md.hbs", hostile.Bytes ?? Encoding.UTF8.GetBytes(input));
            stage.Put(".github/postmortem.yml", Stage.Configuration + "template: .github/postmortem.md.hbs\n");
        }
    }

    private static void PutBytes(Stage stage, string path, byte[] bytes) =>
        PutEntry(stage, path, new("100644", "blob", stage.Repository.Git.AddBlob(bytes)));

    private static void PutEntry(Stage stage, string path, TreeEntry entry)
    {
        var git = stage.Repository.Git;
        var main = stage.Repository.Branch(stage.Repository.DefaultBranch)!;
        var by = stage.Repository.Signature("mira");
        var tree = git.With(git.Commit(main)!.Tree, [new(path, entry)]);
        git.References[$"refs/heads/{stage.Repository.DefaultBranch}"] = git.AddCommit(tree.Sha, [main], "Put it there", by, by).Sha;
        stage.Repository.Touch();
    }
}
