using System.Globalization;
using System.Text.Json;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Actions;

/// <summary>The event that started the run, as far as it matters. The payload is a snapshot: what is read from it is read again before use.</summary>
/// <param name="Name">GitHub's name of the event, such as <c>issues</c>.</param>
/// <param name="Action">What happened, such as <c>labeled</c>.</param>
/// <param name="Issue">The number of the issue that it is about.</param>
/// <param name="Label">The label that was set or taken off.</param>
/// <param name="SenderIsBot">Whether an app caused it.</param>
/// <param name="Branch">The head branch of the pull request that it is about.</param>
public sealed record TriggerEvent(
    string Name,
    string? Action,
    int? Issue,
    bool IsPullRequest,
    IReadOnlyList<string> Labels,
    string? Label,
    bool SenderIsBot,
    string? Branch,
    string? DefaultBranch,
    string? DispatchedIssues)
{
    /// <summary>The number of the pull request that it is about.</summary>
    public int? PullRequest { get; init; }

    /// <summary>The last commit of its branch.</summary>
    public string? HeadCommit { get; init; }

    /// <summary>
    /// The incident whose follow-up the issue with our label says that it is. Anybody can write so; a run for an incident does no harm,
    /// but an incident must not lose its own runs by it.
    /// </summary>
    public int? FollowUpOf { get; init; }

    /// <summary>When the issue was filed.</summary>
    public DateTimeOffset? IssueCreatedAt { get; init; }

    /// <summary>How many comments the issue has.</summary>
    public int IssueComments { get; init; }

    /// <summary>Whether it was merged.</summary>
    public bool IsMerged { get; init; }

    /// <summary>What was pushed to, such as <c>refs/heads/main</c>.</summary>
    public string? Pushed { get; init; }

    /// <summary>Whether its branch is another repository's, or of one that is gone: its name says nothing then, and the token may only read.</summary>
    public bool IsFromFork { get; init; }

    /// <summary>Reads the event file; fields that are absent or of another type are null.</summary>
    public static TriggerEvent Read(string name, string json)
    {
        using var document = JsonDocument.Parse(json.Length == 0 ? "{}" : json);
        var root = document.RootElement;
        var issue = Child(root, "issue");
        var pull = Child(root, "pull_request");
        var head = Child(pull, "head");
        var labels = Child(issue, "labels") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(label => Text(label, "name")).OfType<string>().ToList() : [];
        return new(
            name,
            Text(root, "action"),
            Number(issue, "number"),
            Child(issue, "pull_request") is { ValueKind: JsonValueKind.Object },
            labels,
            Text(Child(root, "label"), "name"),
            Text(Child(root, "sender"), "type") == "Bot",
            Text(head, "ref"),
            Text(Child(root, "repository"), "default_branch"),
            Text(Child(root, "inputs"), "issue-number"))
        {
            PullRequest = Number(pull, "number"),
            FollowUpOf = labels.Contains(DesiredState.FollowUpLabel, StringComparer.OrdinalIgnoreCase) && Marker.TryFind(Text(issue, "body"), Marker.FollowUp, out var marker) && marker["from"] is null
                && int.TryParse(marker["incident"], NumberStyles.None, CultureInfo.InvariantCulture, out var incident) && incident > 0 ? incident : null,
            IssueCreatedAt = DateTimeOffset.TryParse(Text(issue, "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created) ? created : null,
            IssueComments = Number(issue, "comments") ?? 0,
            HeadCommit = Text(head, "sha"),
            IsMerged = Child(pull, "merged") is { ValueKind: JsonValueKind.True },
            Pushed = Text(root, "ref"),
            IsFromFork = head is not null && Child(head, "repo") is { } home && Text(home, "full_name") != Text(Child(root, "repository"), "full_name"),
        };
    }

    private static JsonElement? Child(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement? element, string name) => Child(element, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static int? Number(JsonElement? element, string name) =>
        int.TryParse(Text(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
