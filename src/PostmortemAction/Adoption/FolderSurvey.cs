namespace PostmortemAction.Adoption;

/// <summary>What a clone holds, as far as <c>init</c> goes by it.</summary>
/// <param name="Files">Issue forms and templates, workflows, the configuration, and a few more whose line ends tell: path to text.</param>
/// <param name="DefaultBranch">Null where the clone does not say.</param>
/// <param name="PostmortemFolder">A folder that holds postmortems already; null for none.</param>
public sealed record FolderSurvey(IReadOnlyDictionary<string, string> Files, string? DefaultBranch, string? PostmortemFolder)
{
    public const string FormFolder = ".github/ISSUE_TEMPLATE";
    public const string WorkflowFolder = ".github/workflows";
    public const string FormPath = $"{FormFolder}/incident.yml";
    public const string WorkflowPath = $"{WorkflowFolder}/postmortem.yml";
    public const string SettingsPath = ".github/postmortem.yml";

    /// <summary>Nothing reads it, and who wrote it thinks otherwise.</summary>
    public const string MisnamedSettingsPath = ".github/postmortem.yaml";

    /// <summary>Where postmortems are usually kept, the likeliest first.</summary>
    public static IReadOnlyList<string> PostmortemFolders { get; } =
        ["postmortems", "docs/postmortems", "doc/postmortems", "post-mortems", "docs/post-mortems", "postmortem", "docs/postmortem", "docs/incidents/postmortems"];

    /// <summary>Whether most files have the line ends of Windows.</summary>
    public bool HasWindowsLines => Files.Values.Sum(text => text.Contains("\r\n", StringComparison.Ordinal) ? 1 : text.Contains('\n', StringComparison.Ordinal) ? -1 : 0) > 0;
}
