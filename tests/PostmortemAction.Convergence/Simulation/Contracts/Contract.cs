using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Contracts;

/// <summary>What GitHub's description says of the operations in use; the build of GitHubEmulation writes it down.</summary>
public sealed class Contract
{
    private static readonly Lazy<Contract> Shared = new(() => Read(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests/GitHubEmulation/obj/contract.json"))));

    private readonly List<Operation> operations;

    private Contract(List<Operation> operations) => this.operations = operations;

    public static Contract GitHub => Shared.Value;

    /// <summary>The operation that a request is for, with the path's parameters; null when it is none in use.</summary>
    /// <param name="path">The path's segments, still escaped.</param>
    public (Operation Operation, Dictionary<string, string> Parameters)? Find(string method, string[] path)
    {
        foreach (var operation in operations)
        {
            if (operation.Method == method && operation.Match(path) is { } parameters)
            {
                return (operation, parameters);
            }
        }

        return null;
    }

    public Operation Operation(string id) => operations.First(operation => operation.Id == id);

    private static Contract Read(byte[] bytes)
    {
        var source = (JsonMap)JsonText.Read(bytes)!;
        var schemas = new SchemaReader((JsonMap)source["schemas"]!);
        var operations = source.List("operations")!.Cast<JsonMap>().Select(operation => Read(operation, schemas));
        return new([.. operations.OrderBy(operation => operation.Segments.Count(segment => segment.StartsWith('{')))]);
    }

    private static Operation Read(JsonMap source, SchemaReader schemas)
    {
        var parameters = source.List("parameters")!.Cast<JsonMap>().ToList();
        return new(
            source.Text("id")!,
            source.Text("method")!,
            source.Text("path")!.TrimStart('/').Split('/'),
            parameters.Find(parameter => parameter["manySegments"] is true)?.Text("name"),
            parameters.Where(parameter => parameter.Text("in") == "query").Select(parameter => parameter.Text("name")!).ToHashSet(),
            source["body"] is JsonMap body ? schemas.Read((JsonMap)body["schema"]!) : null,
            ((JsonMap)source["answers"]!).ToDictionary(
                answer => int.Parse(answer.Key, CultureInfo.InvariantCulture),
                answer => ((JsonMap)answer.Value!).GetValueOrDefault("application/json") is JsonMap schema ? schemas.Read(schema) : null));
    }
}
