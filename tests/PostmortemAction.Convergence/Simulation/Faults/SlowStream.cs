using PostmortemAction.Convergence.Simulation.Times;

namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>A body that arrives at one byte a second.</summary>
internal sealed class SlowStream(byte[] bytes, VirtualTime time) : ReadOnlyStream
{
    private int at;

    public override int Read(Span<byte> buffer)
    {
        if (at == bytes.Length || buffer.Length == 0)
        {
            return 0;
        }

        time.Advance(TimeSpan.FromSeconds(1));
        buffer[0] = bytes[at++];
        return 1;
    }
}
