using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Contracts;

/// <summary>Compares one exchange with GitHub's description; each sentence is something that is not as described.</summary>
public static class ContractCheck
{
    // These may come from any operation, so the description does not list them for each.
    private static readonly int[] General = [400, 401, 403, 404, 406, 410, 429, 500, 502, 503];

    public static IEnumerable<string> Request(Operation operation, IEnumerable<string> query, object? body)
    {
        foreach (var name in query.Where(name => !operation.Query.Contains(name)))
        {
            yield return $"The query parameter '{name}' is not documented.";
        }

        if (operation.Body is null)
        {
            if (body is not null)
            {
                yield return "A body is given where none is documented.";
            }

            yield break;
        }

        if (operation.Body.Problem(body) is { } problem)
        {
            yield return $"The body does not match: {problem}.";
        }

        // GitHub ignores a property that it does not know, so that a typing error stays unseen.
        foreach (var name in Unknown([operation.Body], body))
        {
            yield return $"The property '{name}' is not documented.";
        }
    }

    public static string? Answer(Operation operation, int status, object? body)
    {
        if (!operation.Answers.TryGetValue(status, out var schema))
        {
            return General.Contains(status) ? null : $"The status {status} is not documented for {operation.Id}.";
        }

        return schema?.Problem(body) is { } problem ? $"The body does not match: {problem}."
            : schema is null && body is not null && status < 400 ? $"A body is given with the status {status}, where none is documented."
            : null;
    }

    private static IEnumerable<string> Unknown(IEnumerable<Schema> schemas, object? value)
    {
        var all = schemas.SelectMany(Branches).ToList();
        return value switch
        {
            JsonMap map when all.Exists(schema => schema.Properties.Count > 0) && !all.Exists(schema => schema.Others is not null) =>
                map.SelectMany(part => all.Select(schema => schema.Properties.GetValueOrDefault(part.Key)).OfType<Schema>().ToList() is { Count: > 0 } known
                    ? Unknown(known, part.Value) : [part.Key]),
            IReadOnlyList<object?> list => list.SelectMany(item => Unknown(all.Select(schema => schema.Items).OfType<Schema>(), item)),
            _ => [],
        };
    }

    private static IEnumerable<Schema> Branches(Schema schema) =>
        schema.AnyOf.Concat(schema.OneOf).Concat(schema.AllOf).SelectMany(Branches).Prepend(schema);
}
