namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>What a runner sets for a step, but for the step's own inputs.</summary>
public static class Runner
{
    /// <param name="api">Where GitHub is.</param>
    /// <param name="folder">For the files between runner and step.</param>
    public static Dictionary<string, string> Variables(Uri api, string repository, string eventName, string folder) => new()
    {
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_API_URL"] = api.AbsoluteUri.TrimEnd('/'),
        ["GITHUB_GRAPHQL_URL"] = new Uri(api, "graphql").AbsoluteUri,
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_REPOSITORY"] = repository,
        ["GITHUB_EVENT_NAME"] = eventName,
        ["GITHUB_EVENT_PATH"] = Path.Combine(folder, "event.json"),
        ["GITHUB_OUTPUT"] = Path.Combine(folder, "output"),
        ["GITHUB_STEP_SUMMARY"] = Path.Combine(folder, "summary"),
        ["GITHUB_ENV"] = Path.Combine(folder, "env"),
        ["GITHUB_PATH"] = Path.Combine(folder, "path"),
        ["GITHUB_STATE"] = Path.Combine(folder, "state"),
        ["RUNNER_TEMP"] = folder,
    };
}
