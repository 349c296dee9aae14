using PostmortemAction.Actions;
using PostmortemAction.Archives;
using PostmortemAction.Core.Reviews;
using Spectre.Console;

namespace PostmortemAction.Tests.Archives;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("verify-").FullName;

    public static TheoryData<string> Scenarios =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Scenarios"), "document*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Of_every_document_that_we_write_no_figure_is_said_not_to_follow(string path) =>
        Assert.DoesNotContain(FigureProof.Of(Repository.Read(path), path, new()), figure => figure.IsLeftBehind);

    [Fact]
    public void A_document_as_we_wrote_it_follows_from_itself()
    {
        var (code, screen) = Run(Document());

        Assert.Equal(0, code);
        Assert.Contains("Every figure that can be derived from the document follows from it.", screen, StringComparison.Ordinal);
        Assert.Matches("[0-9]+ +│? *Duration +│? *120 min \\(2 h\\) +│? *yes", screen);
    }

    [Theory]
    [InlineData("duration_minutes: 120", "duration_minutes: 90", "90 min")]
    [InlineData("| Duration | 120\u00A0min (2\u00A0h) |", "| Duration | 30\u00A0min |", "30 min")]
    [InlineData("resolved: \"2024-04-14T12:00:00+00:00\"", "resolved: \"2024-04-14T13:00:00+00:00\"", "2024-04-14T13:00:00")]
    public void A_figure_that_somebody_left_behind_is_told_and_the_exit_code_is_one(string written, string instead, string stated)
    {
        var document = Document();
        Assert.Contains(written, document, StringComparison.Ordinal);

        var (code, screen) = Run(document.Replace(written, instead, StringComparison.Ordinal));

        Assert.Equal(1, code);
        Assert.Contains(stated, screen, StringComparison.Ordinal);
        Assert.Matches("figures? do(es)? not follow", screen);
    }

    [Fact]
    public void Without_a_token_it_says_what_one_would_add() =>
        Assert.Contains("With a token that may read the repository in GITHUB_TOKEN, and its name in GITHUB_REPOSITORY, it is compared with incident 42 too", Run(Document()).Screen, StringComparison.Ordinal);

    [Fact]
    public void A_document_that_names_no_incident_needs_no_network() =>
        Assert.Equal((0, true), (Run("# Slow\n\nIt was slow.\n", ("GITHUB_TOKEN", "ghp_x")).Code, Run("# Slow\n", ("GITHUB_TOKEN", "ghp_x")).Screen.Contains("names no incident", StringComparison.Ordinal)));

    [Fact]
    public void With_a_token_alone_it_is_compared_with_itself_and_says_why()
    {
        var (code, screen) = Run(Document(), ("GITHUB_TOKEN", "ghp_x"));

        Assert.Equal(0, code);
        Assert.Contains("Compared with itself alone: GITHUB_REPOSITORY names no repository.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_that_is_none_is_told()
    {
        var (code, screen) = Run(Document(), ("GITHUB_TOKEN", "ghp_x"), ("GITHUB_REPOSITORY", "shop"));

        Assert.Equal(1, code);
        Assert.Contains("`GITHUB_REPOSITORY` does not name a repository.", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ghes.example.com/api/v3", "https://ghes.example.com/api/graphql")]
    [InlineData("https://ghes.example.com/api/v3/", "https://ghes.example.com/api/graphql")]
    [InlineData("https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql")]
    public void A_token_goes_to_no_other_host_than_the_one_that_is_named(string api, string graphQl)
    {
        using var server = new Asked();

        Run(server, Document(), ("GITHUB_TOKEN", "ghp_x"), ("GITHUB_REPOSITORY", "acme/shop"), ("GITHUB_API_URL", api));

        Assert.Contains(graphQl, server.Addresses);
        Assert.All(server.Addresses, address => Assert.Equal(new Uri(api).Host, new Uri(address).Host));
    }

    [Fact]
    public void A_document_without_figures_has_nothing_to_verify() =>
        Assert.Equal((0, true), (Run("# Slow\n\nIt was slow.\n").Code, Run("# Slow\n").Screen.Contains("nothing to verify", StringComparison.Ordinal)));

    [Fact]
    public void A_file_that_is_not_there_is_one_problem()
    {
        using var nowhere = new Nowhere();

        var (code, screen) = Verify(nowhere, Path.Combine(folder, "none.md"));

        Assert.Equal(1, code);
        Assert.Contains("There is no file", screen, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Document() => Repository.Read("tests/Scenarios/great-authentication-blackout/expected/document.md");

    private (int Code, string Screen) Run(string text, params (string Name, string Value)[] variables)
    {
        using var nowhere = new Nowhere();
        return Run(nowhere, text, variables);
    }

    private (int Code, string Screen) Run(HttpMessageHandler transport, string text, params (string Name, string Value)[] variables)
    {
        var path = Path.Combine(folder, "login.md");
        File.WriteAllText(path, text);
        return Verify(transport, path, variables);
    }

    private static (int Code, string Screen) Verify(HttpMessageHandler transport, string path, params (string Name, string Value)[] variables)
    {
        using var screen = new StringWriter();
        var environment = new ActionsRuntime(variables.ToDictionary(variable => variable.Name, variable => variable.Value), screen);
        var code = new VerifyCommand(environment, transport, TimeProvider.System, Plain(screen)).RunAsync(path, TestContext.Current.CancellationToken);
        return (code.GetAwaiter().GetResult(), screen.ToString());
    }

    private sealed class Nowhere : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"Nothing is to be asked, but {request.RequestUri} was.");
    }

    /// <summary>Notes where it is asked, and knows nothing.</summary>
    private sealed class Asked : HttpMessageHandler
    {
        public List<string> Addresses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Addresses.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) { Content = new StringContent("{}"), RequestMessage = request });
        }
    }

    private static IAnsiConsole Plain(StringWriter writer)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 300;
        return console;
    }
}
