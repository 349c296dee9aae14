using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>The Node program of this folder. It ends with whoever started it, because its input ends then.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;

    private ServerProcess(Process process, Uri url)
    {
        this.process = process;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var folder = Folder();
        var start = new ProcessStartInfo(Node(folder), ["server.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        try
        {
            return new ServerProcess(process, await UrlAsync(process));
        }
        catch (Exception error)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            throw new InvalidOperationException($"The emulated GitHub did not start: {error.Message}{Environment.NewLine}{errors}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<Uri> UrlAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("it ended without a word.");
        return new Uri(JsonNode.Parse(line)!["url"]!.GetValue<string>());
    }

    private static string Folder() =>
        typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "GitHubEmulationFolder").Value!;

    // The Node that npm brought, which is new enough, or else the machine's own.
    private static string Node(string folder)
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var brought = Path.Combine(folder, "node_modules", $"node-{system}-{processor}", "bin", "node");
        return File.Exists(brought) ? brought : "node";
    }
}
