using System.CommandLine;
using PostmortemAction.Actions;
using PostmortemAction.Adoption;
using PostmortemAction.GitHub;
using PostmortemAction.Preview;

namespace PostmortemAction;

/// <summary>The commands that people type.</summary>
internal static class CommandLine
{
    /// <summary>Whether somebody typed one of our commands.</summary>
    public static bool IsFor(string[] args) => args is ["preview" or "init" or "doctor", ..];

    public static Task<int> RunAsync(string[] args)
    {
        var path = new Argument<string>("PATH") { Description = "A scenario folder, a Markdown file holding an issue's body, or, with --json, a folder of postmortems." };
        var outFolder = new Option<string>("--out") { Description = "Where to write what would be made.", DefaultValueFactory = _ => "out", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Print the assembled postmortem as JSON and write nothing." };
        var preview = new Command("preview", "Show what the action would make of an incident, without a network.") { path, outFolder, json };
        preview.SetAction((result, _) => PreviewCommand.RunAsync(
            result.GetRequiredValue(path), result.GetRequiredValue(outFolder), result.GetValue(json), PreviewConsole.Create(), Console.Out));

        var folder = new Argument<string>("DIR") { Description = "The folder of a clone.", DefaultValueFactory = _ => "." };
        var init = new Command("init", "Add the issue form, the workflow and the configuration to a repository, and say what is left to do.") { folder };
        init.SetAction(result => InitCommand.Run(result.GetRequiredValue(folder), PreviewConsole.Create()));

        var doctor = new Command("doctor", "Look whether the repository in GITHUB_REPOSITORY has what the action needs, with the token in GITHUB_TOKEN.");
        doctor.SetAction(async (_, cancellation) =>
        {
            using var transport = GitHubSender.Transport();
            return await new DoctorCommand(ActionsRuntime.FromProcess(), transport, TimeProvider.System, PreviewConsole.Create()).RunAsync(cancellation);
        });

        var root = new RootCommand("Turns resolved incident issues into postmortem pull requests and follow-up issues.") { preview, init, doctor };
        return root.Parse(args).InvokeAsync();
    }
}
