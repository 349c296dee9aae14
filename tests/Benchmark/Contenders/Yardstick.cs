using PostmortemAction.Benchmark.Fronts;
using PostmortemAction.Benchmark.Runs;

namespace PostmortemAction.Benchmark.Contenders;

/// <summary>The step that a team would write by hand.</summary>
internal sealed class Yardstick : Contender
{
    public override string Name => "the script step";

    protected override (string Command, string[] Arguments) Command => (Places.Node, [Places.Yardstick]);

    protected override IEnumerable<(string Name, string Value)> Variables(SelfSigned identity) =>
        [("NODE_EXTRA_CA_CERTS", identity.OwnFile), ("GITHUB_TOKEN", Stage.Token)];
}
