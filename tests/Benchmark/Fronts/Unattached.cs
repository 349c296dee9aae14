using Microsoft.Extensions.Hosting;

namespace PostmortemAction.Benchmark.Fronts;

/// <summary>A server that lives as long as this program: Ctrl+C ends the program, and not only the server.</summary>
internal sealed class Unattached : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
