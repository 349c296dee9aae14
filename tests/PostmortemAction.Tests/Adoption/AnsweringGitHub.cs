using System.Net;
using System.Text;
using PostmortemAction.Adoption;

namespace PostmortemAction.Tests.Adoption;

/// <summary>A GitHub with one repository that only answers questions; a request that would write fails the test.</summary>
internal sealed class AnsweringGitHub : HttpMessageHandler
{
    private const string Repository = "/repos/acme/shop";

    /// <summary>As a team has it after <c>init</c>.</summary>
    public Dictionary<string, string> Files { get; } = AdoptionPlanner.Make(new(new Dictionary<string, string>(), "main", null)).Files.ToDictionary(file => file.Path, file => file.Text);

    public HashSet<string> Labels { get; } = ["incident", "resolved"];

    /// <summary>Answers that differ from the usual ones, by path.</summary>
    public Dictionary<string, (int Status, string Body)> Answers { get; } = new()
    {
        [Repository] = (200, """{"default_branch":"main","has_issues":true,"archived":false,"permissions":{"admin":true,"push":true}}"""),
        [Repository + "/git/ref/heads/main"] = (200, """{"object":{"sha":"c0ffee"}}"""),
        [Repository + "/actions/permissions/workflow"] = (200, """{"default_workflow_permissions":"read","can_approve_pull_request_reviews":true}"""),
    };

    public string Kind { get; set; } = "application/json";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(HttpMethod.Get, request.Method);
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        var (status, body) = Answers.TryGetValue(path, out var answer) ? answer
            : path.StartsWith(Repository + "/contents/", StringComparison.Ordinal) ? Content(path[(Repository + "/contents/").Length..])
            : path.StartsWith(Repository + "/labels/", StringComparison.Ordinal) && Labels.Contains(path[(Repository + "/labels/").Length..]) ? (200, """{"name":"x"}""")
            : (404, """{"message":"Not Found"}""");
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, Kind), RequestMessage = request });
    }

    private (int Status, string Body) Content(string path)
    {
        if (Files.TryGetValue(path, out var text))
        {
            return (200, text);
        }

        var entries = Files.Keys.Where(file => Path.GetDirectoryName(file)!.Replace('\\', '/') == path).Select(file => $$"""{"type":"file","path":"{{file}}"}""").ToList();
        return entries.Count > 0 ? (200, $"[{string.Join(',', entries)}]") : (404, """{"message":"Not Found"}""");
    }
}
