using System.CommandLine;
using System.CommandLine.Invocation;
using PostmortemAction.Actions;
using PostmortemAction.Adoption;
using PostmortemAction.Archives;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Preview;

namespace PostmortemAction;

/// <summary>The commands that people type.</summary>
internal static class CommandLine
{
    /// <summary>Signals and our own bugs are the program's to tell, as in a job.</summary>
    private static readonly InvocationConfiguration Configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <summary>Whether somebody typed one of our commands.</summary>
    public static bool IsFor(string[] args) => args is ["preview" or "report" or "verify" or "init" or "doctor", ..];

    /// <param name="error">Gets what is wrong with what was typed.</param>
    public static Task<int> RunAsync(string[] args, TextWriter error, CancellationToken cancellation)
    {
        var path = new Argument<string>("PATH") { Description = "A scenario folder, a Markdown file holding an issue's body, or, with --json, a folder of postmortems." };
        var outFolder = new Option<string>("--out") { Description = "Where to write what would be made.", DefaultValueFactory = _ => "out", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Print the assembled postmortem as JSON and write nothing." };
        var preview = new Command("preview", "Show what the action would make of an incident, without a network.") { path, outFolder, json };
        preview.SetAction((result, _) => PreviewCommand.RunAsync(
            result.GetRequiredValue(path), result.GetRequiredValue(outFolder), result.GetValue(json), PreviewConsole.Create(), Console.Out, PreviewConsole.ForProgress()));

        var folder = new Argument<string>("DIR") { Description = "The folder of a clone.", DefaultValueFactory = _ => "." };
        var init = new Command("init", "Add the issue form, the workflow and the configuration to a repository, and say what is left to do.") { folder };
        init.SetAction(result => InitCommand.Run(result.GetRequiredValue(folder), PreviewConsole.Create()));

        var doctor = new Command("doctor", "Look whether the repository in GITHUB_REPOSITORY has what the action needs, with the token in GITHUB_TOKEN.");
        doctor.SetAction(async (_, cancellation) =>
        {
            using var transport = GitHubSender.Transport();
            return await new DoctorCommand(ActionsRuntime.FromProcess(), transport, TimeProvider.System, PreviewConsole.Create()).RunAsync(cancellation);
        });

        var root = new RootCommand("Turns resolved incident issues into postmortem pull requests and follow-up issues.") { preview, Report(), Verify(), init, doctor };
        var result = root.Parse(args);
        if (Mistake(args, root, result) is { } mistake)
        {
            var command = result.CommandResult.Command;
            error.WriteLine($"{mistake} See `{(command == root ? "" : $"{command.Name} ")}--help`.");
            return Task.FromResult(1);
        }

        return result.InvokeAsync(Configuration, cancellation);
    }

    /// <summary>What is wrong, in one sentence; null where nothing is, or where help says all.</summary>
    private static string? Mistake(string[] args, RootCommand root, ParseResult result)
    {
        var command = result.CommandResult.Command;
        var options = command.Options.Concat(root.Options).SelectMany(option => option.Aliases.Append(option.Name)).ToList();

        // The parser would take it for a path.
        if (args.TakeWhile(arg => arg != "--").FirstOrDefault(arg => arg is ['-', _, ..] && !options.Contains(arg.Split('=', ':')[0])) is { } unknown)
        {
            return $"There is no option {Quoted.Code(unknown, 100)}.";
        }

        if (args.Length == 0 || result.Action is not ParseErrorAction)
        {
            return null;
        }

        if (command != root)
        {
            return result.Errors[0].Message;
        }

        var near = Nearest.Meant(args[0], root.Subcommands.Select(each => each.Name));
        return $"There is no command {Quoted.Code(args[0], 100)}.{(near is null ? "" : $" Did you mean `{near}`?")}";
    }

    private static Command Verify()
    {
        var file = new Argument<string>("FILE") { Description = "A published postmortem." };
        var verify = new Command(
            "verify",
            "Derive a postmortem's figures again from its times, and say which do not follow. With the token in GITHUB_TOKEN that may read GITHUB_REPOSITORY, compare it with its incident too, section by section.") { file };
        verify.SetAction(async (result, cancellation) =>
        {
            using var transport = GitHubSender.Transport();
            return await new VerifyCommand(ActionsRuntime.FromProcess(), transport, TimeProvider.System, PreviewConsole.Create()).RunAsync(result.GetRequiredValue(file), cancellation);
        });
        return verify;
    }

    private static Command Report()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of published postmortems, whoever wrote them." };
        var json = new Option<bool>("--json") { Description = "Print everything as JSON." };
        var csv = new Option<bool>("--csv") { Description = "Print the table as CSV." };
        var since = new Option<string?>("--since") { Description = "Only incidents of that day and later.", HelpName = "DATE" };
        var write = new Option<bool>("--write") { Description = "Write the index into DIR/README.md; what people wrote there stays." };
        var report = new Command("report", "Show what a folder of postmortems says: a table, how many, how long, how soon noticed.") { folder, json, csv, since, write };
        report.SetAction(result => new ReportCommand(PreviewConsole.Create(), Console.Out, PreviewConsole.ForProgress(), TimeProvider.System).Run(
            result.GetRequiredValue(folder), new(result.GetValue(json), result.GetValue(csv), result.GetValue(since), result.GetValue(write))));
        return report;
    }
}
