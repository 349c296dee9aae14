using PostmortemAction.Hostile.Cases;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Operations;

/// <summary>Every operation by its name in the files of cases.</summary>
public static class AllOperations
{
    public static IReadOnlyDictionary<string, Operation> ByName { get; } =
        TextOperations.All.Concat(MarkdownOperations.All).Concat(RunOperations.All).Concat(StateOperations.All).ToDictionary();

    /// <summary>What does not hold of a case's asserts.</summary>
    public static IEnumerable<string> Failures(IEnumerable<HostileAssert> asserts, Sight sight)
    {
        if (sight.Bug is { } bug)
        {
            yield return $"a bug ended the run: {bug}";
        }

        foreach (var assert in asserts)
        {
            var failure = ByName.TryGetValue(assert.Op, out var operation) ? operation(sight, assert.Sink, assert.Value) : "nobody knows this operation";
            if (failure is not null)
            {
                yield return $"{assert}: {failure}";
            }
        }
    }
}
