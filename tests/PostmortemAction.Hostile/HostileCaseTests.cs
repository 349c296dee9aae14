using PostmortemAction.Hostile.Cases;
using PostmortemAction.Hostile.Runs;

namespace PostmortemAction.Hostile;

/// <summary>Whatever somebody writes, wherever they can: nothing of it acts.</summary>
public class HostileCaseTests
{
    /// <summary>Names another file of cases, which is run in place of ours.</summary>
    private const string OtherFile = "HOSTILE_CASES";

    internal static IReadOnlyList<HostileCase> All { get; } =
        CaseFile.Read(Environment.GetEnvironmentVariable(OtherFile) is { Length: > 0 } other ? other : Path.Combine(ActionFile.Root, "tests/PostmortemAction.Hostile/cases.json"));

    private static readonly Dictionary<string, HostileCase> Cases = All.ToDictionary(hostile => hostile.Id);

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_of_it_acts(string id)
    {
        var hostile = Cases[id];

        var failures = CaseCheck.Failures(hostile);

        Assert.True(failures.Count == 0, $"{hostile}\n{string.Join('\n', failures)}");
    }
}
