using System.Globalization;

namespace PostmortemAction.Convergence.Protections;

/// <summary>The proof that the sweeps can fail.</summary>
public class ProtectionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Protection.All.Select(protection => protection.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void With_it_nothing_goes_wrong_and_without_it_the_sweep_finds_what_does(string name)
    {
        var protection = Protection.All.Single(each => each.Name == name);

        var with = protection.Harm.Trials(null);
        var without = protection.Harm.Trials(protection.Off);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {with.Count} wrong with it, {without.Count} without; such as {(without is [var first, ..] ? first : "nothing")}"));
        Assert.Empty(with);
        Assert.NotEmpty(without);
    }
}
