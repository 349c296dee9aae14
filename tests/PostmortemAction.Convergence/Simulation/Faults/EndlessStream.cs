using PostmortemAction.Convergence.Simulation.Invariants;

namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>A body without an end. Whoever reads much more than is allowed is found out, and let go.</summary>
internal sealed class EndlessStream(SimulatedGitHub github, int request) : ReadOnlyStream
{
    private const long Allowed = 32 * 1024 * 1024;
    private const long Slack = 1024 * 1024;
    private long sent;

    public override int Read(Span<byte> buffer)
    {
        if (sent > Allowed + Slack)
        {
            github.Tell(InvariantNames.BoundedAnswer, request, "More than 33 MiB were read.");
            return 0;
        }

        buffer.Fill((byte)' ');
        sent += buffer.Length;
        return buffer.Length;
    }
}
