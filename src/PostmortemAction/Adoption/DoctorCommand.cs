using PostmortemAction.Actions;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Adoption;

/// <summary><c>doctor</c>: looks at the repository that the environment names, with the token that it holds.</summary>
/// <param name="environment">For its variables only; nothing is written to the runner.</param>
internal sealed class DoctorCommand(ActionsRuntime environment, HttpMessageHandler transport, TimeProvider time, IAnsiConsole console)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            var local = new LocalGitHub(environment);
            using var sender = local.Sender(transport, time);
            var client = local.Client(sender);
            console.WriteLine($"{PlainText.Line(local.Repository)}, asked at {local.Api.Host}");
            var checks = await new Doctor(client, local.Repository, local.Server, _ => "", isJob: false, time).RunAsync(cancellation);
            return SetupReport.Print(checks, console) ? 1 : 0;
        }
        catch (Exception e) when (LocalProblem.Of(e, "doctor") is { } problems)
        {
            PreviewReport.Print(problems, console);
            return 1;
        }
    }
}
