using PostmortemAction.Actions;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;
using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Adoption;

/// <summary><c>doctor</c>: looks at the repository that the environment names, with the token that it holds.</summary>
/// <param name="environment">For its variables only; nothing is written to the runner.</param>
internal sealed class DoctorCommand(ActionsRuntime environment, HttpMessageHandler transport, TimeProvider time, IAnsiConsole console)
{
    private const string GitHubApi = "https://api.github.com";

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            var token = environment.Variable("GITHUB_TOKEN") ?? throw Wrong("token-missing", "`GITHUB_TOKEN` holds no token.", "Set it to a token that may read the repository.");
            var repository = environment.Variable("GITHUB_REPOSITORY") is { } name && name.Split('/') is [{ Length: > 0 }, { Length: > 0 }] ? name
                : throw Wrong("repository-missing", "`GITHUB_REPOSITORY` does not name a repository.", "Set it to `owner/name`.");
            var api = Address("GITHUB_API_URL", GitHubApi);
            using var sender = new GitHubSender(api, Address("GITHUB_GRAPHQL_URL", $"{GitHubApi}/graphql"), token, transport, time);
            var client = new GitHubClient(sender, repository.Split('/')[0], repository.Split('/')[1]);
            console.WriteLine($"{PlainText.Line(repository)}, asked at {api.Host}");
            var server = environment.Variable("GITHUB_SERVER_URL") ?? "https://github.com";
            var checks = await new Doctor(client, repository, server, _ => "", isJob: false, time).RunAsync(cancellation);
            return SetupReport.Print(checks, console) ? 1 : 0;
        }
        catch (Exception e) when (LocalProblem.Of(e, "doctor") is { } problems)
        {
            PreviewReport.Print(problems, console);
            return 1;
        }
    }

    private Uri Address(string variable, string otherwise) =>
        Uri.TryCreate(environment.Variable(variable) ?? otherwise, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw Wrong("address-unreadable", $"`{variable}` is no address.", $"Leave it out for `{GitHubApi}`, or give the address of your server's API.");

    private static ProblemException Wrong(string code, string message, string fix) => new(Problem.Error(code, message, fix));
}
