using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>Objects, references and files, as GitHub has them.</summary>
public sealed class GitTests : IDisposable
{
    private readonly SimulatedGitHub github = Worlds.NoTasks().GitHub;
    private readonly Api api;

    public GitTests() => api = new(github);

    public void Dispose() => Assert.Empty(github.Violations);

    [Fact]
    public async Task Objects_have_the_hashes_that_Git_gives_them()
    {
        var blob = await api.PostAsync("git/blobs", new JsonMap { ["content"] = "hello\n", ["encoding"] = "utf-8" });
        var tree = await api.PostAsync("git/trees", Tree(null, ("hello.txt", "hello\n")));

        Assert.Equal("ce013625030ba8dba906f756967f9e9ca394464a", blob.Map.Text("sha"));
        Assert.Equal("aaa96ced2d9a1c8e72c56b253a0e2fe78393feb7", tree.Map.Text("sha"));
        Assert.Equal("aGVsbG8K", (await api.GetAsync($"git/blobs/{blob.Map.Text("sha")}")).Map.Text("content"));
    }

    [Fact]
    public async Task A_commit_without_a_committer_is_the_tokens_now()
    {
        var commit = (await CommitAsync("one")).Map;

        Assert.Equal("2026-01-05T09:00:00Z", ((JsonMap)commit["committer"]!).Text("date"));
        Assert.Equal("github-actions[bot]", ((JsonMap)commit["author"]!).Text("name"));
        Assert.Equal("one", (await api.GetAsync($"git/commits/{commit.Text("sha")}")).Map.Text("message"));
    }

    [Fact]
    public async Task A_tree_keeps_what_its_base_has()
    {
        var head = await HeadAsync();
        var tree = await api.PostAsync("git/trees", Tree(head, ("postmortems/2026/a.md", "# A\n")));

        var files = (await api.GetAsync($"git/trees/{tree.Map.Text("sha")}?recursive=1")).Map.List("tree")!.Cast<JsonMap>();
        Assert.Equal(["README.md", "postmortems/2026/a.md", "src/login.txt"], files.Select(file => file.Text("path")));
    }

    [Theory]
    [InlineData("refs/heads/postmortem/incident-12", "heads/postmortem/incident-12")]
    [InlineData("refs/postmortem/12", "postmortem/12")]
    public async Task A_reference_is_made_once_moves_forward_only_and_can_be_deleted(string name, string path)
    {
        var (first, second) = (await ShaAsync("one"), await ShaAsync("two"));
        var next = await ShaAsync("three", first);
        var reference = new JsonMap { ["ref"] = name, ["sha"] = first };

        Assert.Equal(201, (await api.PostAsync("git/refs", reference)).Status);
        Assert.Equal("Reference already exists", (await api.PostAsync("git/refs", reference)).Message);
        Assert.Equal("Update is not a fast forward", (await api.PatchAsync($"git/refs/{path}", Move(second))).Message);
        Assert.Equal(200, (await api.PatchAsync($"git/refs/{path}", Move(next))).Status);
        Assert.Equal(next, ((JsonMap)(await api.GetAsync($"git/ref/{path}")).Map["object"]!).Text("sha"));
        Assert.Equal([name], (await api.GetAsync($"git/matching-refs/{path[..^1]}")).List.Select(each => each.Text("ref")));
        if (name.StartsWith("refs/postmortem/", StringComparison.Ordinal))
        {
            Assert.Equal(204, (await api.DeleteAsync($"git/refs/{path}")).Status);
            Assert.Equal(404, (await api.GetAsync($"git/ref/{path}")).Status);
            Assert.Equal("Reference does not exist", (await api.PatchAsync($"git/refs/{path}", Move(next))).Message);
        }
    }

    [Fact]
    public async Task Files_and_folders_are_read_at_a_branch_or_commit()
    {
        var head = await HeadAsync();
        github.People.Push("mira", "main", "src/login.txt", "another login\n");

        Assert.Equal("the login\n", await TextAsync($"contents/src/login.txt?ref={head}"));
        Assert.Equal("another login\n", await TextAsync("contents/src/login.txt?ref=main"));
        Assert.Equal(["src/login.txt"], (await api.GetAsync($"contents/src?ref={head}")).List.Select(entry => entry.Text("path")));
        Assert.Equal(404, (await api.GetAsync($"contents/docs?ref={head}")).Status);
        Assert.Equal("file", (await api.GetAsync($"contents/README.md?ref={head}")).Map.Text("type"));
    }

    private static JsonMap Move(string sha) => new() { ["sha"] = sha, ["force"] = false };

    private static JsonMap Tree(string? @base, params (string Path, string Text)[] files)
    {
        var tree = new JsonMap
        {
            ["tree"] = files.Select(file => (object?)new JsonMap { ["path"] = file.Path, ["mode"] = "100644", ["type"] = "blob", ["content"] = file.Text }).ToList(),
        };
        if (@base is not null)
        {
            tree["base_tree"] = @base;
        }

        return tree;
    }

    private async Task<string> HeadAsync() => ((JsonMap)(await api.GetAsync("git/ref/heads/main")).Map["object"]!).Text("sha")!;

    private async Task<string> ShaAsync(string message, string? parent = null) => (await CommitAsync(message, parent)).Map.Text("sha")!;

    private async Task<Api.Seen> CommitAsync(string message, string? parent = null)
    {
        parent ??= await HeadAsync();
        var tree = await api.PostAsync("git/trees", Tree(parent, ("a.md", message)));
        return await api.PostAsync("git/commits", new JsonMap { ["message"] = message, ["tree"] = tree.Map["sha"], ["parents"] = new List<object?> { parent } });
    }

    private async Task<string> TextAsync(string path)
    {
        using var http = new HttpMessageInvoker(github.Connect());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.github.com/repos/acme/shop/{path}");
        request.Headers.Authorization = new("Bearer", SimulatedGitHub.JobToken);
        request.Headers.UserAgent.Add(new("tests", "1.0"));
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        request.Headers.Accept.Add(new("application/vnd.github.raw+json"));
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
