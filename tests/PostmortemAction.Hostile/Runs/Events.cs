using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostmortemAction.Hostile.Runs;

/// <summary>Payloads as the runner puts them into the event's file.</summary>
internal static class Events
{
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static (string, string) Labelled(Stage stage) => ("issues", Json(stage, "labeled", new() { ["label"] = new JsonObject { ["name"] = "resolved" }, ["issue"] = Issue(stage) }, "mira"));

    public static (string, string) Commented(Stage stage, string login) =>
        ("issue_comment", Json(stage, "created", new() { ["issue"] = Issue(stage), ["comment"] = new JsonObject { ["id"] = 1, ["user"] = User(login) } }, login));

    public static (string, string) PullRequestClosed(Stage stage, string branch, string login) =>
        ("pull_request", Json(stage, "closed", new()
        {
            ["number"] = 99,
            ["pull_request"] = new JsonObject
            {
                ["number"] = 99, ["merged"] = false, ["user"] = User(login),
                ["head"] = new JsonObject { ["ref"] = branch, ["sha"] = new string('b', 40), ["repo"] = new JsonObject { ["full_name"] = "forker/shop", ["fork"] = true } },
            },
        }, login));

    private static string Json(Stage stage, string action, JsonObject payload, string login)
    {
        payload["action"] = action;
        payload["repository"] = new JsonObject { ["full_name"] = stage.Repository.FullName, ["default_branch"] = stage.Repository.DefaultBranch };
        payload["sender"] = User(login);
        return payload.ToJsonString(Raw);
    }

    private static JsonObject Issue(Stage stage) => new()
    {
        ["number"] = stage.World.Incident,
        ["title"] = stage.Incident.Title,
        ["labels"] = new JsonArray([.. stage.Incident.Labels.Select(name => new JsonObject { ["name"] = name })]),
    };

    private static JsonObject User(string login) =>
        new() { ["login"] = login, ["type"] = login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User" };
}
