using System.Text.Json;

namespace PostmortemAction.GitHub;

internal sealed record GraphQlQuery(string Query, IReadOnlyDictionary<string, string>? Variables = null);

internal sealed record GraphQlViewer(GraphQlViewerData? Data);

internal sealed record GraphQlViewerData(Account? Viewer);

/// <summary>Folders by the names that the question gave them; GraphQL answers 200 to what it refuses.</summary>
internal sealed record GraphQlFolders(GraphQlFoldersData? Data, IReadOnlyList<GraphQlError>? Errors);

internal sealed record GraphQlFoldersData(Dictionary<string, GraphQlFolder?>? Repository);

/// <summary>Without entries it is a file.</summary>
internal sealed record GraphQlFolder(IReadOnlyList<TreeItem>? Entries);

/// <summary>What each of several changes came to, by the names that the question gave them; null for what was refused.</summary>
internal sealed record GraphQlChanges(Dictionary<string, JsonElement?>? Data);

internal sealed record GraphQlError(string? Type, string? Message, IReadOnlyList<JsonElement>? Path = null);
